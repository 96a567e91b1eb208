package io.github.sigmadm.render;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Severity;
import java.util.ArrayList;
import java.util.List;

/// Findings counted in one line, as it ends a run.
final class Tally {

  private Tally() {}

  /// `2 errors, 1 warning`.
  static String counts(List<Diagnostic> findings) {
    long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
    List<String> counts = new ArrayList<>();
    if (errors > 0) {
      counts.add(Count.of(errors, "error"));
    }
    if (findings.size() > errors) {
      counts.add(Count.of(findings.size() - errors, "warning"));
    }
    return String.join(", ", counts);
  }

  /// `2 errors, 1 warning in 2 files; 1 known from before`; `nothing new` before the semicolon if
  /// none is new.
  static String of(List<Diagnostic> findings) {
    List<Diagnostic> fresh = findings.stream().filter(finding -> !finding.known()).toList();
    long files = fresh.stream().map(Diagnostic::file).distinct().count();
    int known = findings.size() - fresh.size();
    return (fresh.isEmpty() ? "nothing new" : counts(fresh) + " in " + Count.of(files, "file"))
        + (known > 0 ? "; " + known + " known from before" : "");
  }
}
