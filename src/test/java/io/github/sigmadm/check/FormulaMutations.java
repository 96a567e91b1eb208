package io.github.sigmadm.check;

import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Expression;
import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Formula;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Metric;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.testing.Place;
import io.github.sigmadm.testing.Trees;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that can go wrong between a name and the formulas and statements that use it: a
/// column, metric, table, relationship or control renamed or removed; the name in the formula
/// changed, or its prefix; a column made to mean itself.
///
/// Which references can be judged offline is worked out here anew, from the description of the
/// representation, and not asked of what is tested.
final class FormulaMutations {

  private static final String WAREHOUSE = "columns of the warehouse or of models elsewhere";
  private static final String OPEN = "a source whose columns formulas call by bare names";

  private final DataModel model;
  private final EffectiveNames names;
  private final IdentityHashMap<Node, Place> places;
  private final List<Use> uses = new ArrayList<>();
  private final List<Mutation> mutations = new ArrayList<>();

  /// One reference of one formula of a table.
  ///
  /// @param column the column whose formula it is; empty for a metric
  private record Use(
      TableElement table,
      Optional<Column> column,
      TextNode formula,
      Reference reference,
      boolean inLookup) {

    String prefix() {
      return reference.parts().getFirst().text();
    }

    String name() {
      return reference.name().text();
    }
  }

  private FormulaMutations(DataModel model, EffectiveNames names) {
    this.model = model;
    this.names = names;
    this.places = Place.byNode(model.node());
    model
        .tables()
        .forEach(table -> {
          table
              .columns()
              .forEach(column ->
                  column.formula().ifPresent(text -> uses(table, Optional.of(column), text)));
          table
              .metrics()
              .forEach(metric ->
                  metric.formula().ifPresent(text -> uses(table, Optional.empty(), text)));
        });
  }

  /// @param others the models that references to other models mean
  static List<Mutation> of(DataModel model, OtherSpecs others) {
    FormulaMutations all =
        new FormulaMutations(
            model,
            EffectiveNames.of(
                model,
                (reference, element) ->
                    others
                        .find(reference)
                        .flatMap(other -> EffectiveNames.of(other).ofElement(element))));
    all.uses.forEach(all::changed);
    model.tables().forEach(all::targets);
    model.controls().forEach(all::control);
    return all.mutations;
  }

  private void uses(TableElement table, Optional<Column> column, TextNode text) {
    Formula formula = Formula.parse(text.value());
    if (formula.isReadable()) {
      collect(table, column, text, formula.root(), false);
    }
  }

  private void collect(
      TableElement table,
      Optional<Column> column,
      TextNode text,
      Expression part,
      boolean inLookup) {
    if (part instanceof Reference reference) {
      uses.add(new Use(table, column, text, reference, inLookup));
    }
    boolean looksUp =
        inLookup || (part instanceof Call call && (call.isTo("Lookup") || call.isTo("Rollup")));
    part.children().forEach(child -> collect(table, column, text, child, looksUp));
  }

  private void changed(Use use) {
    Reference reference = use.reference();
    String where = path(use.formula()) + " " + use.formula().value();
    Optional<String> unknowable =
        reference.isBare()
            ? openSource(use)
            : target(use).isEmpty() && !isUnion(use) ? Optional.of(WAREHOUSE) : Optional.empty();
    mutations.add(
        Mutation.of(
                reference.isBare() ? "bare name changed" : "column after a prefix changed",
                where,
                () -> rewritten(use, reference.name(), "No Such Name"),
                "unknown-name",
                "unknown-source-column")
            .unless(unknowable));
    if (!reference.isBare()) {
      mutations.add(
          Mutation.of(
                  "prefix changed",
                  where,
                  () -> rewritten(use, reference.parts().getFirst(), "No Such Table"),
                  "unknown-prefix")
              .unless(use.inLookup() ? Optional.empty() : openPrefix(use)));
    }
    if (reference.isBare() && use.column().isPresent()) {
      String own = "Own Name";
      Column column = use.column().get();
      mutations.add(
          Mutation.of(
                  "column made to mean itself",
                  where,
                  () ->
                      place(column.node())
                          .with()
                          .apply(
                              column
                                  .node()
                                  .with("name", TextNode.of(own, column.node().span()))
                                  .with(
                                      "formula",
                                      TextNode.of("[" + own + "] + 1", use.formula().span()))),
                  "circular-formula")
              .unless(openSource(use)));
    }
  }

