package io.github.sigmadm.sandbox.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The ids of a document: which ones it declares, and how to put others in their place everywhere
/// at once. `controlId`s are names and are never touched.
public final class Ids {

  private static final Map<String, IdKind> DECLARED_IN_TABLE =
      Map.of(
          "columns", IdKind.COLUMN,
          "folders", IdKind.COLUMN,
          "metrics", IdKind.METRIC,
          "metricFolders", IdKind.METRIC,
          "groupings", IdKind.GROUPING,
          "relationships", IdKind.RELATIONSHIP,
          "filters", IdKind.FILTER,
          "columnSecurities", IdKind.SECURITY);

  private final Map<IdKey, String> replacements;

  private Ids(Map<IdKey, String> replacements) {
    this.replacements = Map.copyOf(replacements);
  }

  /// Every id that something in these pages bears.
  public static Set<IdKey> declared(JsonNode pages) {
    Set<IdKey> keys = new LinkedHashSet<>();
    for (ObjectNode page : Json.objects(pages)) {
      keys.add(new IdKey(IdKind.PAGE, "", Json.string(page, "id")));
    }
    for (ObjectNode element : Json.elements(pages)) {
      String owner = Json.string(element, "id");
      keys.add(new IdKey(IdKind.ELEMENT, "", owner));
      if (Json.isTable(element)) {
        DECLARED_IN_TABLE.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(entry -> {
              for (ObjectNode thing : Json.objects(element, entry.getKey())) {
                keys.add(new IdKey(entry.getValue(), owner, Json.string(thing, "id")));
              }
            });
      }
    }
    return keys;
  }

  /// The pages with every id that `replacements` has replaced, where it is declared and wherever it
  /// is referred to. The argument stays as it is.
  public static ArrayNode replace(ArrayNode pages, Map<IdKey, String> replacements) {
    ArrayNode copy = pages.deepCopy();
    Ids ids = new Ids(replacements);
    for (ObjectNode page : Json.objects(copy)) {
      ids.field(page, "id", IdKind.PAGE, "");
    }
    for (ObjectNode element : Json.elements(copy)) {
      if (Json.isTable(element)) {
        ids.table(element);
      } else {
        ids.control(element);
      }
      ids.field(element, "id", IdKind.ELEMENT, "");
    }
    return copy;
  }

  private void table(ObjectNode table) {
    String own = Json.string(table, "id");
    for (ObjectNode relationship : Json.objects(table, "relationships")) {
      String target = Json.string(relationship, "targetElementId");
      for (ObjectNode key : Json.objects(relationship, "keys")) {
        field(key, "sourceColumnId", IdKind.COLUMN, own);
        field(key, "targetColumnId", IdKind.COLUMN, target);
      }
      field(relationship, "targetElementId", IdKind.ELEMENT, "");
    }
    for (String list : List.of("order", "summary", "uniqueKeys")) {
      list(table, list, IdKind.COLUMN, own);
    }
    list(table, "metricOrder", IdKind.METRIC, own);
    for (ObjectNode folder : Json.objects(table, "folders")) {
      list(folder, "items", IdKind.COLUMN, own);
    }
    for (ObjectNode folder : Json.objects(table, "metricFolders")) {
      list(folder, "items", IdKind.METRIC, own);
    }
    for (ObjectNode grouping : Json.objects(table, "groupings")) {
      list(grouping, "groupBy", IdKind.COLUMN, own);
      list(grouping, "calculations", IdKind.COLUMN, own);
      columnIds(Json.objects(grouping, "sort"), own);
    }
    for (ObjectNode security : Json.objects(table, "columnSecurities")) {
      list(security, "restrictedColumns", IdKind.COLUMN, own);
    }
    for (ObjectNode metric : Json.objects(table, "metrics")) {
      if (metric.path("timeline") instanceof ObjectNode timeline) {
        field(timeline, "dateColumnId", IdKind.COLUMN, own);
      }
    }
    columnIds(Json.objects(table, "sort"), own);
    columnIds(Json.objects(table, "filters"), own);
    DECLARED_IN_TABLE.forEach((list, kind) -> {
      for (ObjectNode thing : Json.objects(table, list)) {
        field(thing, "id", kind, own);
      }
    });
    source(table.path("source"));
  }

  private void columnIds(List<ObjectNode> entries, String owner) {
    for (ObjectNode entry : entries) {
      field(entry, "columnId", IdKind.COLUMN, owner);
    }
  }

  private void control(ObjectNode control) {
    for (ObjectNode filter : Json.objects(control, "filters")) {
      columnOfSource(filter, filter.path("source"));
    }
    if (control.path("source") instanceof ObjectNode source) {
      columnOfSource(source, source.path("source"));
    }
  }

  /// A column id beside a source: it names a column of that source when this is an element of the
  /// same document.
  private void columnOfSource(ObjectNode holder, JsonNode source) {
    if (Json.string(source, "kind").equals("table")) {
      String owner = Json.string(source, "elementId");
      field(holder, "columnId", IdKind.COLUMN, owner);
      field(holder, "displayColumnId", IdKind.COLUMN, owner);
      source(source);
    }
  }

  private void source(JsonNode node) {
    if (!(node instanceof ObjectNode source)) {
      return;
    }
    switch (Json.string(source, "kind")) {
      case "table" -> {
        field(source, "groupingId", IdKind.GROUPING, Json.string(source, "elementId"));
        field(source, "elementId", IdKind.ELEMENT, "");
      }
      case "join" -> {
        for (ObjectNode join : Json.objects(source, "joins")) {
          source(join.path("left"));
          source(join.path("right"));
        }
        source(source.path("primarySource"));
      }
      case "union" -> Json.objects(source, "sources").forEach(this::source);
      case "transpose" -> {
        String owner = Json.string(source.path("source"), "elementId");
        field(source, "columnToTranspose", IdKind.COLUMN, owner);
        field(source, "valueColumn", IdKind.COLUMN, owner);
        source(source.path("source"));
      }
      default -> {}
    }
  }

  private void field(ObjectNode holder, String field, IdKind kind, String owner) {
    if (holder.path(field).isString()) {
      String id = Json.string(holder, field);
      holder.put(field, replacements.getOrDefault(new IdKey(kind, owner, id), id));
    }
  }

  private void list(ObjectNode holder, String field, IdKind kind, String owner) {
    if (holder.path(field) instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isString()) {
          String id = array.get(i).stringValue();
          String replaced = replacements.getOrDefault(new IdKey(kind, owner, id), id);
          array.set(i, StringNode.valueOf(replaced));
        }
      }
    }
  }
}
