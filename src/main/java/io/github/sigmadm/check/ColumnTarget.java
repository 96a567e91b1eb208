package io.github.sigmadm.check;

import io.github.sigmadm.check.FoundReference.Columns;
import io.github.sigmadm.check.FoundReference.Elsewhere;
import io.github.sigmadm.check.FoundReference.Nothing;
import io.github.sigmadm.check.FoundReference.Target;
import io.github.sigmadm.check.FoundReference.What;
import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.spec.Column;
import java.util.List;
import java.util.Optional;

/// What a name means among the columns of a table or of a source.
final class ColumnTarget {

  private static final Target ELSEWHERE = new Elsewhere();

  private ColumnTarget() {}

  /// The columns of a table by name, if it has any of it.
  static Optional<Target> among(Table table, String name) {
    List<Column> columns = table.columnsCalled(name);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        table.columns().called(name).isEmpty() ? ELSEWHERE : new Columns(table, columns));
  }

  /// A column of one of the sources that the prefix names.
  static Target of(FormulaSite site, List<Side> sides, Part name) {
    Optional<Target> nothing = Optional.empty();
    for (Side side : sides) {
      Target target =
          switch (side.columns()) {
            case Side.OfTable of -> of(site, of.table(), name, true);
            case Side.OfOther of -> of(site, of.table(), name, false);
            case Side.Listed listed -> listed(site, side, listed, name);
            case Side.Unknown ignored -> ELSEWHERE;
          };
      if (!(target instanceof Nothing)) {
        return target;
      }
      nothing = Optional.of(target);
    }
    return nothing.orElse(ELSEWHERE);
  }

  private static Target listed(FormulaSite site, Side side, Side.Listed listed, Part name) {
    return listed.has(name.text())
        ? ELSEWHERE
        : new Nothing(
            What.COLUMN,
            true,
            site.spanOf(name),
            site.label()
                + " refers to the column \""
                + name.text()
                + "\", which \""
                + side.prefixes().getFirst()
                + "\" does not have.",
            name.text(),
            listed.names(),
            "Write an `outputColumnName` of the union's `matches`.");
  }

  static Target of(FormulaSite site, Table table, Part name, boolean inDocument) {
    Optional<Target> columns = among(table, name.text());
    if (columns.isPresent()) {
      return inDocument ? columns.get() : ELSEWHERE;
    }
    return new Nothing(
        What.COLUMN,
        inDocument
            && table.columnsAreKnown()
            && table.metricsCalled(name.text()).isEmpty()
            && !table.mayBeMadeFromColumn(name.text()),
        site.spanOf(name),
        site.label()
            + " refers to the column \""
            + name.text()
            + "\", which "
            + table.label()
            + " does not have.",
        name.text(),
        table.nameSuggestions(),
        "Write the name of a column of that table, or add the column there.");
  }
}
