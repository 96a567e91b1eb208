package io.github.sigmadm.plan;

import io.github.sigmadm.spec.IdKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares the groupings of a table, and what is calculated over all its rows.
final class GroupingComparison {

  private static final Set<String> COMPARED = Set.of("id", "groupBy", "calculations", "sort");

  private final TablePair tables;

  private GroupingComparison(TablePair tables) {
    this.tables = tables;
  }

  static void compare(TablePair tables) {
    new GroupingComparison(tables).compare();
  }

  private void compare() {
    PairsById groupings = tables.byId("groupings");
    Findings findings = tables.findings();
    groupings.kept().forEach(kept -> compare(kept.before(), kept.after()));
    for (Named grouping : groupings.added()) {
      findings.added(
          Thing.GROUPING,
          tables.after().subject(IdKind.GROUPING, grouping.id()),
          describe(grouping));
    }
    for (Named grouping : groupings.removed()) {
      findings.removed(
          Thing.GROUPING,
          tables.before().subject(IdKind.GROUPING, grouping.id()),
          describe(grouping));
    }
    columns(
        tables.before().parts(),
        tables.after().parts(),
        tables.before().subject(),
        Thing.ELEMENT,
        "summary",
        "summary");
  }

  private void compare(Named before, Named after) {
    Findings findings = tables.findings();
    Subject subject = tables.before().subject(IdKind.GROUPING, before.id());
    columns(before, after, subject, Thing.GROUPING, "groupBy", "groupings.groupBy");
    columns(before, after, subject, Thing.GROUPING, "calculations", "groupings.calculations");
    if (Findings.differ(before, after, "sort")) {
      findings.changed(
          Thing.GROUPING,
          subject,
          "sort",
          SortComparison.describe(before),
          SortComparison.describe(after));
    }
    findings.compareRest(subject, "groupings.", before, after, COMPARED);
  }

  /// A list of columns of which it matters what is in it, and shows in which order.
  private void columns(
      Named before, Named after, Subject subject, Thing thing, String field, String path) {
    List<String> old = before.ids(field);
    List<String> now = after.ids(field);
    Optional<String> shownBefore = shown(before, field);
    Optional<String> shownAfter = shown(after, field);
    if (!new HashSet<>(old).equals(new HashSet<>(now))) {
      tables.findings().changed(thing, subject, field, shownBefore, shownAfter);
    } else if (!old.equals(now)) {
      tables.findings().changed(Thing.ORDER, subject, path, shownBefore, shownAfter);
    }
  }

  private static Optional<String> shown(Named holder, String field) {
    return Optional.of(holder.names(field)).filter(names -> !names.isEmpty());
  }

  private static String describe(Named grouping) {
    return shown(grouping, "calculations").orElse("no calculations");
  }
}
