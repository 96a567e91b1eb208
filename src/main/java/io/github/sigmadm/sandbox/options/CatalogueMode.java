package io.github.sigmadm.sandbox.options;

/// Which warehouse tables exist.
public enum CatalogueMode {
  /// Every connection, table and column that a representation names exists. Tables that were added
  /// with columns are checked all the same.
  ANY_TABLE,
  /// Only connections and tables that were added exist, and a table is found only once it has been
  /// synchronised.
  STRICT
}
