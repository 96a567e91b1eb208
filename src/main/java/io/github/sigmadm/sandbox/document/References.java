package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.formula.ColumnType;
import io.github.sigmadm.sandbox.formula.FormulaScanner;
import io.github.sigmadm.sandbox.formula.FormulaTyping;
import io.github.sigmadm.sandbox.formula.FriendlyName;
import io.github.sigmadm.sandbox.formula.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where the references in one table's formulas point.
final class References {

  /// Tables on tables beyond this number go round in a circle.
  private static final int LONGEST_CHAIN = 100;

  private final DocumentView view;
  private final ObjectNode table;
  private final List<Origin.Prefix> prefixes;

  private References(DocumentView view, ObjectNode table, List<Origin.Prefix> prefixes) {
    this.view = view;
    this.table = table;
    this.prefixes = prefixes;
  }

  static References of(DocumentView view, ObjectNode table) {
    return new References(view, table, Prefixes.of(view, table));
  }

  /// The type of one of the table's columns.
  ColumnType typeOf(ObjectNode column) {
    if (!view.sourceIsThere(table)) {
      return ColumnType.ERROR;
    }
    return FormulaTyping.typeOf(
        Json.string(column, "formula"), reference -> typeOf(column(column, reference)));
  }

  /// What a reference in a column's formula points at.
  Target column(ObjectNode column, Token.Reference reference) {
    if (reference.parts().size() > 1) {
      return prefixed(reference.parts());
    }
    String name = reference.last();
    return sibling(name, Optional.of(column))
        .or(() -> bareSourceColumn(name))
        .or(() -> sibling(name, Optional.empty()))
        .or(() -> control(name))
        .orElseGet(Target.Missing::new);
  }

  /// What a reference in a metric's formula points at.
  Target metric(ObjectNode metric, Token.Reference reference) {
    if (reference.parts().size() > 1) {
      return prefixed(reference.parts());
    }
    String name = reference.last();
    return sibling(name, Optional.empty())
        .or(() -> metricNamed(name, Optional.of(metric)))
        .or(() -> bareSourceColumn(name))
        .or(() -> control(name))
        .orElseGet(Target.Missing::new);
  }

  /// The references of a formula that point at nothing.
  List<Token.Reference> missing(ObjectNode column) {
    return FormulaScanner.references(Json.string(column, "formula")).stream()
        .filter(reference -> column(column, reference) instanceof Target.Missing)
        .toList();
  }

  private static ColumnType typeOf(Target target) {
    return switch (target) {
      case Target.Column column -> column.view().typeOf(column.table(), column.column());
      case Target.Outside outside -> outside.type();
      case Target.Value value -> value.type();
      case Target.Missing _ -> ColumnType.ERROR;
    };
  }

  private Optional<Target> sibling(String name, Optional<ObjectNode> except) {
    return columnOf(view, table, name, except)
        .map(
            column -> new Target.Column(view, table, column, List.of(nameOf(view, table, column))));
  }

  /// Transposed and united columns are referred to by their bare names.
  private Optional<Target> bareSourceColumn(String name) {
    JsonNode source = table.path("source");
    return switch (Json.string(source, "kind")) {
      case "transpose" -> Optional.of(new Target.Outside(ColumnType.guess(name), List.of(name)));
      case "union" ->
          prefixes.stream()
              .flatMap(prefix -> inOrigin(prefix.origin(), List.of(), name).stream())
              .findFirst();
      default -> Optional.empty();
    };
  }

  private Optional<Target> control(String controlId) {
    return view.hasControl(controlId)
        ? Optional.of(new Target.Value(ColumnType.VARIANT))
        : Optional.empty();
  }

  private Target prefixed(List<String> parts) {
    String first = parts.getFirst();
    String last = parts.getLast();
    if (parts.size() == 2 && first.equals("Metrics")) {
      return metricNamed(last, Optional.empty()).orElseGet(Target.Missing::new);
    }
    Optional<Origin.Prefix> own = new NameIndex<>(prefixes, Origin.Prefix::name).find(first);
    if (parts.size() == 2) {
      return own.flatMap(prefix -> inOrigin(prefix.origin(), List.of(prefix.name()), last))
          .or(() -> otherElement(first, last))
          .orElseGet(Target.Missing::new);
    }
    Optional<String> ownName =
        own.map(Origin.Prefix::name)
            .or(() -> Optional.of(view.nameOf(table)).filter(first::equalsIgnoreCase));
    return parts.size() == 3 && ownName.isPresent()
        ? related(ownName.get(), parts.get(1), last)
        : new Target.Missing();
  }

