package io.github.sigmadm.flow;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.Matching;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.state.DeployedModel;
import java.util.List;
import java.util.Optional;

/// A spec and the live model that it is.
sealed interface Located {

  Matching NOTHING_LIVE = new Matching(IdMap.EMPTY, List.of());

  ResolvedSpec spec();

  /// What specs that refer to this one need to know, if it is live.
  Optional<OtherModel> asOtherModel();

  /// The live model, if there is one.
  default Optional<DataModelId> id() {
    return asOtherModel().map(OtherModel::id);
  }

  /// It was looked for among the live models.
  ///
  /// @param matching which live thing each of its parts is; where there is no live model, at most
  ///   the ids that columns of warehouse tables are given
  record LookedUp(ResolvedSpec spec, LiveIdentity identity, Matching matching) implements Located {

    @Override
    public Optional<OtherModel> asOtherModel() {
      return identity instanceof LiveIdentity.Known known
          ? Optional.of(new OtherModel(known.model().id(), matching.ids()))
          : Optional.empty();
    }
  }

  /// It asks for nothing but what was last deployed, so nobody looked.
  record Settled(ResolvedSpec spec, DeployedModel deployed) implements Located {

    @Override
    public Optional<OtherModel> asOtherModel() {
      return Optional.of(Past.asOtherModel(deployed));
    }
  }
}
