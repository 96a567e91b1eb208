package io.github.sigmadm.check.warehouse;

import io.github.sigmadm.check.warehouse.TableUse.ColumnUse;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Formula;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Metric;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Walks a spec for the tables and columns of the warehouse that it names.
///
/// Only what means such a column for sure is collected: a reference that could as well mean a
/// column that the spec itself makes is left out.
final class UseCollector {

  private final DataModel model;
  private final EffectiveNames names;
  private final Map<TableAddress, Span> tables = new LinkedHashMap<>();
  private final Map<TableAddress, Map<String, ColumnUse>> columns = new HashMap<>();

  /// The columns of each element, by the element's name: what a prefix may mean besides a table.
  private final Map<String, List<ColumnNames>> elements = new HashMap<>();

  private UseCollector(DataModel model) {
    this.model = model;
    this.names = EffectiveNames.of(model);
  }

  static WarehouseUses collect(DataModel model) {
    UseCollector collector = new UseCollector(model);
    collector.collect();
    List<TableUse> uses = new ArrayList<>();
    collector.tables.forEach((address, span) ->
        uses.add(
            new TableUse(
                address,
                span,
                List.copyOf(collector.columns.getOrDefault(address, Map.of()).values()))));
    return new WarehouseUses(uses);
  }

  private void collect() {
    model
        .tables()
        .forEach(table ->
            names
                .of(table)
                .ifPresent(name ->
                    elements
                        .computeIfAbsent(Names.normalise(name), key -> new ArrayList<>())
                        .add(ColumnNames.of(table))));
    model.tables().forEach(this::table);
    model.controls().forEach(this::control);
  }

  private void table(TableElement table) {
    table.source().ifPresent(this::source);
    WarehouseSides sides = WarehouseSides.of(table, names);
    for (Column column : table.columns()) {
      column.formula().ifPresent(formula -> formula(formula, sides, Optional.of(column)));
    }
    for (Metric metric : table.metrics()) {
      metric.formula().ifPresent(formula -> formula(formula, sides, Optional.empty()));
    }
  }

  private void source(Source source) {
    WarehouseSides.address(source)
        .ifPresent(address -> tables.putIfAbsent(address, place(source.node(), "path")));
    switch (source) {
      case Source.Join join -> join.legs().forEach(this::conditions);
      case Source.Union union -> matches(union);
      case Source.WarehouseTable ignored -> {}
      case Source.OfElement ignored -> {}
      case Source.OfDataModel ignored -> {}
      case Source.Sql ignored -> {}
      case Source.Transpose ignored -> {}
      case Source.Other ignored -> {}
    }
    source.parts().forEach(this::source);
  }

  /// Conditions of joins name the columns of their side, and nothing else.
  private void conditions(Source.Leg leg) {
    for (ObjectNode condition : leg.columns()) {
      side(leg.left(), condition.textNode("left"));
      side(leg.right(), condition.textNode("right"));
    }
  }

  private void side(Optional<Source> side, Optional<TextNode> formula) {
    Optional<TableAddress> address = side.flatMap(WarehouseSides::address);
    if (address.isEmpty() || formula.isEmpty()) {
      return;
    }
    for (Reference reference : references(formula.get())) {
      if (reference.isBare()) {
        add(address.get(), reference.name(), formula.get());
      }
    }
  }

  private void matches(Source.Union union) {
    for (ObjectNode match : union.matches()) {
      var items = match.items("sourceColumns");
      for (int i = 0; i < Math.min(items.size(), union.sources().size()); i++) {
        Optional<TableAddress> address = WarehouseSides.address(union.sources().get(i));
        if (address.isPresent() && items.get(i) instanceof TextNode text) {
          named(address.get(), text);
        }
      }
    }
  }

  /// A column by its display name, in brackets or without.
  private void named(TableAddress address, TextNode text) {
    Optional<Reference> reference =
        text.value().strip().startsWith("[")
            ? Formula.parse(text.value()).pureReference()
            : Optional.empty();
    if (reference.isPresent()) {
      add(address, reference.get().name(), text);
    } else {
      add(address, text.value(), text.span());
    }
  }

  private void control(Control control) {
    List<ObjectNode> holders = new ArrayList<>(control.node().objects("filters"));
    control.node().object("source").ifPresent(holders::add);
    for (ObjectNode holder : holders) {
      Optional<TableAddress> address =
          holder.object("source").map(Source::of).flatMap(WarehouseSides::address);
      if (address.isEmpty()) {
        continue;
      }
      holder.object("source").map(Source::of).ifPresent(this::source);
      for (String field : List.of("columnId", "displayColumnId")) {
        holder
            .textNode(field)
            .ifPresent(column -> add(address.get(), column.value(), column.span()));
      }
    }
  }

  /// @param owner the column that it is the formula of, which cannot mean itself
  private void formula(TextNode text, WarehouseSides sides, Optional<Column> owner) {
    Optional<Reference> pure = Formula.parse(text.value()).pureReference();
    for (Reference reference : references(text)) {
      if (reference.parts().size() != 2) {
        continue;
      }
      Part prefix = reference.parts().getFirst();
      Optional<TableAddress> address = sides.called(prefix.text());
      if (address.isPresent() && (pure.isPresent() || !isMade(prefix, reference.name(), owner))) {
        add(address.get(), reference.name(), text);
      }
    }
  }

  /// Whether an element of that name has a column of that name which is made there: a calculation,
  /// or one that has another name in its source.
  private boolean isMade(Part prefix, Part column, Optional<Column> owner) {
    return elements.getOrDefault(Names.normalise(prefix.text()), List.of()).stream()
        .flatMap(known -> known.called(column.text()).stream())
        .filter(known -> !Optional.of(known.column()).equals(owner))
        .anyMatch(known ->
            known
                .column()
                .formula()
                .flatMap(formula -> Formula.parse(formula.value()).pureReference())
                .filter(reference -> Names.same(reference.name().text(), column.text()))
                .isEmpty());
  }

  private static List<Reference> references(TextNode text) {
    Formula formula = Formula.parse(text.value());
    return formula.isReadable() ? formula.references() : List.of();
  }

  private void add(TableAddress address, Part column, TextNode formula) {
    add(address, column.text(), formula.spanOf(column.start(), column.end()));
  }

  private void add(TableAddress address, String column, Span span) {
    columns
        .computeIfAbsent(address, key -> new LinkedHashMap<>())
        .putIfAbsent(Names.normalise(column), new ColumnUse(column, span));
  }

  private static Span place(ObjectNode node, String field) {
    return node.get(field).map(value -> value.span()).orElse(node.span());
  }
}
