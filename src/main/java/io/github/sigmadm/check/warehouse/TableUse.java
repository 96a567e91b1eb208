package io.github.sigmadm.check.warehouse;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A warehouse table that a spec reads, with the columns that it reads there.
///
/// @param span where its path stands first
/// @param columns each once
public record TableUse(TableAddress address, Span span, List<ColumnUse> columns) {

  public TableUse {
    columns = List.copyOf(columns);
  }

  /// The names of its columns, as names are compared.
  Set<String> names() {
    return columns.stream()
        .map(column -> Names.normalise(column.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// A column of the table.
  ///
  /// @param name as the spec writes it: raw, or as Sigma shows it
  /// @param span where it stands first
  public record ColumnUse(String name, Span span) {}
}
