package io.github.sigmadm.sandbox.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Ids that occur twice where they may not.
public final class DuplicateCheck {

  private DuplicateCheck() {}

  public static void check(JsonNode pages) {
    once(Json.objects(pages), new HashSet<>());
    Set<String> elements = new HashSet<>();
    List<ObjectNode> all = Json.elements(pages);
    once(all, elements);
    for (ObjectNode element : all) {
      String controlId = Json.string(element, "controlId");
      if (!controlId.isEmpty() && !elements.add(controlId)) {
        throw duplicate(controlId);
      }
      if (Json.isTable(element)) {
        table(element);
      }
    }
  }

  private static void table(ObjectNode table) {
    Set<String> items = new HashSet<>();
    once(Json.objects(table, "columns"), items);
    once(Json.objects(table, "folders"), items);
    Set<String> metrics = new HashSet<>();
    once(Json.objects(table, "metrics"), metrics);
    once(Json.objects(table, "metricFolders"), metrics);
    for (String list : List.of("groupings", "relationships", "filters", "columnSecurities")) {
      once(Json.objects(table, list), new HashSet<>());
    }
    Set<String> grouped = new HashSet<>();
    for (ObjectNode grouping : Json.objects(table, "groupings")) {
      reference(Json.strings(grouping, "groupBy"), grouped);
      reference(Json.strings(grouping, "calculations"), grouped);
    }
    reference(Json.strings(table, "summary"), grouped);
  }

  private static void once(List<ObjectNode> things, Set<String> seen) {
    for (ObjectNode thing : things) {
      String id = Json.string(thing, "id");
      if (!seen.add(id)) {
        throw duplicate(id);
      }
    }
  }

  private static void reference(List<String> ids, Set<String> seen) {
    for (String id : ids) {
      if (!seen.add(id)) {
        throw Refusal.invalid("Duplicate column or folder reference: '" + id + "'");
      }
    }
  }

  private static Refusal duplicate(String id) {
    return Refusal.invalid("Duplicate id: '" + id + "'");
  }
}
