package io.github.sigmadm.flow;

import io.github.sigmadm.check.warehouse.CatalogueEntry;
import io.github.sigmadm.check.warehouse.TableAddress;
import java.util.List;
import java.util.Optional;

/// What a Sigma organisation knows of its warehouses: its catalogue, which may lag behind them.
///
/// All methods may be called from several threads, only read, and end in an answer or a [Trouble].
public interface Warehouse {

  /// What the catalogue has at a path; empty if it has nothing there, or nothing that the
  /// credentials see.
  ///
  /// @param address of a table, or with a shorter path of a schema or database
  Optional<CatalogueEntry> lookup(TableAddress address);

  /// The names of all columns of a table as the warehouse has them; empty if the catalogue does not
  /// know them.
  ///
  /// @param table the id of its [CatalogueEntry]
  Optional<List<String>> columns(String table);

  /// The paths of tables of a connection, for suggestions.
  ///
  /// @param most about how many are enough
  List<List<String>> paths(String connection, int most);
}
