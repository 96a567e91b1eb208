package io.github.sigmadm.plan;

import io.github.sigmadm.formula.CanonicalFormula;
import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Formula;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Metric;
import io.github.sigmadm.spec.Relationship;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a formula of a table says, with the things it refers to in the place of their names: two
/// formulas with one meaning differ only in what those things are called.
///
/// Only references that can be followed for sure are: to one column, metric or control of that
/// name, through one element or relationship of that name. The others stay names.
///
/// @param table the table that the formula stands in
/// @param model the model of the table
/// @param names what the model's elements are called
record FormulaMeaning(TableElement table, DataModel model, EffectiveNames names) {

  static FormulaMeaning in(TablePair.Table table) {
    return new FormulaMeaning(
        table.view(), table.document().model(), table.document().labels().names());
  }

  CanonicalFormula of(String formula) {
    StringBuilder followed = new StringBuilder();
    int end = 0;
    for (Reference reference : Formula.parse(formula).references()) {
      Optional<String> thing = follow(reference);
      if (thing.isPresent() && reference.start() >= end) {
        followed
            .append(formula, end, reference.start())
            // in hexadecimal digits, ids are names that no two spellings share
            .append("[id ")
            .append(HexFormat.of().formatHex(thing.get().getBytes(StandardCharsets.UTF_8)))
            .append(']');
        end = reference.end();
      }
    }
    return CanonicalFormula.of(followed.append(formula, end, formula.length()).toString());
  }

  private Optional<String> follow(Reference reference) {
    List<Part> parts = reference.parts();
    String name = reference.name().text();
    return switch (parts.size()) {
      case 1 ->
          column(table, name)
              .or(() -> only(metrics(name)).map(id -> "metric " + id))
              .or(() -> only(controls(name)).map(id -> "control " + id));
      case 2 -> element(parts.getFirst().text()).flatMap(target -> column(target, name));
      case 3 ->
          relationship(parts.get(1).text())
              .flatMap(
                  target -> column(target, name).map(id -> "through " + parts.get(1).text() + id));
      default -> Optional.empty();
    };
  }

  private static Optional<String> column(TableElement table, String name) {
    return only(ColumnNames.of(table).called(name).stream()
            .map(named -> named.column().id().value()))
        .map(id -> "column " + table.id().value() + " " + id);
  }

  private Stream<String> metrics(String name) {
    return table.metrics().stream()
        .filter(metric -> isCalled(metric.name(), name))
        .map(Metric::id)
        .map(TextNode::value);
  }

  private Stream<String> controls(String name) {
    return model
        .controls()
        .filter(control -> isCalled(control.controlId(), name))
        .map(Control::id)
        .map(TextNode::value);
  }

  /// The element whose columns have a prefix.
  private Optional<TableElement> element(String prefix) {
    boolean isOwnSource =
        table
            .source()
            .filter(source -> !(source instanceof Source.OfElement))
            .flatMap(names::of)
            .filter(own -> Names.same(own, prefix))
            .isPresent();
    if (isOwnSource && !(table.source().orElse(null) instanceof Source.Join)) {
      return Optional.empty();
    }
    List<TableElement> legs = legs(prefix);
    if (!legs.isEmpty()) {
      return only(legs.stream());
    }
    return only(
        model
            .tables()
            .filter(other -> !other.id().value().equals(table.id().value()))
            .filter(other -> names.of(other).filter(own -> Names.same(own, prefix)).isPresent()));
  }

  /// The elements that a join knows under a prefix of its own.
  private List<TableElement> legs(String prefix) {
    if (!(table.source().orElse(null) instanceof Source.Join join)) {
      return List.of();
    }
    return join.legs().stream()
        .filter(leg -> isCalled(leg.name(), prefix))
        .map(Source.Leg::right)
        .flatMap(Optional::stream)
        .filter(Source.OfElement.class::isInstance)
        .map(right -> ((Source.OfElement) right).elementId())
        .flatMap(Optional::stream)
        .flatMap(id -> model.table(id.value()).stream())
        .toList();
  }

  /// The element that a relationship leads to.
  private Optional<TableElement> relationship(String name) {
    return only(table.relationships().stream()
            .filter(relationship -> isCalled(relationship.name(), name)))
        .flatMap(Relationship::targetElementId)
        .flatMap(target -> model.table(target.value()));
  }

  private static boolean isCalled(Optional<TextNode> own, String name) {
    return own.filter(text -> Names.same(text.value(), name)).isPresent();
  }

  private static <T> Optional<T> only(Stream<T> things) {
    List<T> found = things.limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
