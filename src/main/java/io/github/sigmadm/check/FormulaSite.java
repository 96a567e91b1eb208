package io.github.sigmadm.check;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.Expression;
import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.Formula;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.Metric;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A formula and where it stands.
///
/// @param node its text in the file
/// @param calls its function calls, each before the calls inside it
/// @param table the table it belongs to
/// @param owner what it is the formula of
record FormulaSite(TextNode node, Formula formula, List<Call> calls, Table table, Owner owner) {

  /// What a formula belongs to.
  sealed interface Owner {}

  record OfColumn(Column column) implements Owner {}

  record OfMetric(Metric metric) implements Owner {}

  /// One side of a join's condition, over the columns of that side.
  record OfSide(Optional<Source> side) implements Owner {}

  /// All formulas of a table, in order of the text as far as it follows the usual order.
  static List<FormulaSite> of(Table table) {
    List<FormulaSite> sites = new ArrayList<>();
    if (table.source().orElse(null) instanceof Source.Join join) {
      for (Source.Leg leg : join.legs()) {
        for (var condition : leg.columns()) {
          condition
              .textNode("left")
              .ifPresent(node -> sites.add(read(node, table, new OfSide(leg.left()))));
          condition
              .textNode("right")
              .ifPresent(node -> sites.add(read(node, table, new OfSide(leg.right()))));
        }
      }
    }
    for (Column column : table.element().columns()) {
      column.formula().ifPresent(node -> sites.add(read(node, table, new OfColumn(column))));
    }
    for (Metric metric : table.element().metrics()) {
      metric.formula().ifPresent(node -> sites.add(read(node, table, new OfMetric(metric))));
    }
    return sites;
  }

  private static FormulaSite read(TextNode node, Table table, Owner owner) {
    Formula formula = Formula.parse(node.value());
    return new FormulaSite(node, formula, formula.calls(), table, owner);
  }

  /// Where a part of the formula stands in the file.
  Span spanOf(int start, int end) {
    return node.spanOf(start, end);
  }

  Span spanOf(Expression part) {
    return spanOf(part.start(), part.end());
  }

  Span spanOf(Expression.Part part) {
    return spanOf(part.start(), part.end());
  }

  /// What to call the owner in a message.
  String label() {
    return switch (owner) {
      case OfColumn of ->
          "The column \""
              + of.column().name().map(TextNode::value).orElse(of.column().id().value())
              + "\"";
      case OfMetric of ->
          "The metric \""
              + of.metric().name().map(TextNode::value).orElse(of.metric().id().value())
              + "\"";
      case OfSide ignored -> "The join";
    };
  }
}
