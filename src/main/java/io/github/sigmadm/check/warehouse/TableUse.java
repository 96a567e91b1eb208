package io.github.sigmadm.check.warehouse;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.Names;
import java.util.List;

/// A warehouse table that a spec reads, with the columns that it reads there.
///
/// @param span where its path stands first
/// @param columns each once
public record TableUse(TableAddress address, Span span, List<ColumnUse> columns) {

  public TableUse {
    columns = List.copyOf(columns);
  }

  /// A column of the table.
  ///
  /// @param name as the spec writes it: raw, or as Sigma shows it
  /// @param span where it stands first
  public record ColumnUse(String name, Span span) {
    /// Whether two are one column, as far as spellings tell.
    boolean isSame(ColumnUse other) {
      return Names.same(name, other.name);
    }
  }
}
