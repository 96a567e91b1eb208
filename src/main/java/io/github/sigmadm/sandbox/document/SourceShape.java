package io.github.sigmadm.sandbox.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The shape of a table's source.
final class SourceShape {

  private static final Set<String> COMPOSABLE = Set.of("warehouse-table", "table", "data-model");
  private static final Set<String> ALL =
      Set.of(
          "warehouse-table",
          "table",
          "data-model",
          "sql",
          "join",
          "union",
          "transpose",
          "csv-table");
  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "warehouse-table", List.of("connectionId"),
          "table", List.of("elementId"),
          "data-model", List.of("dataModelId", "elementId"),
          "sql", List.of("connectionId", "statement"));

  private SourceShape() {}

  static void check(JsonNode source, String path) {
    check(source, path, ALL);
  }

  private static void check(JsonNode source, String path, Set<String> kinds) {
    Expect.object(source, path);
    String kind = Expect.kind(source, path, kinds);
    for (String field : TEXTS.getOrDefault(kind, List.of())) {
      Expect.string(source, field, path + ".");
    }
    switch (kind) {
      case "warehouse-table" -> {
        Expect.array(source, "path", path + ".");
        Expect.strings(source, "path", path + ".");
      }
      case "join" -> join(source, path + ".");
      case "union" -> {
        Expect.array(source, "sources", path + ".");
        int index = 0;
        for (JsonNode part : source.path("sources")) {
          check(part, path + ".sources[" + index++ + "]", COMPOSABLE);
        }
        Expect.array(source, "matches", path + ".");
        Expect.objects(source, "matches", path + ".", "outputColumnName");
      }
      case "transpose" -> check(source.path("source"), path + ".source", COMPOSABLE);
      default -> {}
    }
  }

  private static void join(JsonNode source, String path) {
    Expect.array(source, "joins", path);
    int index = 0;
    for (JsonNode join : source.path("joins")) {
      String place = path + "joins[" + index++ + "]";
      Expect.object(join, place);
      check(join.path("left"), place + ".left", COMPOSABLE);
      check(join.path("right"), place + ".right", COMPOSABLE);
      Expect.array(join, "columns", place + ".");
      Expect.objects(join, "columns", place + ".", "left", "right");
    }
    if (source.has("primarySource")) {
      check(source.path("primarySource"), path + "primarySource", COMPOSABLE);
    }
  }
}