  private Optional<Target> inOrigin(Origin origin, List<String> prefix, String name) {
    return switch (origin) {
      case Origin.Element element ->
          columnOf(element.view(), element.table(), name, Optional.empty())
              .map(column ->
                  new Target.Column(
                      element.view(),
                      element.table(),
                      column,
                      with(prefix, nameOf(element.view(), element.table(), column))));
      case Origin.Warehouse warehouse -> inWarehouse(warehouse, prefix, name);
      case Origin.Named named ->
          new NameIndex<>(named.columns(), column -> column)
              .find(name)
              .map(column -> new Target.Outside(ColumnType.guess(column), with(prefix, column)));
      case Origin.Anything _ ->
          Optional.of(new Target.Outside(ColumnType.guess(name), with(prefix, name)));
      case Origin.Nothing _ -> Optional.empty();
    };
  }

  private Optional<Target> inWarehouse(Origin.Warehouse table, List<String> prefix, String name) {
    FriendlyName friendly = view.friendlyNames();
    if (table.columns().isEmpty()) {
      String shown = table.friendly() ? friendly.of(name) : name;
      return Optional.of(new Target.Outside(ColumnType.guess(name), with(prefix, shown)));
    }
    return new NameIndex<>(table.columns().get(), WarehouseColumn::name)
        .find(name)
        .map(column ->
            new Target.Outside(
                ColumnType.ofWarehouse(column.type()),
                with(prefix, table.friendly() ? friendly.of(column.name()) : column.name())));
  }

  private Optional<Target> otherElement(String elementName, String columnName) {
    return view.tableNamed(elementName)
        .flatMap(other ->
            inOrigin(new Origin.Element(view, other), List.of(view.nameOf(other)), columnName));
  }

  private Target related(String prefix, String relationshipName, String columnName) {
    List<ObjectNode> relationships = Json.objects(table, "relationships");
    return new NameIndex<>(relationships, this::nameOfRelationship)
        .find(relationshipName)
        .flatMap(relationship -> {
          List<String> prefixes = List.of(prefix, nameOfRelationship(relationship));
          return view.table(Json.string(relationship, "targetElementId"))
              .flatMap(target -> inOrigin(new Origin.Element(view, target), prefixes, columnName));
        })
        .orElseGet(Target.Missing::new);
  }

  /// A relationship without a name goes by its target's.
  private String nameOfRelationship(ObjectNode relationship) {
    String own = Json.string(relationship, "name");
    return own.isEmpty()
        ? view.table(Json.string(relationship, "targetElementId")).map(view::nameOf).orElse("")
        : own;
  }

  /// A metric of the table, or of the tables that it is made of in the first place.
  private Optional<Target> metricNamed(String name, Optional<ObjectNode> except) {
    Origin.Element at = new Origin.Element(view, table);
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      List<ObjectNode> metrics = new ArrayList<>(Json.objects(at.table(), "metrics"));
      except.ifPresent(metrics::remove);
      if (new NameIndex<>(metrics, metric -> Json.string(metric, "name")).find(name).isPresent()) {
        return Optional.of(new Target.Value(ColumnType.NUMBER));
      }
      JsonNode primary = Sources.primary(at.table().path("source"));
      if (!(at.view().originOf(primary) instanceof Origin.Element source)) {
        return Optional.empty();
      }
      at = source;
    }
    return Optional.empty();
  }

  private static Optional<ObjectNode> columnOf(
      DocumentView view, ObjectNode table, String name, Optional<ObjectNode> except) {
    String other = except.map(column -> Json.string(column, "id")).orElse("");
    return view.columnsByName(table)
        .find(name, column -> other.isEmpty() || !Json.string(column, "id").equals(other));
  }

  private static String nameOf(DocumentView view, ObjectNode table, ObjectNode column) {
    Map<String, String> names = view.columnNames(table);
    return names.getOrDefault(Json.string(column, "id"), "");
  }

  private static List<String> with(List<String> prefix, String name) {
    List<String> parts = new ArrayList<>(prefix);
    parts.add(name);
    return List.copyOf(parts);
  }
}
