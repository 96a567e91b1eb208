package io.github.sigmadm.plan;

import io.github.sigmadm.core.DataModelId;
import java.util.Optional;

/// What it is known from that a spec has nothing to change.
public sealed interface Seen permits Target, Seen.Recorded {

  /// The record of the last deploy: the file asks for what was deployed of it then, so that nobody
  /// looked at the live model.
  ///
  /// @param version the version that was live after the deploy, as far as it is known
  record Recorded(DataModelId id, Optional<Long> version) implements Seen {}
}
