package io.github.sigmadm.plan;

import io.github.sigmadm.spec.IdKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Compares the orders in which people see the columns, metrics and groupings of a table.
///
/// What `order` does not list comes after what it lists, in the order of the document; hidden
/// columns that it does not list are not seen. What is new or gone does not change the order of the
/// rest.
final class OrderComparison {

  private final TablePair tables;

  private OrderComparison(TablePair tables) {
    this.tables = tables;
  }

  static void compare(TablePair tables) {
    OrderComparison comparison = new OrderComparison(tables);
    comparison.compare("order", IdKind.COLUMN, columns(tables.before()), columns(tables.after()));
    if (hasMetricOrder(tables.before()) || hasMetricOrder(tables.after())) {
      comparison.compare(
          "metricOrder", IdKind.METRIC, metrics(tables.before()), metrics(tables.after()));
    }
    comparison.compare(
        "groupings",
        IdKind.GROUPING,
        ids(tables.before(), "groupings"),
        ids(tables.after(), "groupings"));
  }

  private static boolean hasMetricOrder(TablePair.Table table) {
    return table.parts().node().get("metricOrder").isPresent();
  }

  private void compare(String property, IdKind kind, List<String> before, List<String> after) {
    if (ListOrder.differs(before, after)) {
      tables
          .findings()
          .changed(
              Thing.ORDER,
              tables.before().subject(),
              property,
              Optional.of(names(tables.before(), kind, before)),
              Optional.of(names(tables.after(), kind, after)));
    }
  }

  private static String names(TablePair.Table table, IdKind kind, List<String> ids) {
    return ids.stream().map(id -> table.label(kind, id)).collect(Collectors.joining(", "));
  }

  /// The columns and folders at the top, as people see them.
  private static List<String> columns(TablePair.Table table) {
    Set<String> elsewhere = new HashSet<>(table.parts().ids("summary"));
    for (Named grouping : table.parts().objects("groupings")) {
      elsewhere.addAll(grouping.ids("groupBy"));
      elsewhere.addAll(grouping.ids("calculations"));
    }
    return order(table, "order", "columns", "folders", elsewhere);
  }

  /// The metrics and folders at the top, as people see them.
  private static List<String> metrics(TablePair.Table table) {
    return order(table, "metricOrder", "metrics", "metricFolders", Set.of());
  }

  private static List<String> order(
      TablePair.Table table, String order, String things, String folders, Set<String> elsewhere) {
    Set<String> left = new HashSet<>(elsewhere);
    table.parts().objects(folders).forEach(folder -> left.addAll(folder.ids("items")));
    List<String> all = new ArrayList<>(ids(table, things));
    all.addAll(ids(table, folders));
    Set<String> result = new LinkedHashSet<>(table.parts().ids(order));
    result.retainAll(all);
    table.parts().objects(things).stream()
        .filter(thing -> thing.node().get("hidden").isPresent())
        .map(Named::id)
        .forEach(all::remove);
    result.addAll(all);
    result.removeAll(left);
    return List.copyOf(result);
  }

  private static List<String> ids(TablePair.Table table, String list) {
    return List.copyOf(PairsById.byId(table.parts().objects(list)).keySet());
  }
}
