package io.github.sigmadm.check;

import io.github.sigmadm.core.Diagnostic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells the findings that a change brought in from those that were there before.
///
/// A finding is the same one when its rule and its message are: places move when lines are added
/// above them. What the base had once is known once.
final class Baseline {

  private Baseline() {}

  private record Finding(String code, String message) {
    static Finding of(Diagnostic diagnostic) {
      return new Finding(diagnostic.code(), diagnostic.message());
    }
  }

  static List<Diagnostic> mark(List<Diagnostic> head, List<Diagnostic> base) {
    Map<Finding, Integer> before = new HashMap<>();
    base.forEach(diagnostic -> before.merge(Finding.of(diagnostic), 1, Integer::sum));
    return head.stream()
        .map(diagnostic -> {
          Finding finding = Finding.of(diagnostic);
          int left = before.getOrDefault(finding, 0);
          if (left == 0) {
            return diagnostic;
          }
          before.put(finding, left - 1);
          return diagnostic.asKnown();
        })
        .toList();
  }
}
