package io.github.sigmadm.sandbox.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The names of table elements and of the sources that joins are made of.
final class ElementNames {

  private final DocumentView view;
  private final Set<String> asked = new HashSet<>();

  ElementNames(DocumentView view) {
    this.view = view;
  }

  /// The element's own name, else [#byDefault].
  String effective(ObjectNode table) {
    String own = Json.string(table, "name");
    return own.isEmpty() ? byDefault(table) : own;
  }

  /// The name that a table has when it has none of its own.
  String byDefault(ObjectNode table) {
    String id = Json.string(table, "id");
    if (!asked.add(id)) {
      // Elements that are each other's source have no name at all.
      return "";
    }
    try {
      return ofSource(table.path("source"));
    } finally {
      asked.remove(id);
    }
  }

  String ofSource(JsonNode source) {
    return switch (Json.string(source, "kind")) {
      case "warehouse-table" -> {
        List<String> path = Json.strings(source, "path");
        yield path.isEmpty() ? "" : path.getLast();
      }
      case "sql" -> "Custom SQL";
      case "union" -> {
        String own = Json.string(source, "name");
        yield own.isEmpty() ? "Union of " + source.path("sources").size() + " Sources" : own;
      }
      case "join" -> {
        String own = Json.string(source, "name");
        yield own.isEmpty() ? ofSource(Sources.primary(source)) : own;
      }
      case "transpose" -> ofSource(source.path("source"));
      case "table" -> view.table(Json.string(source, "elementId")).map(this::effective).orElse("");
      case "data-model" ->
          view.surroundings()
              .dataModel(Json.string(source, "dataModelId"))
              .flatMap(other -> other.table(Json.string(source, "elementId")).map(other::nameOf))
              .orElse("");
      default -> "";
    };
  }
}
