package io.github.sigmadm.flow;

import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.Matching;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.IdMap;
import java.util.List;
import java.util.Optional;

/// A spec, the live model that it is, and what its parts are there.
///
/// @param matching which live thing each of its parts is; empty where there is no live model
record Located(ResolvedSpec spec, LiveIdentity identity, Matching matching) {

  static final Matching NOTHING_LIVE = new Matching(IdMap.EMPTY, List.of());

  /// What specs that refer to this one need to know, if it is live.
  Optional<OtherModel> asOtherModel() {
    return identity instanceof LiveIdentity.Known known
        ? Optional.of(new OtherModel(known.model().id(), matching.ids()))
        : Optional.empty();
  }
}
