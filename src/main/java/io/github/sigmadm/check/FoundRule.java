package io.github.sigmadm.check;

import io.github.sigmadm.check.FoundReference.Nothing;
import io.github.sigmadm.check.FoundReference.What;
import io.github.sigmadm.core.Severity;

/// The rules about references in formulas that lead nowhere: all from one search.
///
/// Where not everything is known that the reference could mean, a finding is a warning.
record FoundRule(String code, Severity severity, What what) implements Rule {

  @Override
  public void check(Subject subject, Findings findings) {
    for (FoundReference found : subject.references()) {
      if (found.target() instanceof Nothing nothing && nothing.what() == what) {
        findings.add(
            this,
            nothing.certain() ? severity : Severity.WARNING,
            nothing.span(),
            nothing.message(),
            findings.didYouMean(nothing.wanted(), nothing.candidates()) + nothing.advice());
      }
    }
  }
}
