package io.github.sigmadm.sandbox.formula;

import java.util.Locale;
import java.util.regex.Pattern;

/// The type of a column as `/columns` reports it.
public enum ColumnType {
  TEXT,
  NUMBER,
  DATETIME,
  BOOLEAN,
  /// Not known any closer.
  VARIANT,
  /// The formula does not work.
  ERROR;

  private static final Pattern DATE =
      Pattern.compile("\\b(date|day|week|month|year|time|timestamp|at|on|since|until)\\b");
  private static final Pattern BOOL = Pattern.compile("^(is|has|was|can|should)\\b|\\bflag\\b");
  private static final Pattern NUM =
      Pattern.compile(
          "\\b(amount|amt|quantity|qty|price|cost|count|total|revenue|profit|sum|number|num|size|"
              + "age|rate|percent|mm|minutes|hours|seats|mrr|bonus|pay|value|latitude|longitude|"
              + "temperature|target|rank|priority|balance|score)\\b");

  /// A plausible type for a column that is only known by name.
  public static ColumnType guess(String columnName) {
    String name = new FriendlyName(false).of(columnName).toLowerCase(Locale.ROOT);
    if (BOOL.matcher(name).find()) {
      return BOOLEAN;
    }
    if (DATE.matcher(name).find()) {
      return DATETIME;
    }
    return NUM.matcher(name).find() ? NUMBER : TEXT;
  }

  /// The type of a warehouse column from the warehouse's own word for it.
  public static ColumnType ofWarehouse(String warehouseType) {
    String type = warehouseType.toUpperCase(Locale.ROOT);
    if (type.startsWith("BOOL")) {
      return BOOLEAN;
    }
    if (type.startsWith("DATE") || type.startsWith("TIME")) {
      return DATETIME;
    }
    if (type.startsWith("VARIANT") || type.startsWith("OBJECT") || type.startsWith("ARRAY")) {
      return VARIANT;
    }
    boolean text =
        type.startsWith("VARCHAR")
            || type.startsWith("TEXT")
            || type.startsWith("STRING")
            || type.startsWith("CHAR");
    return text ? TEXT : NUMBER;
  }

  /// The name in the API.
  public String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
