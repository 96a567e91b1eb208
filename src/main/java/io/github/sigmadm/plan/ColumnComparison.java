package io.github.sigmadm.plan;

import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares the columns of a table.
final class ColumnComparison {

  private static final Set<String> COMPARED =
      Set.of("id", "name", "formula", "description", "hidden", "format");

  private final TablePair tables;
  private final RowSecurity rowSecurity;
  private final Map<String, EffectiveName> namesBefore;
  private final Map<String, EffectiveName> namesAfter;

  private ColumnComparison(TablePair tables, RowSecurity rowSecurity) {
    this.tables = tables;
    this.rowSecurity = rowSecurity;
    this.namesBefore = names(tables.before().view());
    this.namesAfter = names(tables.after().view());
  }

  /// @param rowSecurity who sees which rows, before
  static void compare(TablePair tables, RowSecurity rowSecurity) {
    new ColumnComparison(tables, rowSecurity).compare();
  }

  private void compare() {
    PairsById columns = tables.byId("columns");
    columns.kept().forEach(kept -> compare(kept.before(), kept.after()));
    for (Named column : columns.added()) {
      tables
          .findings()
          .added(
              Thing.COLUMN,
              tables.after().subject(IdKind.COLUMN, column.id()),
              column.text("formula").orElse(""));
    }
    for (Named column : columns.removed()) {
      tables
          .findings()
          .removed(
              Thing.COLUMN,
              tables.before().subject(IdKind.COLUMN, column.id()),
              column.text("formula").orElse(""));
    }
  }

  private void compare(Named before, Named after) {
    Findings findings = tables.findings();
    String id = before.id();
    Subject subject = tables.before().subject(IdKind.COLUMN, id);
    if (!name(namesBefore, id).isSameAs(name(namesAfter, id))) {
      findings.renamed(Thing.COLUMN, subject, tables.after().label(IdKind.COLUMN, id));
    }
    // a column that decides which rows a user sees
    FormulaComparison.compare(
        tables, rowSecurity.guards(id) ? Thing.SECURITY : Thing.COLUMN, subject, before, after);
    FormatComparison.compare(findings, Thing.COLUMN, subject, before, after);
    if (Findings.differ(before, after, "hidden")) {
      boolean hidden = after.node().get("hidden").isPresent();
      findings.changed(
          Thing.COLUMN,
          subject,
          "hidden",
          "hidden=" + hidden,
          Optional.of(before.show("hidden").orElse("false")),
          Optional.of(after.show("hidden").orElse("false")));
    }
    findings.compare(Thing.COLUMN, subject, before, after, List.of("description"));
    findings.compareRest(subject, "columns.", before, after, COMPARED);
  }

  private static EffectiveName name(Map<String, EffectiveName> names, String id) {
    return names.getOrDefault(id, EffectiveName.UNKNOWN);
  }

  private static Map<String, EffectiveName> names(TableElement table) {
    Map<String, EffectiveName> names = new HashMap<>();
    for (ColumnNames.Named named : ColumnNames.of(table).columns()) {
      Column column = named.column();
      names.putIfAbsent(
          column.id().value(),
          EffectiveName.of(
              column.name().map(TextNode::value), named.name(), ColumnNames.of(column)));
    }
    return names;
  }
}
