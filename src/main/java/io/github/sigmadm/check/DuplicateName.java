package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.Metric;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Within a table no two columns have one name, no metric has the name of a column or of another
/// metric, and no control has the name of a column: formulas could mean either.
final class DuplicateName implements Rule {

  @Override
  public String code() {
    return "duplicate-name";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject.tables().forEach(table -> check(table, subject, findings));
  }

  private void check(Table table, Subject subject, Findings findings) {
    Map<String, Column> columns = new HashMap<>();
    for (ColumnNames.Named named : table.columns().columns()) {
      String name = named.name().filter(text -> !Subject.isOpen(text)).orElse("");
      if (name.isEmpty()) {
        continue;
      }
      if (columns.putIfAbsent(key(name), named.column()) != null) {
        findings.add(
            this,
            place(named.column()),
            "Two columns of " + table.label() + " are called \"" + name + "\".",
            "Rename one of them; Sigma tells them apart by a suffix of its own.");
      }
      if (subject.hasControl(name)) {
        findings.add(
            this,
            place(named.column()),
            "The column \"" + name + "\" of " + table.label() + " has the name of a control.",
            "Rename one of the two: [" + name + "] may mean either.");
      }
    }
    Map<String, Metric> metrics = new HashMap<>();
    for (Metric metric : table.element().metrics()) {
      TextNode name = metric.name().filter(text -> !Subject.isOpen(text.value())).orElse(null);
      if (name == null || name.value().isBlank()) {
        continue;
      }
      if (columns.containsKey(key(name.value()))) {
        findings.add(
            this,
            name.span(),
            "The metric \""
                + name.value()
                + "\" of "
                + table.label()
                + " has the name of a column.",
            "Rename the metric; Sigma was seen to lose such a metric.");
      } else if (metrics.putIfAbsent(key(name.value()), metric) != null) {
        findings.add(
            this,
            name.span(),
            "Two metrics of " + table.label() + " are called \"" + name.value() + "\".",
            "Rename one of them.");
      }
    }
  }

  private static Span place(Column column) {
    return column
        .name()
        .filter(name -> !name.value().isBlank())
        .map(TextNode::span)
        .orElse(column.id().span());
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
