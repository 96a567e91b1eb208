package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;

/// One thing that a sound spec does or does not do.
interface Rule {

  /// Its stable kebab-case name, under which it is documented.
  String code();

  /// How bad a violation is; single findings may be warnings where less is known.
  Severity severity();

  /// Looks at a spec and reports each violation.
  void check(Subject subject, Findings findings);
}
