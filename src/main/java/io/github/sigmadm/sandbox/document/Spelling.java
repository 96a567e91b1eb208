package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.formula.FormulaScanner;
import io.github.sigmadm.sandbox.formula.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sigma's own spelling of references: whatever was submitted for a column that exists is stored
/// under the name that Sigma shows, `[ORDERS/ORDER_ID]` as `[ORDERS/Order Id]`.
final class Spelling {

  /// A new spelling changes the name of a pass-through column, and so what others call it.
  private static final int MOST_ROUNDS = 20;

  private Spelling() {}

  static void apply(ArrayNode pages, Surroundings surroundings) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!respell(new DocumentView(pages, surroundings))) {
        return;
      }
    }
  }

  private static boolean respell(DocumentView view) {
    List<Runnable> changes = new ArrayList<>();
    for (ObjectNode table : view.tables()) {
      References references = References.of(view, table);
      for (ObjectNode column : Json.objects(table, "columns")) {
        respell(column, reference -> references.column(column, reference)).ifPresent(changes::add);
      }
      for (ObjectNode metric : Json.objects(table, "metrics")) {
        respell(metric, reference -> references.metric(metric, reference)).ifPresent(changes::add);
      }
    }
    changes.forEach(Runnable::run);
    return !changes.isEmpty();
  }

  private static Optional<Runnable> respell(
      ObjectNode holder, Function<Token.Reference, Target> targets) {
    String formula = Json.string(holder, "formula");
    String respelled =
        FormulaScanner.rewrite(formula, reference -> spelling(targets.apply(reference)));
    return respelled.equals(formula)
        ? Optional.empty()
        : Optional.of(() -> holder.put("formula", respelled));
  }

  private static Optional<List<String>> spelling(Target target) {
    return switch (target) {
      case Target.Column column -> Optional.of(column.spelling());
      case Target.Outside outside -> Optional.of(outside.spelling());
      case Target.Value _, Target.Missing _ -> Optional.empty();
    };
  }
}
