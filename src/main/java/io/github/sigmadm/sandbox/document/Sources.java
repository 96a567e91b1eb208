package io.github.sigmadm.sandbox.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a table element reads from.
public final class Sources {

  private Sources() {}

  /// The sources that are not made of others, in order, each once.
  public static List<ObjectNode> leaves(ObjectNode table) {
    Set<ObjectNode> leaves = new LinkedHashSet<>();
    collect(table.path("source"), leaves);
    return List.copyOf(leaves);
  }

  /// The source whose name and metrics the element takes on. For a join without one of its own
  /// choice: the one that is on a left side and never on a right side.
  static JsonNode primary(JsonNode source) {
    return switch (Json.string(source, "kind")) {
      case "join" -> {
        if (source.has("primarySource")) {
          yield source.path("primarySource");
        }
        List<JsonNode> lefts = new ArrayList<>();
        for (ObjectNode join : Json.objects(source, "joins")) {
          lefts.add(join.path("left"));
        }
        Json.objects(source, "joins").forEach(join -> lefts.remove(join.path("right")));
        yield lefts.isEmpty() ? source.path("joins").path(0).path("left") : lefts.getFirst();
      }
      case "transpose" -> source.path("source");
      default -> source;
    };
  }

  private static void collect(JsonNode node, Set<ObjectNode> leaves) {
    if (!(node instanceof ObjectNode source)) {
      return;
    }
    switch (Json.string(source, "kind")) {
      case "join" -> {
        collect(source.path("primarySource"), leaves);
        for (ObjectNode join : Json.objects(source, "joins")) {
          collect(join.path("left"), leaves);
          collect(join.path("right"), leaves);
        }
      }
      case "union" -> Json.objects(source, "sources").forEach(part -> collect(part, leaves));
      case "transpose" -> collect(source.path("source"), leaves);
      default -> leaves.add(source);
    }
  }
}