  private void targets(TableElement table) {
    for (Column column : table.columns()) {
      ColumnNames.of(table).columns().stream()
          .filter(named -> named.column().equals(column))
          .findFirst()
          .flatMap(ColumnNames.Named::name)
          .ifPresent(name -> column(table, column, name));
    }
    for (Metric metric : table.metrics()) {
      metric.name().ifPresent(name -> metric(table, metric, name));
    }
    names.of(table).ifPresent(name -> table(table, name));
    table
        .relationships()
        .forEach(relationship ->
            relationship
                .name()
                .filter(name ->
                    uses.stream()
                        .anyMatch(use ->
                            use.reference().parts().size() > 2
                                && Names.same(use.reference().parts().get(1).text(), name.value())))
                .ifPresent(name ->
                    mutations.add(
                        Mutation.of(
                            "relationship renamed",
                            path(name),
                            () -> place(name).with().apply(Trees.of("No Such Link")),
                            "unknown-prefix"))));
    if (table.source().orElse(null) instanceof Source.Union union) {
      union(union);
    }
    if (table.source().orElse(null) instanceof Source.Join join) {
      join(join);
    }
  }

  private void column(TableElement table, Column column, String name) {
    List<Use> users =
        uses.stream()
            .filter(use -> use.column().filter(column::equals).isEmpty())
            .filter(use -> Names.same(use.name(), name))
            .filter(use ->
                use.reference().isBare()
                    ? use.table().equals(table) && openSource(use).isEmpty()
                    : target(use).filter(table::equals).isPresent())
            .toList();
    if (users.isEmpty()) {
      return;
    }
    boolean isOnly =
        Stream.concat(
                    ColumnNames.of(table).columns().stream()
                        .flatMap(named -> named.name().stream()),
                    Stream.concat(
                        table.metrics().stream()
                            .flatMap(metric -> metric.name().stream())
                            .map(TextNode::value),
                        model
                            .controls()
                            .flatMap(control -> control.controlId().stream())
                            .map(TextNode::value)))
                .filter(other -> Names.same(other, name))
                .count()
            == 1;
    boolean isTakenOver =
        table.columns().stream()
            .filter(other -> !other.equals(column))
            .anyMatch(
                other -> ColumnNames.of(other).filter(it -> Names.same(it, name)).isPresent());
    Optional<String> unknowable =
        isOnly && !isTakenOver
            ? Optional.empty()
            : Optional.of("something else has the same name, or gets it");
    Place place = place(column.node());
    mutations.add(
        Mutation.of(
                "column renamed, formula",
                place.path() + " " + name,
                () ->
                    place
                        .with()
                        .apply(
                            column.node().with("name", TextNode.of("Zzz", column.node().span()))),
                "unknown-name",
                "unknown-source-column")
            .unless(unknowable));
    mutations.add(
        Mutation.of(
                "column removed, formula",
                place.path() + " " + name,
                place.without(),
                "unknown-name",
                "unknown-source-column")
            .unless(unknowable));
  }

  private void metric(TableElement table, Metric metric, TextNode name) {
    boolean isUsed =
        uses.stream()
            .anyMatch(use ->
                use.table().equals(table)
                    && !use.formula().equals(metric.formula().orElse(null))
                    && Names.same(use.name(), name.value())
                    && (use.reference().isBare() || use.prefix().equalsIgnoreCase("Metrics")));
    boolean isColumn =
        table.columns().stream()
            .anyMatch(column ->
                ColumnNames.of(column).filter(it -> Names.same(it, name.value())).isPresent());
    if (isUsed && !isColumn) {
      mutations.add(
          Mutation.of(
              "metric renamed, formula",
              path(name),
              () -> place(name).with().apply(Trees.of("Zzz")),
              "unknown-name"));
    }
  }

