package io.github.sigmadm.plan;

import io.github.sigmadm.formula.CanonicalFormula;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What formulas say, by the column or metric they belong to; for asking whether they say the same
/// in another state of the model.
record FormulaMeanings(Map<ScopedId, CanonicalFormula> meanings) {

  static final FormulaMeanings NONE = new FormulaMeanings(Map.of());

  FormulaMeanings {
    meanings = Map.copyOf(meanings);
  }

  /// The formulas of a model.
  ///
  /// @param known the columns and metrics that are left out
  static FormulaMeanings of(DataModel model, Set<ScopedId> known) {
    Map<ScopedId, CanonicalFormula> meanings = new HashMap<>();
    EffectiveNames names = EffectiveNames.of(model);
    model
        .tables()
        .forEach(table -> {
          FormulaMeaning meaning = new FormulaMeaning(table, model, names);
          formulas(table)
              .forEach((id, formula) -> {
                if (!known.contains(id)) {
                  meanings.put(id, meaning.of(formula));
                }
              });
        });
    return new FormulaMeanings(meanings);
  }

  /// Whether those of the formulas that a model has say the same there.
  boolean holdIn(DataModel model) {
    if (meanings.isEmpty()) {
      return true;
    }
    EffectiveNames names = EffectiveNames.of(model);
    return model
        .tables()
        .allMatch(table -> {
          FormulaMeaning meaning = new FormulaMeaning(table, model, names);
          return formulas(table).entrySet().stream()
              .filter(entry -> meanings.containsKey(entry.getKey()))
              .allMatch(entry -> meaning.of(entry.getValue()).equals(meanings.get(entry.getKey())));
        });
  }

  private static Map<ScopedId, String> formulas(TableElement table) {
    Map<ScopedId, String> formulas = new HashMap<>();
    String element = table.id().value();
    table
        .columns()
        .forEach(column ->
            column
                .formula()
                .ifPresent(formula ->
                    formulas.put(
                        ScopedId.within(element, IdKind.COLUMN, column.id().value()),
                        formula.value())));
    table
        .metrics()
        .forEach(metric ->
            metric
                .formula()
                .ifPresent(formula ->
                    formulas.put(
                        ScopedId.within(element, IdKind.METRIC, metric.id().value()),
                        formula.value())));
    return formulas;
  }
}
