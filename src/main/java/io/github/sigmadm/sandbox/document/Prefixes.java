package io.github.sigmadm.sandbox.document;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The prefixes that a table's formulas can put before a column of its source.
final class Prefixes {

  private Prefixes() {}

  static List<Origin.Prefix> of(DocumentView view, ObjectNode table) {
    JsonNode source = table.path("source");
    ElementNames names = view.elementNames();
    return switch (Json.string(source, "kind")) {
      case "join" -> {
        List<Origin.Prefix> prefixes = new ArrayList<>();
        prefixes.add(
            new Origin.Prefix(names.ofSource(source), view.originOf(Sources.primary(source))));
        for (ObjectNode join : Json.objects(source, "joins")) {
          String own = Json.string(join, "name");
          prefixes.add(
              new Origin.Prefix(
                  own.isEmpty() ? names.ofSource(join.path("right")) : own,
                  view.originOf(join.path("right"))));
        }
        yield List.copyOf(prefixes);
      }
      case "union" -> {
        List<String> columns =
            Json.objects(source, "matches").stream()
                .map(match -> Json.string(match, "outputColumnName"))
                .toList();
        Origin.Named named = new Origin.Named(columns);
        yield List.of(
            new Origin.Prefix(names.ofSource(source), named),
            new Origin.Prefix(view.nameOf(table), named));
      }
      case "sql", "csv-table" ->
          List.of(
              new Origin.Prefix(names.ofSource(source), new Origin.Anything()),
              new Origin.Prefix(view.nameOf(table), new Origin.Anything()));
      case "transpose" -> List.of(new Origin.Prefix(names.ofSource(source), new Origin.Anything()));
      default -> List.of(new Origin.Prefix(names.ofSource(source), view.originOf(source)));
    };
  }
}
