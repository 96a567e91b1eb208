package io.github.sigmadm.check;

import io.github.sigmadm.check.shape.ShapeProblem;
import io.github.sigmadm.core.Severity;

/// The rules about the looks of a spec: all from one walk over the file.
record ShapeRule(String code, Severity severity, ShapeProblem.Kind kind) implements Rule {

  @Override
  public void check(Subject subject, Findings findings) {
    for (ShapeProblem problem : subject.shapeProblems()) {
      if (problem.kind() == kind) {
        findings.add(this, problem.span(), problem.message(), problem.hint());
      }
    }
  }
}
