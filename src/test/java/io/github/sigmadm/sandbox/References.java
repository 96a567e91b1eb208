package io.github.sigmadm.sandbox;

import io.github.sigmadm.sandbox.document.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which ids of a document are referred to although nothing bears them. Written against the
/// description of the format, not against the sandbox.
final class References {

  private final Map<String, Set<String>> columns = new HashMap<>();
  private final Map<String, Set<String>> groupings = new HashMap<>();
  private final Set<String> elements = new HashSet<>();
  private final List<String> dangling = new ArrayList<>();

  private References() {}

  static List<String> dangling(JsonNode pages) {
    References references = new References();
    List<ObjectNode> all = Json.elements(pages);
    all.forEach(references::declare);
    all.forEach(references::follow);
    return references.dangling;
  }

  private void declare(ObjectNode element) {
    String id = Json.string(element, "id");
    elements.add(id);
    columns.put(id, new HashSet<>());
    groupings.put(id, new HashSet<>());
    for (String list : List.of("columns", "folders")) {
      Json.objects(element, list)
          .forEach(thing -> columns.getOrDefault(id, Set.of()).add(Json.string(thing, "id")));
    }
    Json.objects(element, "groupings")
        .forEach(thing -> groupings.getOrDefault(id, Set.of()).add(Json.string(thing, "id")));
  }

  private void follow(ObjectNode element) {
    String id = Json.string(element, "id");
    for (String list : List.of("order", "summary", "uniqueKeys")) {
      Json.strings(element, list).forEach(column -> column(id, column));
    }
    for (ObjectNode folder : Json.objects(element, "folders")) {
      Json.strings(folder, "items").forEach(column -> column(id, column));
    }
    for (ObjectNode grouping : Json.objects(element, "groupings")) {
      Json.strings(grouping, "groupBy").forEach(column -> column(id, column));
      Json.strings(grouping, "calculations").forEach(column -> column(id, column));
    }
    for (ObjectNode security : Json.objects(element, "columnSecurities")) {
      Json.strings(security, "restrictedColumns").forEach(column -> column(id, column));
    }
    for (ObjectNode metric : Json.objects(element, "metrics")) {
      if (metric.has("timeline")) {
        column(id, Json.string(metric.path("timeline"), "dateColumnId"));
      }
    }
    if (Json.isTable(element)) {
      for (String list : List.of("sort", "filters")) {
        Json.objects(element, list).forEach(entry -> column(id, Json.string(entry, "columnId")));
      }
    }
    Set<String> metrics = new HashSet<>();
    for (String list : List.of("metrics", "metricFolders")) {
      Json.objects(element, list).forEach(metric -> metrics.add(Json.string(metric, "id")));
    }
    List<String> named = new ArrayList<>(Json.strings(element, "metricOrder"));
    Json.objects(element, "metricFolders")
        .forEach(folder -> named.addAll(Json.strings(folder, "items")));
    named.stream().filter(metric -> !metrics.contains(metric)).forEach(dangling::add);
    for (ObjectNode relationship : Json.objects(element, "relationships")) {
      String target = Json.string(relationship, "targetElementId");
      element(target);
      for (ObjectNode key : Json.objects(relationship, "keys")) {
        column(id, Json.string(key, "sourceColumnId"));
        column(target, Json.string(key, "targetColumnId"));
      }
    }
    everySource(element);
  }

  private void everySource(JsonNode node) {
    if (Json.string(node, "kind").equals("table") && node.has("elementId")) {
      element(Json.string(node, "elementId"));
      if (node.has("groupingId")
          && !groupings
              .getOrDefault(Json.string(node, "elementId"), Set.of())
              .contains(Json.string(node, "groupingId"))) {
        dangling.add("grouping " + Json.string(node, "groupingId"));
      }
    }
    JsonNode source = node.path("source");
    if (Json.string(source, "kind").equals("table") && source.has("elementId")) {
      for (String field :
          List.of("columnId", "displayColumnId", "columnToTranspose", "valueColumn")) {
        if (node.has(field)) {
          column(Json.string(source, "elementId"), Json.string(node, field));
        }
      }
    }
    node.forEach(this::everySource);
  }

  private void element(String id) {
    if (!elements.contains(id)) {
      dangling.add("element " + id);
    }
  }

  private void column(String element, String id) {
    if (!columns.getOrDefault(element, Set.of()).contains(id)) {
      dangling.add("column " + element + "." + id);
    }
  }
}
