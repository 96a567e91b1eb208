package io.github.sigmadm.testing;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Sound models with a bit of everything in them, the same for the same seed.
///
/// Names are unique in their scope, so that every thing can be told from every other; ids are
/// numbered in their scope, so that the same id occurs in many scopes.
public final class RandomModels {

  private static final List<String> WORDS =
      List.of(
          "Order",
          "Customer",
          "Region",
          "Amount",
          "Price",
          "Store",
          "Week",
          "Margin",
          "Country",
          "Status",
          "Product",
          "Channel",
          "Budget",
          "Seats",
          "Plan");

  private final Random random;
  private final List<Map<String, Object>> tables = new ArrayList<>();
  private final List<Map<String, Object>> controls = new ArrayList<>();

  private RandomModels(long seed) {
    this.random = new Random(seed);
  }

  /// The model of a seed.
  public static DataModel model(long seed) {
    return DataModel.of((ObjectNode) Trees.of(new RandomModels(seed).document()));
  }

  private Map<String, Object> document() {
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      tables.add(table(i));
    }
    int controlCount = random.nextInt(3);
    for (int i = 0; i < controlCount; i++) {
      controls.add(control(i));
    }
    int pageCount = 1 + random.nextInt(3);
    List<List<Object>> elements =
        Stream.generate(() -> (List<Object>) new ArrayList<Object>()).limit(pageCount).toList();
    tables.forEach(table -> elements.get(random.nextInt(pageCount)).add(table));
    controls.forEach(control -> elements.get(random.nextInt(pageCount)).add(control));
    List<Map<String, Object>> pages = new ArrayList<>();
    for (int i = 0; i < pageCount; i++) {
      pages.add(object("id", "page-" + i, "name", "Page " + i, "elements", elements.get(i)));
    }
    return object("schemaVersion", 1, "pages", pages);
  }

  private Map<String, Object> table(int number) {
    String name = word() + " Facts " + number;
    Map<String, Object> source = source(number, name);
    boolean named = !"warehouse-table".equals(source.get("kind")) || random.nextBoolean();
    String prefix = named ? "T" + number : warehouseName(name);
    int width = 3 + random.nextInt(6);
    List<Object> columns = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(column(i, prefix, width));
      ids.add("c" + i);
    }
    Map<String, Object> table =
        object("id", "e" + number, "kind", "table", "source", source, "columns", columns);
    if (named) {
      table.put("name", name);
    }
    maybe(table, "description", "About " + name);
    maybe(table, "visibleAsSource", false);
    if (random.nextBoolean()) {
      table.put("metrics", metrics());
      if (random.nextBoolean()) {
        table.put(
            "metricFolders", List.of(object("id", "mf0", "name", "Sums", "items", List.of("m1"))));
        table.put("metricOrder", List.of("mf0", "m0"));
      }
    }
    maybe(table, "uniqueKeys", List.of("c1"));
    if (number > 0 && random.nextBoolean()) {
      table.put("relationships", List.of(relationship(random.nextInt(number))));
    }
    if (random.nextBoolean()) {
      table.put("filters", List.of(filter(), rowFilter(width)));
      columns.add(
          object(
              "id",
              "c" + width,
              "formula",
              "CurrentUserAttributeText(\"region\") = [" + columnName(0) + "]",
              "name",
              "Allowed",
              "hidden",
              true));
      ids.add("c" + width);
    }
    arrange(table, ids);
    if (random.nextBoolean()) {
      table.put("sort", List.of(object("columnId", ids.getLast(), "direction", "ascending")));
    }
    if (random.nextBoolean()) {
      table.put("columnSecurities", List.of(security()));
    }
    return table;
  }

  private Map<String, Object> column(int number, String prefix, int width) {
    Map<String, Object> column = object("id", "c" + number);
    if (number < 2 || random.nextBoolean()) {
      String name = columnName(number);
      String written = random.nextBoolean() ? name : warehouseName(name);
      column.put("formula", "[" + prefix + "/" + written + "]");
      switch (random.nextInt(4)) {
        case 0 -> column.put("name", number < 2 ? name : "Nice " + name);
        case 1 -> column.put("name", name);
        default -> {}
      }
    } else {
      column.put(
          "formula", "[" + columnName(0) + "] + [" + columnName(1) + "] * " + (width + number));
      column.put("name", "Made " + columnName(number));
    }
    maybe(column, "hidden", true);
    maybe(column, "description", "Column " + number);
    if (random.nextInt(3) == 0) {
      column.put("format", object("kind", "number", "formatString", ",." + number + "f"));
    }
    return column;
  }

  private static String columnName(int number) {
    return WORDS.get(number % WORDS.size()) + " " + number;
  }

  private List<Map<String, Object>> metrics() {
    List<Map<String, Object>> metrics = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      metrics.add(
          object(
              "id", "m" + i,
              "formula", "Sum([" + columnName(i) + "])",
              "name", "Total " + columnName(i)));
    }
    metrics.getFirst().put("timeline", object("dateColumnId", "c0", "truncation", "month"));
    return metrics;
  }

  private Map<String, Object> relationship(int target) {
    return object(
        "id",
        "r0",
        "targetElementId",
        "e" + target,
        "keys",
        List.of(object("sourceColumnId", "c0", "targetColumnId", "c1")),
        "name",
        "To " + target);
  }

  private Map<String, Object> filter() {
    return object("id", "f0", "columnId", "c0", "kind", "number-range", "min", random.nextInt(100));
  }

  private static Map<String, Object> rowFilter(int column) {
    return object(
        "id",
        "f1",
        "columnId",
        "c" + column,
        "kind",
        "list",
        "mode",
        "include",
        "values",
        List.of(true));
  }

  private static Map<String, Object> security() {
    return object(
        "id", "s0",
        "restrictedColumns", List.of("c0", "c1"),
        "criteria", object("kind", "no-one-can-view"));
  }

  /// Folders or groupings, and the order of the rest.
  private void arrange(Map<String, Object> table, List<String> ids) {
    switch (random.nextInt(3)) {
      case 0 -> {
        table.put(
            "folders", List.of(object("id", "d0", "name", "Keys", "items", List.of("c0", "c1"))));
        List<String> order = new ArrayList<>(ids.subList(2, ids.size()));
        order.add("d0");
        table.put("order", order);
      }
      case 1 -> {
        table.put(
            "groupings",
            List.of(
                object(
                    "id",
                    "g0",
                    "groupBy",
                    List.of("c0"),
                    "calculations",
                    List.of("c1"),
                    "sort",
                    List.of(object("columnId", "c1", "direction", "descending")))));
        table.put("summary", List.of("c2"));
        table.put("order", ids.subList(3, ids.size()));
      }
      default -> table.put("order", ids);
    }
  }

  private Map<String, Object> source(int number, String name) {
    return switch (number == 0 ? 0 : random.nextInt(6)) {
      case 1 -> element(random.nextInt(number));
      case 2 ->
          object(
              "kind", "sql",
              "connectionId", "connection",
              "statement", "select *\nfrom t" + number + "\nwhere x > " + random.nextInt(9));
      case 3 ->
          object(
              "kind", "join",
              "joins",
                  List.of(
                      object(
                          "left", warehouse(name),
                          "right", element(random.nextInt(number)),
                          "columns", List.of(object("left", "[A]", "right", "[B]")),
                          "joinType", "left-outer")),
              "primarySource", warehouse(name));
      case 4 ->
          object(
              "kind", "union",
              "sources", List.of(element(random.nextInt(number)), warehouse(name)),
              "matches",
                  List.of(object("outputColumnName", "A", "sourceColumns", List.of("[A]", "[B]"))));
      case 5 ->
          object(
              "kind", "transpose",
              "direction", "column-to-row",
              "source", element(random.nextInt(number)),
              "columnToTranspose", "c0",
              "valueColumn", "c1",
              "aggregate", "sum");
      default -> warehouse(name);
    };
  }

  /// A table as a source, by its grouping if it has one.
  private Map<String, Object> element(int number) {
    Map<String, Object> source = object("kind", "table", "elementId", "e" + number);
    if (tables.get(number).containsKey("groupings")) {
      source.put("groupingId", "g0");
    }
    return source;
  }

  private static Map<String, Object> warehouse(String name) {
    return object(
        "kind", "warehouse-table",
        "connectionId", "connection",
        "path", List.of("DB", "SCHEMA", warehouseName(name)));
  }

  private static String warehouseName(String name) {
    return name.toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
  }

  private Map<String, Object> control(int number) {
    return object(
        "kind",
        "control",
        "controlId",
        "control-name-" + number,
        "id",
        "k" + number,
        "name",
        "Choice " + number,
        "filters",
        List.of(object("source", object("kind", "table", "elementId", "e0"), "columnId", "c0")),
        "source",
        object(
            "kind",
            "source",
            "source",
            object("kind", "table", "elementId", "e0"),
            "columnId",
            "c1",
            "displayColumnId",
            "c0"),
        "controlType",
        "list",
        "selectionMode",
        "multiple",
        "values",
        List.of("a", "b"));
  }

  private void maybe(Map<String, Object> object, String field, Object value) {
    if (random.nextInt(4) == 0) {
      object.put(field, value);
    }
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return object;
  }
}
