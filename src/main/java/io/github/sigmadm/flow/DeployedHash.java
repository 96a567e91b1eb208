package io.github.sigmadm.flow;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.ContentHash;
import java.util.Optional;

/// Tells whether a spec asks for what was deployed of it before: two specs with one hash would be
/// deployed alike.
final class DeployedHash {

  /// Another number for another way of making the hash: then everything counts as changed once.
  private static final String WAY = "1";

  private DeployedHash() {}

  /// @param bound the spec's content with its references to models of the repository in live ids
  /// @param configured the model that the configuration names for this file
  static String of(ResolvedSpec spec, DataModel bound, Optional<DataModelId> configured) {
    ContentHash hash = new ContentHash();
    hash.add(
        WAY,
        spec.name(),
        spec.folder().map(FolderId::value).orElse(""),
        spec.description().map(description -> "=" + description).orElse(""),
        configured.map(DataModelId::value).orElse(""));
    hash.add(bound.node());
    return hash.hex();
  }
}
