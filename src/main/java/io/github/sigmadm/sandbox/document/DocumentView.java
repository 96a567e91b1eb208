package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.formula.ColumnType;
import io.github.sigmadm.sandbox.formula.FriendlyName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The pages of a model with the questions that their formulas raise: what is the name of this
/// element, of this column, what type does it have. Answers are kept, so the pages must not change.
public final class DocumentView {

  private final Map<String, ObjectNode> elements = new LinkedHashMap<>();
  private final Surroundings surroundings;
  private final ElementNames elementNames;
  private final Map<String, Map<String, String>> columnNames = new HashMap<>();
  private final Map<String, NameIndex<ObjectNode>> columnsByName = new HashMap<>();
  private final Map<IdKey, ColumnType> types = new HashMap<>();
  private Optional<NameIndex<ObjectNode>> tablesByName = Optional.empty();

  public DocumentView(JsonNode pages, Surroundings surroundings) {
    this.surroundings = surroundings;
    for (ObjectNode element : Json.elements(pages)) {
      elements.putIfAbsent(Json.string(element, "id"), element);
    }
    this.elementNames = new ElementNames(this);
  }

  /// Tables and controls in document order.
  public List<ObjectNode> elements() {
    return List.copyOf(elements.values());
  }

  public List<ObjectNode> tables() {
    return elements.values().stream().filter(Json::isTable).toList();
  }

  /// The table element of this id.
  public Optional<ObjectNode> table(String elementId) {
    return Optional.ofNullable(elements.get(elementId)).filter(Json::isTable);
  }

  public boolean hasControl(String controlId) {
    return elements.values().stream()
        .anyMatch(element -> Json.string(element, "controlId").equals(controlId));
  }

  /// The name that formulas and people use for a table: its own, else the one of its source.
  public String nameOf(ObjectNode table) {
    return elementNames.effective(table);
  }

  /// The effective names of a table's columns by column id, in column order.
  public Map<String, String> columnNames(ObjectNode table) {
    return columnNames.computeIfAbsent(Json.string(table, "id"), _ -> ColumnNames.of(this, table));
  }

  /// A table's columns by effective name.
  NameIndex<ObjectNode> columnsByName(ObjectNode table) {
    return columnsByName.computeIfAbsent(
        Json.string(table, "id"),
        _ -> {
          Map<String, String> names = columnNames(table);
          return new NameIndex<>(
              Json.objects(table, "columns"),
              column -> names.getOrDefault(Json.string(column, "id"), ""));
        });
  }

  /// The column of this effective name.
  public Optional<ObjectNode> columnNamed(ObjectNode table, String name) {
    return columnsByName(table).find(name);
  }

  /// The table of this effective name.
  public Optional<ObjectNode> tableNamed(String name) {
    if (tablesByName.isEmpty()) {
      tablesByName = Optional.of(new NameIndex<>(tables(), this::nameOf));
    }
    return tablesByName.get().find(name);
  }

  /// The type of a column, [ColumnType#ERROR] when its formula or its source does not work.
  public ColumnType typeOf(ObjectNode table, ObjectNode column) {
    IdKey key = new IdKey(IdKind.COLUMN, Json.string(table, "id"), Json.string(column, "id"));
    ColumnType known = types.get(key);
    if (known != null) {
      return known;
    }
    // A formula that comes back to itself meets this.
    types.put(key, ColumnType.ERROR);
    ColumnType type = References.of(this, table).typeOf(column);
    types.put(key, type);
    return type;
  }

  /// Whether the sources of a table are all there.
  public boolean sourceIsThere(ObjectNode table) {
    return Sources.leaves(table).stream()
        .noneMatch(source -> originOf(source) instanceof Origin.Nothing);
  }

  FriendlyName friendlyNames() {
    return surroundings.friendlyName();
  }

  Surroundings surroundings() {
    return surroundings;
  }

  ElementNames elementNames() {
    return elementNames;
  }

  /// The columns that a warehouse table, a table of this document or one of another model gives.
  Origin originOf(JsonNode source) {
    return switch (Json.string(source, "kind")) {
      case "warehouse-table" -> {
        String connection = Json.string(source, "connectionId");
        List<String> path = Json.strings(source, "path");
        yield surroundings.hasTable(connection, path)
            ? new Origin.Warehouse(
                surroundings.friendlyNames(connection), surroundings.columns(connection, path))
            : new Origin.Nothing();
      }
      case "table" -> element(this, Json.string(source, "elementId"));
      case "data-model" ->
          surroundings
              .dataModel(Json.string(source, "dataModelId"))
              .map(other -> element(other, Json.string(source, "elementId")))
              .orElseGet(Origin.Nothing::new);
      default -> new Origin.Anything();
    };
  }

  private static Origin element(DocumentView view, String elementId) {
    Optional<Origin> origin = view.table(elementId).map(table -> new Origin.Element(view, table));
    return origin.orElseGet(Origin.Nothing::new);
  }
}
