package io.github.sigmadm.plan;

import io.github.sigmadm.formula.CanonicalFormula;
import java.util.Optional;

/// Compares the formulas of columns and metrics.
///
/// A formula that only follows what it refers to when that is renamed gives the same values as
/// before: it is told, and harmless.
final class FormulaComparison {

  private FormulaComparison() {}

  /// @param thing what the formula belongs to, or the security that it decides
  static void compare(TablePair tables, Thing thing, Subject subject, Named before, Named after) {
    Optional<String> old = before.text("formula");
    Optional<String> now = after.text("formula");
    if (old.isEmpty() || now.isEmpty()) {
      if (Findings.differ(before, after, "formula")) {
        tables
            .findings()
            .changed(thing, subject, "formula", before.show("formula"), after.show("formula"));
      }
      return;
    }
    if (CanonicalFormula.same(old.get(), now.get())) {
      return;
    }
    boolean follows =
        FormulaMeaning.in(tables.before())
            .of(old.get())
            .equals(FormulaMeaning.in(tables.after()).of(now.get()));
    tables
        .findings()
        .changed(thing, subject, "formula", follows ? "formula.follows" : "formula", old, now);
  }
}