  private void table(TableElement table, String name) {
    List<Use> users =
        uses.stream()
            .filter(use -> !use.reference().isBare() && Names.same(use.prefix(), name))
            .filter(use -> target(use).filter(table::equals).isPresent())
            .toList();
    if (users.isEmpty()) {
      return;
    }
    Set<String> same = new HashSet<>();
    model
        .tables()
        .filter(other -> names.of(other).filter(it -> Names.same(it, name)).isPresent())
        .forEach(other -> same.add(other.id().value()));
    mutations.add(
        Mutation.of(
                "table renamed, formula",
                path(table.node()) + " " + name,
                () ->
                    place(table.node())
                        .with()
                        .apply(table.node().with("name", TextNode.of("Zzz", table.node().span()))),
                "unknown-prefix",
                "cross-element-reference",
                "unknown-source-column")
            .unless(
                same.size() == 1
                    ? Optional.empty()
                    : Optional.of("something else has the same name")));
  }

  private void union(Source.Union union) {
    for (ObjectNode match : union.matches()) {
      List<Node> columns = match.items("sourceColumns");
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i) instanceof TextNode text) {
          mutations.add(
              Mutation.of(
                      "column of a union's source changed",
                      path(text),
                      () -> place(text).with().apply(Trees.of("[No Such Name]")),
                      "union-matches")
                  .unless(
                      element(union.sources().get(i)).isPresent()
                          ? Optional.empty()
                          : Optional.of(WAREHOUSE)));
        }
      }
    }
  }

  private void join(Source.Join join) {
    for (Source.Leg leg : join.legs()) {
      for (ObjectNode condition : leg.columns()) {
        for (String side : List.of("left", "right")) {
          Optional<Source> source = side.equals("left") ? leg.left() : leg.right();
          condition
              .textNode(side)
              .filter(text -> Formula.parse(text.value()).pureReference().isPresent())
              .ifPresent(text ->
                  mutations.add(
                      Mutation.of(
                              "column of a join's side changed",
                              path(text),
                              () -> place(text).with().apply(Trees.of("[No Such Name]")),
                              "unknown-source-column")
                          .unless(
                              source.flatMap(this::element).isPresent()
                                  ? Optional.empty()
                                  : Optional.of(WAREHOUSE))));
        }
      }
    }
  }

  private void control(Control control) {
    TextNode id = control.controlId().orElse(null);
    if (id == null) {
      return;
    }
    boolean inFormula =
        uses.stream()
            .anyMatch(use ->
                use.reference().isBare()
                    && Names.same(use.name(), id.value())
                    && ColumnNames.of(use.table()).called(id.value()).isEmpty());
    boolean inStatement =
        model
            .tables()
            .flatMap(table -> table.source().stream())
            .anyMatch(source ->
                source instanceof Source.Sql sql
                    && sql.statement()
                        .filter(text -> text.value().contains("{{" + id.value() + "}}"))
                        .isPresent());
    if (inFormula || inStatement) {
      mutations.add(
          Mutation.of(
              "control renamed, formula or statement",
              path(id),
              () -> place(id).with().apply(Trees.of("no-such-control")),
              "unknown-name",
              "sql-control"));
      mutations.add(
          Mutation.of(
              "control removed, formula or statement",
              path(control.node()),
              place(control.node()).without(),
              "unknown-name",
              "sql-control"));
    }
  }

  /// The table of this document whose column a prefixed reference means.
  private Optional<TableElement> target(Use use) {
    if (use.reference().parts().size() != 2) {
      return Optional.empty();
    }
    Stream<TableElement> ofSource =
        use.table().source().stream()
            .flatMap(source ->
                switch (source) {
                  case Source.OfElement of -> element(of).stream().filter(it -> isCalled(it, use));
                  case Source.Join join -> sides(join, use);
                  case Source.WarehouseTable ignored -> Stream.empty();
                  case Source.Sql ignored -> Stream.empty();
                  case Source.OfDataModel ignored -> Stream.empty();
                  case Source.Union ignored -> Stream.empty();
                  case Source.Transpose ignored -> Stream.empty();
                  case Source.Other ignored -> Stream.empty();
                });
    Optional<TableElement> found = ofSource.findFirst();
    if (found.isPresent() || !use.inLookup() || mayBeOwn(use)) {
      return found;
    }
    return model.tables().filter(table -> isCalled(table, use)).findFirst();
  }

  /// Whether the prefix is that of the table's own source, whose columns nobody knows.
  private boolean mayBeOwn(Use use) {
    return use.table().source().stream()
        .flatMap(source -> Stream.concat(Stream.of(source), source.parts().stream()))
        .anyMatch(source ->
            source instanceof Source.WarehouseTable warehouse
                && !warehouse.path().isEmpty()
                && Names.same(warehouse.path().getLast(), use.prefix()));
  }

  private Stream<TableElement> sides(Source.Join join, Use use) {
    Stream<TableElement> primary =
        EffectiveNames.primary(join).flatMap(this::element).stream()
            .filter(table ->
                join.name()
                    .map(name -> Names.same(name.value(), use.prefix()))
                    .orElseGet(() -> isCalled(table, use)));
    Stream<TableElement> rights =
        join.legs().stream()
            .flatMap(leg ->
                leg.right().flatMap(this::element).stream()
                    .filter(table ->
                        leg.name()
                            .map(name -> Names.same(name.value(), use.prefix()))
                            .orElseGet(() -> isCalled(table, use))));
    return Stream.concat(primary, rights);
  }

  private boolean isCalled(TableElement table, Use use) {
    return names.of(table).filter(name -> Names.same(name, use.prefix())).isPresent();
  }

  private boolean isUnion(Use use) {
    return use.table().source().orElse(null) instanceof Source.Union && !use.inLookup();
  }

  private Optional<TableElement> element(Source source) {
    return source instanceof Source.OfElement of
        ? of.elementId()
            .flatMap(
                id -> model.tables().filter(it -> it.id().value().equals(id.value())).findFirst())
        : Optional.empty();
  }

  private static Optional<String> openSource(Use use) {
    return switch (use.table().source().orElse(null)) {
      case Source.Transpose ignored -> Optional.of(OPEN);
      case Source.Other ignored -> Optional.of(OPEN);
      case null -> Optional.of(OPEN);
      case Source.WarehouseTable ignored -> Optional.empty();
      case Source.OfElement ignored -> Optional.empty();
      case Source.OfDataModel ignored -> Optional.empty();
      case Source.Sql ignored -> Optional.empty();
      case Source.Join ignored -> Optional.empty();
      case Source.Union ignored -> Optional.empty();
    };
  }

  /// Why a wrong prefix cannot be told, where nobody knows the right ones.
  private Optional<String> openPrefix(Use use) {
    boolean hasUnknownName =
        use.table().source().stream()
            .flatMap(source -> Stream.concat(Stream.of(source), source.parts().stream()))
            .anyMatch(source -> source instanceof Source.OfDataModel && names.of(source).isEmpty());
    return hasUnknownName ? Optional.of(WAREHOUSE) : openSource(use);
  }

  /// The document with a part of a reference written otherwise.
  private ObjectNode rewritten(Use use, Expression.Part part, String text) {
    String formula = use.formula().value();
    return place(use.formula())
        .with()
        .apply(
            TextNode.of(
                formula.substring(0, part.start()) + text + formula.substring(part.end()),
                use.formula().span()));
  }

  private Place place(Node node) {
    Place place = places.get(node);
    if (place == null) {
      throw new IllegalStateException("not in the document: " + node);
    }
    return place;
  }

  private String path(Node node) {
    return place(node).path();
  }
}
