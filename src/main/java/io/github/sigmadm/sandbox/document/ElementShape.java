package io.github.sigmadm.sandbox.document;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The shape of a table or control.
final class ElementShape {

  private static final Set<String> KINDS = Set.of("table", "control");
  private static final Set<String> FILTERS =
      Set.of("list", "text-match", "number-range", "date-range", "top-n", "hierarchy");
  private static final Set<String> CONTROLS =
      Set.of(
          "checkbox",
          "switch",
          "text",
          "text-area",
          "number",
          "number-range",
          "date",
          "date-range",
          "top-n",
          "list",
          "segmented",
          "hierarchy",
          "slider",
          "range-slider");
  private static final Set<String> CRITERIA =
      Set.of("no-one-can-view", "specific-users-and-teams", "user-attribute");

  private ElementShape() {}

  static void check(JsonNode element, String path) {
    Expect.object(element, path);
    String kind = Expect.kind(element, path, KINDS);
    Expect.string(element, "id", path + ".");
    if (kind.equals("table")) {
      table(element, path + ".");
    } else {
      control(element, path + ".");
    }
  }

  private static void table(JsonNode table, String path) {
    SourceShape.check(table.path("source"), path + "source");
    Expect.array(table, "columns", path);
    Expect.objects(table, "columns", path, "id", "formula");
    Expect.objects(table, "metrics", path, "id", "formula");
    Expect.objects(table, "metricFolders", path, "id", "name");
    Expect.objects(table, "relationships", path, "id", "targetElementId");
    Expect.objects(table, "filters", path, "id", "columnId");
    Expect.objects(table, "folders", path, "id", "name");
    Expect.objects(table, "groupings", path, "id");
    Expect.objects(table, "columnSecurities", path, "id");
    Expect.objects(table, "sort", path, "columnId", "direction");
    for (String list : List.of("order", "summary", "metricOrder", "uniqueKeys")) {
      Expect.strings(table, list, path);
    }
    int index = 0;
    for (JsonNode relationship : table.path("relationships")) {
      String place = path + "relationships[" + index++ + "].";
      Expect.array(relationship, "keys", place);
      Expect.objects(relationship, "keys", place, "sourceColumnId", "targetColumnId");
    }
    index = 0;
    for (JsonNode security : table.path("columnSecurities")) {
      String place = path + "columnSecurities[" + index++ + "].";
      Expect.strings(security, "restrictedColumns", place);
      Expect.object(security.path("criteria"), place + "criteria");
      Expect.kind(security.path("criteria"), place + "criteria", CRITERIA);
    }
    index = 0;
    for (JsonNode filter : table.path("filters")) {
      Expect.kind(filter, path + "filters[" + index++ + "]", FILTERS);
    }
  }

  private static void control(JsonNode control, String path) {
    Expect.string(control, "controlId", path);
    Expect.known(control, "controlType", path, CONTROLS);
    Expect.objects(control, "filters", path, "columnId");
    Expect.objects(control, "parameters", path, "dataModelId", "controlId");
  }
}
