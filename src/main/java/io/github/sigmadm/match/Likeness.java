package io.github.sigmadm.match;

import io.github.sigmadm.formula.CanonicalFormula;
import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.TableElement;
import java.util.Set;
import java.util.stream.Collectors;

/// How much alike two tables are that have neither id nor name in common, from 0 to 1.
///
/// Half of it is the source: the share of what can be told about it that both have. The other half
/// is the columns: the share that both have, by ids, by names or by formulas, whichever is
/// greatest.
///
/// A share is that of Dice: twice what both have, divided by what each has.
final class Likeness {

  /// From here on two tables can be the same one, if each is the other's only best match: more than
  /// the same source alone, and more than the same columns alone.
  static final double SAME = 0.6;

  private Likeness() {}

  /// What is compared of a table's columns.
  record Columns(Set<String> ids, Set<String> names, Set<String> formulas) {

    static Columns of(TableElement table) {
      return new Columns(
          table.columns().stream().map(column -> column.id().value()).collect(Collectors.toSet()),
          ColumnNames.of(table).columns().stream()
              .flatMap(named -> named.name().stream())
              .map(Names::normalise)
              .collect(Collectors.toSet()),
          table.columns().stream()
              .map(Column::formula)
              .flatMap(java.util.Optional::stream)
              .map(formula -> CanonicalFormula.of(formula.value()).text())
              .collect(Collectors.toSet()));
    }

    double sharedWith(Columns other) {
      return Math.max(
          share(ids, other.ids),
          Math.max(share(names, other.names), share(formulas, other.formulas)));
    }
  }

  static double of(double sources, double columns) {
    return (sources + columns) / 2;
  }

  /// The share that two sets have in common.
  static double share(Set<String> first, Set<String> second) {
    Set<String> smaller = first.size() <= second.size() ? first : second;
    Set<String> larger = first.size() <= second.size() ? second : first;
    if (smaller.isEmpty()) {
      return 0;
    }
    long common = smaller.stream().filter(larger::contains).count();
    return 2.0 * common / (first.size() + second.size());
  }
}
