package io.github.sigmadm.sandbox.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The key order of exports. Keys that are not named here keep their place after the others.
final class KeyOrder {

  private static final List<String> PAGE = List.of("id", "name", "elements");
  private static final List<String> TABLE =
      List.of(
          "id",
          "kind",
          "source",
          "columns",
          "name",
          "description",
          "metrics",
          "metricFolders",
          "metricOrder",
          "relationships",
          "filters",
          "folders",
          "groupings",
          "summary",
          "order",
          "visibleAsSource",
          "sort",
          "columnSecurities",
          "uniqueKeys");
  private static final List<String> CONTROL =
      List.of(
          "kind",
          "controlId",
          "id",
          "name",
          "filters",
          "parameters",
          "controlType",
          "source",
          "mode",
          "selectionMode",
          "values",
          "value");
  private static final List<String> SOURCE =
      List.of(
          "connectionId",
          "dataModelId",
          "elementId",
          "groupingId",
          "direction",
          "kind",
          "path",
          "statement",
          "joins",
          "sources",
          "matches",
          "name",
          "primarySource",
          "source");
  private static final List<String> JOIN = List.of("left", "right", "columns", "name", "joinType");
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "columns", List.of("id", "formula", "name", "description", "hidden", "format"),
          "metrics",
              List.of(
                  "id", "formula", "name", "description", "isHighlighted", "format", "timeline"),
          "relationships",
              List.of("id", "targetElementId", "keys", "name", "description", "relationshipType"),
          "filters", List.of("id", "columnId", "kind", "mode"),
          "folders", List.of("id", "name", "items"),
          "metricFolders", List.of("id", "name", "items"),
          "groupings", List.of("id", "groupBy", "calculations", "sort"),
          "columnSecurities", List.of("id", "criteria", "restrictedColumns"));

  private KeyOrder() {}

  static void apply(JsonNode pages) {
    Json.objects(pages).forEach(page -> order(page, PAGE));
    for (ObjectNode element : Json.elements(pages)) {
      if (Json.isTable(element)) {
        order(element, TABLE);
        LISTS.forEach(
            (list, keys) -> Json.objects(element, list).forEach(thing -> order(thing, keys)));
        source(element.path("source"));
      } else {
        order(element, CONTROL);
      }
    }
  }

  private static void source(JsonNode node) {
    if (!(node instanceof ObjectNode source)) {
      return;
    }
    order(source, SOURCE);
    source(source.path("source"));
    source(source.path("primarySource"));
    Json.objects(source, "sources").forEach(KeyOrder::source);
    for (ObjectNode join : Json.objects(source, "joins")) {
      order(join, JOIN);
      source(join.path("left"));
      source(join.path("right"));
    }
  }

  private static void order(ObjectNode object, List<String> keys) {
    List<String> names = new ArrayList<>(keys);
    names.retainAll(object.propertyNames());
    for (String name : object.propertyNames()) {
      if (!keys.contains(name)) {
        names.add(name);
      }
    }
    ObjectNode ordered = Json.object();
    names.forEach(name -> ordered.set(name, object.get(name)));
    object.removeAll();
    object.setAll(ordered);
  }
}
