package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What Sigma was seen to lose or to add although it answered `success: true`. Each part is one
/// [Quirk].
final class Mangling {

  private static final Set<String> KNOWN_IN_TABLE =
      Set.of(
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
  private static final Set<String> KNOWN_IN_COLUMN =
      Set.of("id", "formula", "name", "description", "hidden", "format");

  private Mangling() {}

  static void beforeStoring(ArrayNode pages, Surroundings surroundings, SandboxOptions options) {
    DocumentView view = new DocumentView(pages.deepCopy(), surroundings);
    for (ObjectNode element : Json.elements(pages)) {
      if (Json.string(element, "selectionMode").equals("single")) {
        // Always so: `single` takes `value`, and `values` is dropped without a word.
        element.remove("values");
      }
      if (!Json.isTable(element)) {
        continue;
      }
      if (options.has(Quirk.UNKNOWN_FIELDS_DROPPED)) {
        element.retain(KNOWN_IN_TABLE);
        Json.objects(element, "columns").forEach(column -> column.retain(KNOWN_IN_COLUMN));
      }
      if (options.has(Quirk.LAST_COLUMN_DROPPED)) {
        keepColumns(element, element.path("columns").size() - 1);
      }
      if (options.has(Quirk.MOST_COLUMNS_DROPPED)) {
        keepColumns(element, element.path("columns").size() / 10);
      }
      if (options.has(Quirk.METRIC_NAMED_LIKE_COLUMN_DROPPED)) {
        loseMetricsNamedLikeColumns(element, view);
      }
      if (options.has(Quirk.INHERITED_METRIC_RENAMED)) {
        renameInheritedMetrics(element, view);
      }
    }
  }

  static void whenStored(ArrayNode pages, SandboxOptions options) {
    for (ObjectNode table : Json.elements(pages)) {
      if (options.has(Quirk.NULLS_SPELLED_OUT)) {
        for (ObjectNode grouping : Json.objects(table, "groupings")) {
          for (ObjectNode sort : Json.objects(grouping, "sort")) {
            if (!sort.has("nulls")) {
              sort.put("nulls", "connection-default");
            }
          }
        }
      }
      if (options.has(Quirk.ORDER_FILLED_IN) && Json.isTable(table) && !table.has("order")) {
        table.set("order", shownOrder(table));
      }
    }
  }

  /// The pages with defaults spelled out, as a read may give them.
  static ArrayNode spelledOut(ArrayNode pages) {
    ArrayNode copy = pages.deepCopy();
    for (ObjectNode table : Json.elements(copy)) {
      if (Json.isTable(table)) {
        putDefault(table, "visibleAsSource", true);
        Json.objects(table, "columns").forEach(column -> putDefault(column, "hidden", false));
        for (ObjectNode join : Json.objects(table.path("source"), "joins")) {
          putDefault(join, "joinType", "inner");
          Json.objects(join, "columns").forEach(key -> putDefault(key, "op", "="));
        }
      }
    }
    KeyOrder.apply(copy);
    return copy;
  }

  private static void putDefault(ObjectNode object, String field, boolean value) {
    if (!object.has(field)) {
      object.put(field, value);
    }
  }

  private static void putDefault(ObjectNode object, String field, String value) {
    if (!object.has(field)) {
      object.put(field, value);
    }
  }

  private static void keepColumns(ObjectNode table, int count) {
    if (table.path("columns") instanceof ArrayNode columns) {
      while (columns.size() > Math.max(1, count)) {
        columns.remove(columns.size() - 1);
      }
    }
  }

  private static void loseMetricsNamedLikeColumns(ObjectNode table, DocumentView view) {
    if (table.path("metrics") instanceof ArrayNode metrics) {
      Set<String> columns = new HashSet<>(namesIn(view, table));
      metrics.removeIf(metric -> columns.contains(Json.string(metric, "name")));
    }
  }

  private static List<String> namesIn(DocumentView view, ObjectNode table) {
    return view.table(Json.string(table, "id"))
        .map(view::columnNames)
        .map(Map::values)
        .map(List::copyOf)
        .orElse(List.of());
  }

  private static void renameInheritedMetrics(ObjectNode table, DocumentView view) {
    JsonNode primary = Sources.primary(table.path("source"));
    if (view.originOf(primary) instanceof Origin.Element(_, ObjectNode source)) {
      Set<String> inherited = new HashSet<>();
      Json.objects(source, "metrics").forEach(metric -> inherited.add(Json.string(metric, "name")));
      for (ObjectNode metric : Json.objects(table, "metrics")) {
        if (inherited.contains(Json.string(metric, "name"))) {
          metric.put("name", Json.string(metric, "name") + " (1)");
        }
      }
    }
  }

  /// What is shown on its own: not in a folder, a grouping or the summary; then the folders.
  private static ArrayNode shownOrder(ObjectNode table) {
    Set<String> elsewhere = new HashSet<>(Json.strings(table, "summary"));
    for (ObjectNode folder : Json.objects(table, "folders")) {
      elsewhere.addAll(Json.strings(folder, "items"));
    }
    for (ObjectNode grouping : Json.objects(table, "groupings")) {
      elsewhere.addAll(Json.strings(grouping, "groupBy"));
      elsewhere.addAll(Json.strings(grouping, "calculations"));
    }
    ArrayNode order = Json.array();
    for (String list : List.of("columns", "folders")) {
      for (ObjectNode thing : Json.objects(table, list)) {
        if (!elsewhere.contains(Json.string(thing, "id"))) {
          order.add(Json.string(thing, "id"));
        }
      }
    }
    return order;
  }
}
