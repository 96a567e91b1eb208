package io.github.sigmadm.check.warehouse;

import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.DataModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a spec reads in the warehouse, as far as it names tables and columns: not what its SQL
/// does.
///
/// @param tables each once, in order of the text
public record WarehouseUses(List<TableUse> tables) {

  public static final WarehouseUses NONE = new WarehouseUses(List.of());

  public WarehouseUses {
    tables = List.copyOf(tables);
  }

  /// What a spec reads once its variables are resolved.
  public static WarehouseUses of(DataModel model) {
    return UseCollector.collect(model);
  }

  /// What this one reads and an earlier state did not: new tables with all their columns, and new
  /// columns of known tables.
  public WarehouseUses since(WarehouseUses before) {
    List<TableUse> fresh = new ArrayList<>();
    for (TableUse table : tables) {
      Optional<TableUse> earlier = before.of(table.address());
      if (earlier.isEmpty()) {
        fresh.add(table);
        continue;
      }
      Set<String> known = earlier.get().names();
      List<TableUse.ColumnUse> columns =
          table.columns().stream()
              .filter(column -> !known.contains(Names.normalise(column.name())))
              .toList();
      if (!columns.isEmpty()) {
        fresh.add(new TableUse(table.address(), table.span(), columns));
      }
    }
    return new WarehouseUses(fresh);
  }

  /// Whether it reads a table.
  boolean reads(TableAddress table) {
    return of(table).isPresent();
  }

  /// The columns that it reads of a table, as names are compared.
  Set<String> columnsOf(TableAddress table) {
    return of(table).map(TableUse::names).orElse(Set.of());
  }

  private Optional<TableUse> of(TableAddress table) {
    return tables.stream().filter(use -> use.address().equals(table)).findFirst();
  }
}
