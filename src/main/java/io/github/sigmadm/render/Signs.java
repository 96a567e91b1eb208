package io.github.sigmadm.render;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.Drift;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.What;
import java.util.ArrayList;
import java.util.List;

/// The signs that stand before findings and changes, always together with a word, and short counts
/// of them.
final class Signs {

  /// Keeps a sign on the line of its word.
  static final String TIED = "\u00A0";

  private Signs() {}

  static String of(ChangeSeverity severity) {
    return switch (severity) {
      case SECURITY -> "🔒";
      case BREAKING -> "🔴";
      case NOTICE -> "🟡";
      case SAFE -> "🟢";
    };
  }

  static String of(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR && !diagnostic.known() ? "❌" : "⚠️";
  }

  /// `2 breaking, 1 notice`, the worst first, with a sign before each.
  static String severities(List<Change> changes) {
    List<String> counts = new ArrayList<>();
    for (ChangeSeverity severity : ChangeSeverity.values()) {
      long number = changes.stream().filter(change -> change.severity() == severity).count();
      if (number > 0) {
        counts.addFirst(of(severity) + TIED + number + TIED + severity.word());
      }
    }
    return String.join(", ", counts);
  }

  /// `+3 ~1 −2`: added, changed, removed.
  static String tally(List<Change> changes) {
    long added = changes.stream().filter(change -> change.what() == What.ADDED).count();
    long removed = changes.stream().filter(change -> change.what() == What.REMOVED).count();
    long changed = changes.size() - added - removed;
    List<String> counts = new ArrayList<>();
    if (added > 0) {
      counts.add("+" + added);
    }
    if (changed > 0) {
      counts.add("~" + changed);
    }
    if (removed > 0) {
      counts.add("−" + removed);
    }
    return String.join(TIED, counts);
  }

  /// `drift: 1 collision, 2 set back`; empty without drift.
  static String drift(ModelPlan plan) {
    String counts = DriftSection.counts(plan.plannedDrift());
    boolean collides = plan.plannedDrift().stream().anyMatch(Drift::collides);
    return counts.isEmpty() ? "" : (collides ? "💥" : "🔀") + TIED + counts;
  }

  /// `2 errors, 1 known error, 1 warning`.
  static String findings(List<Diagnostic> diagnostics) {
    long errors =
        diagnostics.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
    long fresh = diagnostics.stream().filter(Diagnostic::isNewError).count();
    List<String> counts = new ArrayList<>();
    count("❌", fresh, "error", counts);
    count("⚠️", errors - fresh, "known error", counts);
    count("⚠️", diagnostics.size() - errors, "warning", counts);
    return String.join(", ", counts);
  }

  private static void count(String sign, long number, String noun, List<String> counts) {
    if (number > 0) {
      counts.add(sign + TIED + Count.of(number, noun));
    }
  }
}
