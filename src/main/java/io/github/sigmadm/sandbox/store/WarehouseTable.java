package io.github.sigmadm.sandbox.store;

import io.github.sigmadm.sandbox.document.WarehouseColumn;
import java.util.List;

/// A table of a connection.
///
/// @param inCatalogue whether Sigma knows of it; a new table needs a synchronisation first
public record WarehouseTable(
    String inodeId, List<String> path, List<WarehouseColumn> columns, boolean inCatalogue) {

  public WarehouseTable {
    path = List.copyOf(path);
    columns = List.copyOf(columns);
  }

  WarehouseTable synced() {
    return new WarehouseTable(inodeId, path, columns, true);
  }
}
