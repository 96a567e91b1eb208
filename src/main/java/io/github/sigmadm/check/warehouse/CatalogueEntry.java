package io.github.sigmadm.check.warehouse;

import java.util.Optional;

/// What Sigma's catalogue of a connection has at a path.
///
/// @param kind Sigma's word for it: `table`, `scope` and others
/// @param id by which its columns are asked for
/// @param urlId the same id as addresses in the browser end with it (base 62), and ids of its
///   columns begin with it; empty where Sigma does not say
public record CatalogueEntry(String kind, String id, Optional<String> urlId) {

  /// Whether it is a database or schema and no table.
  public boolean isScope() {
    return kind.equals("scope");
  }
}
