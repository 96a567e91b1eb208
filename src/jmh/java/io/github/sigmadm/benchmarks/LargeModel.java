package io.github.sigmadm.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A sound model of about as many columns as one asks for, most of them with formulas: a table of
/// the warehouse, tables that build on it and on each other, and a join; a metric for every tenth
/// column.
final class LargeModel {

  private static final int TABLES = 20;

  private LargeModel() {}

  /// The model as JSON.
  static String json(int columns) {
    int perTable = columns / TABLES;
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < TABLES; i++) {
      elements.add(table(i, perTable));
    }
    return """
    {"name": "Large", "schemaVersion": 1, "pages": [
      {"id": "page", "name": "Page", "elements": [%s]}]}
    """
        .formatted(String.join(",\n", elements));
  }

  private static String table(int number, int size) {
    String name = "Table " + number;
    List<String> columns = new ArrayList<>();
    List<String> metrics = new ArrayList<>();
    List<String> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      columns.add(
          "{\"id\": \"c%d\", \"name\": \"Column %d\", \"formula\": \"%s\"}"
              .formatted(i, i, formula(number, i)));
      order.add("\"c" + i + "\"");
      if (i % 10 == 0) {
        metrics.add(
            "{\"id\": \"m%d\", \"name\": \"Metric %d\", \"formula\": \"Sum([Column %d]) / CountIf([Column %d] > 0)\"}"
                .formatted(i, i, i, Math.min(i + 1, size - 1)));
      }
    }
    return """
    {"id": "t%d", "kind": "table", "name": "%s", "source": %s,
     "columns": [%s],
     "metrics": [%s],
     "order": [%s]}
    """
        .formatted(
            number,
            name,
            source(number),
            String.join(",\n", columns),
            String.join(",\n", metrics),
            String.join(", ", order));
  }

  private static String source(int number) {
    return number == 0
        ? "{\"kind\": \"warehouse-table\", \"connectionId\": \"c\", \"path\": [\"DB\", \"S\", \"BASE\"]}"
        : "{\"kind\": \"table\", \"elementId\": \"t" + (number - 1) + "\"}";
  }

  private static String formula(int table, int column) {
    if (table == 0) {
      return "[BASE/Column " + column + "]";
    }
    String source = "[Table " + (table - 1) + "/Column " + column + "]";
    return switch (column % 5) {
      case 0 -> source;
      case 1 ->
          "If(%s > 10, %s * 1.5, Coalesce([Column %d], 0))".formatted(source, source, column - 1);
      case 2 -> "Round([Column %d] / ([Column %d] + 1), 2)".formatted(column - 1, column - 2);
      case 3 -> "Concat(Text(%s), \\\" of \\\", Upper(\\\"x\\\"))".formatted(source);
      default ->
          String.format(
              Locale.ROOT, "Lookup([Table 0/Column %d], %s, [Table 0/Column 0])", column, source);
    };
  }
}
