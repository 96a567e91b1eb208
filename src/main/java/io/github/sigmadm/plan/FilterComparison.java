package io.github.sigmadm.plan;

import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.tree.Node.Field;
import java.util.Optional;
import java.util.TreeSet;

/// Compares the filters of a table; those that decide by who the user is are security.
final class FilterComparison {

  private final TablePair tables;
  private final RowSecurity securityBefore;
  private final RowSecurity securityAfter;

  private FilterComparison(TablePair tables, RowSecurity before, RowSecurity after) {
    this.tables = tables;
    this.securityBefore = before;
    this.securityAfter = after;
  }

  static void compare(TablePair tables, RowSecurity before, RowSecurity after) {
    new FilterComparison(tables, before, after).compare();
  }

  private void compare() {
    PairsById filters = tables.byId("filters");
    Findings findings = tables.findings();
    filters.kept().forEach(kept -> compare(kept.before(), kept.after()));
    for (Named filter : filters.added()) {
      findings.added(
          securityAfter.isRowFilter(filter.node()) ? Thing.SECURITY : Thing.FILTER,
          tables.after().subject(IdKind.FILTER, filter.id()),
          describe(filter));
    }
    for (Named filter : filters.removed()) {
      findings.removed(
          securityBefore.isRowFilter(filter.node()) ? Thing.SECURITY : Thing.FILTER,
          tables.before().subject(IdKind.FILTER, filter.id()),
          describe(filter));
    }
  }

  private void compare(Named before, Named after) {
    boolean guarded = securityBefore.isRowFilter(before.node());
    boolean guards = securityAfter.isRowFilter(after.node());
    Subject subject = tables.before().subject(IdKind.FILTER, before.id());
    TreeSet<String> fields = new TreeSet<>();
    before.node().fields().stream().map(Field::name).forEach(fields::add);
    after.node().fields().stream().map(Field::name).forEach(fields::add);
    for (String field : fields) {
      if (Findings.differ(before, after, field)) {
        tables
            .findings()
            .changed(
                guarded || guards ? Thing.SECURITY : Thing.FILTER,
                subject,
                field,
                guarded ? field : "tighter",
                orDefault(field, before.show(field)),
                orDefault(field, after.show(field)));
      }
    }
  }

  /// What is presumed where a filter says nothing.
  private static Optional<String> orDefault(String field, Optional<String> value) {
    return switch (field) {
      case "state" -> Optional.of(value.orElse("enabled"));
      case "mode" -> Optional.of(value.orElse("include"));
      default -> value;
    };
  }

  private static String describe(Named filter) {
    return Named.show(filter.shown().without("id").without("columnId"));
  }
}
