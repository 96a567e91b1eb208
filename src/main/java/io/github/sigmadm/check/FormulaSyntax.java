package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.formula.FormulaProblem;

/// The rules about the text of formulas: what cannot be read, and forms that Sigma rejects.
record FormulaSyntax(String code, FormulaProblem.Kind kind) implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (FormulaSite site : subject.formulas()) {
      for (FormulaProblem problem : site.formula().problems()) {
        if (problem.kind() == kind) {
          findings.add(
              this,
              site.spanOf(problem.start(), problem.end()),
              site.label() + " has a formula that cannot be used: " + problem.message() + ".",
              sentence(problem.hint()));
        }
      }
    }
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
