package io.github.sigmadm.plan;

import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Formula;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which filters of a table decide what a user sees by who the user is.
///
/// Row-level security has no object of its own: it is a filter on a column whose formula, by itself
/// or through the columns it refers to, asks who the user is. Every enabled filter on such a column
/// counts, whatever its settings: what they let through cannot be told from here.
final class RowSecurity {

  private static final String USER_FUNCTIONS = "currentuser";

  private final Map<String, Set<String>> uses = new HashMap<>();
  private final Set<String> asks = new HashSet<>();
  private final Set<String> guarding = new HashSet<>();

  private RowSecurity(TableElement table) {
    ColumnNames names = ColumnNames.of(table);
    for (Column column : table.columns()) {
      column.formula().ifPresent(formula -> read(column.id().value(), formula.value(), names));
    }
    for (ObjectNode filter : table.filters()) {
      filter
          .text("columnId")
          .filter(ignored -> isRowFilter(filter))
          .ifPresent(column -> guarding.addAll(closure(column)));
    }
  }

  /// @param table in its normal form
  static RowSecurity of(TableElement table) {
    return new RowSecurity(table);
  }

  private void read(String id, String text, ColumnNames names) {
    Formula formula = Formula.parse(text);
    if (formula.calls().stream()
        .anyMatch(call -> call.name().toLowerCase(Locale.ROOT).startsWith(USER_FUNCTIONS))) {
      asks.add(id);
    }
    Set<String> used = new HashSet<>();
    for (Reference reference : formula.references()) {
      if (reference.isBare()) {
        names.called(reference.name().text()).stream()
            .map(named -> named.column().id().value())
            .forEach(used::add);
      }
    }
    uses.put(id, used);
  }

  /// Whether a filter, enabled, decides by who the user is.
  boolean isRowFilter(ObjectNode filter) {
    return !filter.text("state").equals(Optional.of("disabled"))
        && filter.text("columnId").filter(this::asksWhoTheUserIs).isPresent();
  }

  /// Whether the formula of a column has a part in a row filter.
  boolean guards(String column) {
    return guarding.contains(column);
  }

  private boolean asksWhoTheUserIs(String column) {
    return closure(column).stream().anyMatch(asks::contains);
  }

  /// A column and all siblings that its formula uses.
  private Set<String> closure(String column) {
    Set<String> reached = new HashSet<>();
    List<String> front = List.of(column);
    while (!front.isEmpty()) {
      front =
          front.stream()
              .filter(reached::add)
              .flatMap(id -> uses.getOrDefault(id, Set.of()).stream())
              .toList();
    }
    return reached;
  }
}
