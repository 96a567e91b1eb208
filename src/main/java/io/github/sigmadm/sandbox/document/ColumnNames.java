package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.formula.FormulaScanner;
import io.github.sigmadm.sandbox.formula.Token;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The effective names of a table's columns.
final class ColumnNames {

  private ColumnNames() {}

  static Map<String, String> of(DocumentView view, ObjectNode table) {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (ObjectNode column : Json.objects(table, "columns")) {
      String own = Json.string(column, "name");
      String name = own.isEmpty() ? derived(table, column, taken) : own;
      taken.add(name);
      names.put(Json.string(column, "id"), name);
    }
    return names;
  }

  /// The name that a pass-through column has without one of its own, given the names of the columns
  /// before it.
  static Optional<String> passThroughName(ObjectNode table, ObjectNode column, Set<String> taken) {
    return FormulaScanner.passThrough(Json.string(column, "formula"))
        .map(reference -> {
          String name = reference.last();
          boolean joined = Json.string(table.path("source"), "kind").equals("join");
          return joined && taken.contains(name) && reference.parts().size() > 1
              ? name + " (" + reference.parts().getFirst() + ")"
              : name;
        });
  }

  private static String derived(ObjectNode table, ObjectNode column, Set<String> taken) {
    String name =
        passThroughName(table, column, taken)
            .or(() -> ofCall(FormulaScanner.scan(Json.string(column, "formula"))))
            .orElse("Calc");
    String free = name;
    for (int i = 1; taken.contains(free); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }

  /// `Lookup([Dim Store/Store City], …)` is `Store City (Dim Store)`, `DateTrunc("week", [Date])`
  /// is `Week of Date`.
  private static Optional<String> ofCall(List<Token> tokens) {
    if (tokens.size() < 4 || !(tokens.getFirst() instanceof Token.Word(_, _, String function))) {
      return Optional.empty();
    }
    if (function.equalsIgnoreCase("Lookup")
        && tokens.get(2) instanceof Token.Reference looked
        && looked.parts().size() == 2) {
      return Optional.of(looked.last() + " (" + looked.parts().getFirst() + ")");
    }
    if (function.equalsIgnoreCase("DateTrunc")
        && tokens.size() == 6
        && tokens.get(2) instanceof Token.Text(_, _, String unit)
        && !unit.isEmpty()
        && tokens.get(4) instanceof Token.Reference date) {
      String first = unit.substring(0, 1).toUpperCase(Locale.ROOT);
      return Optional.of(first + unit.substring(1) + " of " + date.last());
    }
    return Optional.empty();
  }
}
