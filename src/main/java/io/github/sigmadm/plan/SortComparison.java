package io.github.sigmadm.plan;

import java.util.Optional;
import java.util.stream.Collectors;

/// Compares how the rows of a table are sorted.
final class SortComparison {

  private SortComparison() {}

  static void compare(TablePair tables) {
    Named before = tables.before().parts();
    Named after = tables.after().parts();
    if (Findings.differ(before, after, "sort")) {
      tables
          .findings()
          .changed(
              Thing.SORT, tables.before().subject(), "sort", describe(before), describe(after));
    }
  }

  /// The sort of a table or grouping in words; empty if it has none.
  static Optional<String> describe(Named sorted) {
    return Optional.of(
            sorted.objects("sort").stream()
                .map(SortComparison::describeColumn)
                .collect(Collectors.joining("; ")))
        .filter(text -> !text.isEmpty());
  }

  private static String describeColumn(Named sort) {
    return sort.show("columnId").orElse("?")
        + sort.text("direction").map(direction -> " " + direction).orElse("")
        + sort.text("nulls").map(nulls -> ", nulls " + nulls).orElse("");
  }
}
