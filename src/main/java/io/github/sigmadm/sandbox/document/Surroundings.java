package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.formula.FriendlyName;
import java.util.List;
import java.util.Optional;

/// What a document can point at outside of itself.
public interface Surroundings {

  /// The newest version of another live model.
  Optional<DocumentView> dataModel(String dataModelId);

  /// Whether the connection's catalogue has this table.
  boolean hasTable(String connectionId, List<String> path);

  /// The table's columns; empty when they are not known, and any name will do.
  Optional<List<WarehouseColumn>> columns(String connectionId, List<String> path);

  /// Whether the connection shows raw column names as friendly ones.
  boolean friendlyNames(String connectionId);

  /// The rule for friendly names.
  FriendlyName friendlyName();
}
