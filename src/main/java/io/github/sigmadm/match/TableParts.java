package io.github.sigmadm.match;

import io.github.sigmadm.formula.CanonicalFormula;
import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.Metric;
import io.github.sigmadm.spec.Relationship;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The things inside one table, each with what it can be recognised by.
///
/// Things without an id are left out: nobody can hold on to them.
///
/// @param table the table
/// @param translation how its document's ids read on the live side
record TableParts(TableElement table, Translation translation) {

  /// Which of the keys of columns and metrics is the formula.
  static final int FORMULA = 3;

  /// Recognised by name and formula together, then by either, then by the warehouse column that the
  /// id names.
  List<Part> columns() {
    return ColumnNames.of(table).columns().stream()
        .map(named -> {
          String id = named.column().id().value();
          return named(
              id,
              // by itself, a name does not depend on the place among siblings of the same name
              ColumnNames.of(named.column()),
              named.name(),
              named.column().formula(),
              warehouseColumn(id));
        })
        .toList();
  }

  /// Recognised by name, and by the columns inside.
  List<Part> folders() {
    return folders(table.folders(), IdKind.COLUMN);
  }

  /// Recognised by name and formula together, then by either.
  List<Part> metrics() {
    return table.metrics().stream()
        .map((Metric metric) -> {
          Optional<String> name = metric.name().map(TextNode::value);
          return named(metric.id().value(), name, name, metric.formula(), Optional.empty());
        })
        .toList();
  }

  /// Recognised by name, and by the metrics inside.
  List<Part> metricFolders() {
    return folders(table.metricFolders(), IdKind.METRIC);
  }

  /// Recognised by the columns it groups by, then by what it calculates.
  List<Part> groupings() {
    return identified(table.groupings())
        .map(node -> {
          List<String> groupBy = texts(node, "groupBy");
          return new Part(
              id(node),
              labels(groupBy),
              List.of(
                  translation.list(element(), IdKind.COLUMN, groupBy),
                  translation.set(element(), IdKind.COLUMN, groupBy),
                  translation.set(element(), IdKind.COLUMN, texts(node, "calculations"))));
        })
        .toList();
  }

  /// Recognised by name, then by the target and the keys, then by the target.
  List<Part> relationships() {
    return table.relationships().stream().map(this::relationship).toList();
  }

  private Part relationship(Relationship relationship) {
    Optional<String> name = relationship.name().map(TextNode::value);
    Optional<String> target =
        relationship.targetElementId().map(TextNode::value).flatMap(translation::element);
    return new Part(
        relationship.id().value(),
        name.orElse(relationship.id().value()),
        List.of(name, name.map(Names::normalise), Part.key(target, keys(relationship)), target));
  }

  private Optional<String> keys(Relationship relationship) {
    String other = relationship.targetElementId().map(TextNode::value).orElse("");
    List<Optional<String>> pairs =
        relationship.keys().stream()
            .map(key ->
                Part.key(
                    key.text("sourceColumnId").flatMap(id -> translation.column(element(), id)),
                    key.text("targetColumnId").flatMap(id -> translation.column(other, id))))
            .toList();
    return pairs.isEmpty() || pairs.contains(Optional.<String>empty())
        ? Optional.empty()
        : Optional.of(pairs.stream().flatMap(Optional::stream).sorted().reduce("", String::concat));
  }

  /// Recognised by the column and all settings, then by the column and the kind, then by the
  /// column.
  List<Part> filters() {
    return identified(table.filters())
        .map(node -> {
          Optional<String> column =
              node.text("columnId").flatMap(id -> translation.column(element(), id));
          Node settings = node.without("id").without("columnId");
          return new Part(
              id(node),
              node.text("columnId").map(this::label).orElse(id(node)),
              List.of(
                  Part.key(column, Optional.of(CanonicalJson.text(settings))),
                  Part.key(column, node.text("kind")),
                  column));
        })
        .toList();
  }

  /// Recognised by the columns and all criteria, then by the columns and the kind of criteria, then
  /// by the columns, then by the criteria.
  List<Part> columnSecurities() {
    return identified(table.columnSecurities())
        .map(node -> {
          Optional<String> columns =
              translation.set(element(), IdKind.COLUMN, texts(node, "restrictedColumns"));
          Optional<String> criteria = node.object("criteria").map(CanonicalJson::text);
          return new Part(
              id(node),
              labels(texts(node, "restrictedColumns")),
              List.of(
                  Part.key(columns, criteria),
                  Part.key(columns, node.object("criteria").flatMap(c -> c.text("kind"))),
                  columns,
                  criteria));
        })
        .toList();
  }

  private List<Part> folders(List<ObjectNode> folders, IdKind kind) {
    return identified(folders)
        .map(node -> {
          Optional<String> name = node.text("name");
          return new Part(
              id(node),
              name.orElse(id(node)),
              List.of(
                  name,
                  name.map(Names::normalise),
                  translation.set(element(), kind, texts(node, "items"))));
        })
        .toList();
  }

  private static Part named(
      String id,
      Optional<String> own,
      Optional<String> name,
      Optional<TextNode> formula,
      Optional<String> origin) {
    Optional<String> canonical =
        formula
            .map(text -> CanonicalFormula.of(text.value()).text())
            .filter(text -> !text.isEmpty());
    return new Part(
        id,
        name.or(() -> formula.map(TextNode::value)).orElse(id),
        List.of(
            Part.key(own.map(Names::normalise), canonical),
            name,
            name.map(Names::normalise),
            canonical,
            origin));
  }

  /// The part of a column id that names a column of the warehouse: `inode-…/ORDER_ID`.
  private static Optional<String> warehouseColumn(String id) {
    int slash = id.indexOf('/');
    return slash > 0 && slash < id.length() - 1
        ? Optional.of(id.substring(slash + 1))
        : Optional.empty();
  }

  private String labels(List<String> columns) {
    return columns.stream().map(this::label).collect(Collectors.joining(", "));
  }

  private String label(String column) {
    return table.column(column).flatMap(ColumnNames::of).orElse(column);
  }

  private String element() {
    return table.id().value();
  }

  private static Stream<ObjectNode> identified(List<ObjectNode> nodes) {
    return nodes.stream().filter(node -> node.text("id").isPresent());
  }

  private static String id(ObjectNode node) {
    return node.text("id").orElseThrow();
  }

  private static List<String> texts(ObjectNode node, String field) {
    return node.items(field).stream()
        .filter(TextNode.class::isInstance)
        .map(item -> ((TextNode) item).value())
        .toList();
  }
}
