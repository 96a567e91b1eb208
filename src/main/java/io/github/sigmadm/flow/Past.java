package io.github.sigmadm.flow;

import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.config.StateMode;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.StateStore.Recall;
import io.github.sigmadm.match.ForeignIds;
import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.plan.Base;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.state.DeployedModel;
import io.github.sigmadm.state.State;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What earlier deploys to an environment left, as far as this run can know it.
///
/// @param point where the state was read; empty if nothing was ever recorded, or it cannot be known
/// @param unknown why it cannot be known, for the reader; empty if it is
/// @param earlierPaths under which path the live model of a file that has moved is kept
record Past(
    StateStore store,
    State state,
    Optional<Commit> point,
    Optional<String> unknown,
    Map<RepositoryPath, RepositoryPath> earlierPaths) {

  private static final String LOSS =
      " Changes made in Sigma cannot be told from changes of the files, renamed files and names are"
          + " followed by name only, a run that was cancelled is not made good by the next push, and"
          + " nothing is pruned.";

  Past {
    earlierPaths = Map.copyOf(earlierPaths);
  }

  /// Reads what was recorded.
  static Past read(StateStore store, Configuration configuration, EnvironmentName environment) {
    if (configuration.state() == StateMode.NONE) {
      return unknown(store, "No state is kept (`state: none`)." + LOSS);
    }
    return switch (store.read(environment)) {
      case Recall.Known(var state, var point) ->
          new Past(store, state, point, Optional.empty(), Map.of());
      case Recall.Unavailable(var reason) ->
          unknown(store, "There is no state of earlier deploys: " + reason + "." + LOSS);
    };
  }

  /// Nothing is known, since it does not matter to the run.
  static Past none(StateStore store) {
    return unknown(store, "What was deployed was not asked for.");
  }

  private static Past unknown(StateStore store, String reason) {
    return new Past(store, State.EMPTY, Optional.empty(), Optional.of(reason), Map.of());
  }

  boolean isKnown() {
    return unknown.isEmpty();
  }

  /// What is to be said where it cannot be known.
  Optional<String> notice() {
    return unknown;
  }

  /// The past of the files under the paths that they have now.
  ///
  /// @param moves where each file was before
  Past moved(Map<RepositoryPath, RepositoryPath> moves) {
    State now = state;
    Map<RepositoryPath, RepositoryPath> earlier = new LinkedHashMap<>();
    for (var move : moves.entrySet()) {
      now = now.moved(move.getValue(), move.getKey());
      earlier.put(move.getKey(), move.getValue());
    }
    return new Past(store, now, point, unknown, earlier);
  }

  /// What a file was deployed as, if it ever was.
  Optional<DeployedModel> of(RepositoryPath path) {
    return state.of(path);
  }

  /// Whether a spec asks for what was last deployed of it, so that there is nothing to do.
  ///
  /// @param configured the model that the configuration names for this file
  boolean isSettled(ResolvedSpec spec, Optional<DataModelId> configured) {
    return of(spec.path())
        .filter(deployed ->
            deployed.hash().equals(Optional.of(DeployedHash.of(spec, bound(spec), configured))))
        .isPresent();
  }

  /// How the last deploy left a model.
  ///
  /// @param id the model that the file is now
  Base base(RepositoryPath path, DataModelId id) {
    Optional<DeployedModel> deployed = of(path).filter(model -> model.id().equals(id));
    if (deployed.isEmpty() || point.isEmpty()) {
      return new Base.Unknown();
    }
    RepositoryPath kept = earlierPaths.getOrDefault(path, path);
    return store
        .live(point.get(), kept)
        .flatMap(bytes -> TreeReader.readJson(kept, bytes).sound())
        .filter(ObjectNode.class::isInstance)
        .<Base>map(node -> Base.Deployed.of(DataModel.of((ObjectNode) node), deployed.get().ids()))
        .orElseGet(Base.Unknown::new);
  }

  /// The live ids that a file's things had after its last deploy to a model.
  IdMap ids(RepositoryPath path, DataModelId id) {
    return of(path)
        .filter(deployed -> deployed.id().equals(id))
        .map(DeployedModel::ids)
        .orElse(IdMap.EMPTY);
  }

  /// The spec with its references to models of the repository in the ids that those were deployed
  /// with.
  private DataModel bound(ResolvedSpec spec) {
    return ForeignIds.rewrite(
        spec.content(), text -> ModelLink.target(text).flatMap(this::of).map(Past::asOtherModel));
  }

  static OtherModel asOtherModel(DeployedModel deployed) {
    return new OtherModel(deployed.id(), deployed.ids());
  }
}
