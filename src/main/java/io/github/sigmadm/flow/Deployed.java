package io.github.sigmadm.flow;

import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.state.DeployedModel;
import java.util.Optional;

/// Puts what a deploy does into the words of the state, for the [Recorder].
///
/// @param commit the commit that is deployed
record Deployed(
    Past past,
    Recorder recorder,
    Configuration configuration,
    EnvironmentName environment,
    Commit commit) {

  /// A model was just made, and nothing more is known of it.
  ///
  /// @return whether it is the file's model, and not one of another run
  boolean made(ResolvedSpec spec, FolderId folder, DataModelId id) {
    return recorder.made(
        spec.path(),
        new DeployedModel(
            id,
            spec.name(),
            folder,
            Optional.empty(),
            commit,
            Optional.empty(),
            true,
            IdMap.EMPTY));
  }

  /// A model was written and came back as it was sent.
  ///
  /// @param bound what was asked for, with its references to other models in live ids
  void confirmed(ResolvedSpec spec, DataModel bound, LiveModel now, IdMap ids, boolean made) {
    recorder.deployed(
        spec.path(),
        model(spec, Optional.of(hash(spec, bound)), now, ids, made),
        now,
        made ? RecordText.Verb.CREATED : RecordText.Verb.UPDATED);
  }

  /// A model was written, and what came back was not what was sent.
  void unconfirmed(ResolvedSpec spec, LiveModel now, IdMap ids, boolean made) {
    recorder.deployed(
        spec.path(),
        model(spec, Optional.empty(), now, ids, made),
        now,
        RecordText.Verb.UNCONFIRMED);
  }

  /// A model was put back as it was before this run.
  void restored(ResolvedSpec spec, LiveModel now) {
    past.of(spec.path())
        .filter(known -> known.id().equals(now.id()))
        .ifPresent(known ->
            recorder.deployed(
                spec.path(),
                new DeployedModel(
                    known.id(),
                    known.name(),
                    known.folder(),
                    known.hash(),
                    known.commit(),
                    Optional.of(now.version()),
                    known.created(),
                    known.ids()),
                now,
                RecordText.Verb.RESTORED));
  }

  /// A model that was made in this run was deleted again.
  void unmade(RepositoryPath path) {
    recorder.unmade(path);
  }

  /// A model was found to be as it is wanted; that is worth recording only where it is news.
  void found(ResolvedSpec spec, DataModel bound, LiveModel now, IdMap ids) {
    DeployedModel model = model(spec, Optional.of(hash(spec, bound)), now, ids, false);
    boolean isNews =
        past.of(spec.path())
            .filter(known ->
                known.id().equals(model.id())
                    && known.hash().equals(model.hash())
                    && known.ids().equals(model.ids())
                    && known.version().equals(model.version()))
            .isEmpty();
    if (isNews) {
      recorder.deployed(spec.path(), model, now, RecordText.Verb.CONFIRMED);
    }
  }

  /// A model is gone with its file.
  void removed(RepositoryPath path) {
    recorder.removed(path);
  }

  private DeployedModel model(
      ResolvedSpec spec, Optional<String> hash, LiveModel now, IdMap ids, boolean made) {
    boolean wasMade =
        past.of(spec.path())
            .filter(known -> known.id().equals(now.id()) && known.created())
            .isPresent();
    return new DeployedModel(
        now.id(),
        now.name(),
        now.folder(),
        hash,
        commit,
        Optional.of(now.version()),
        made || wasMade,
        ids);
  }

  private String hash(ResolvedSpec spec, DataModel bound) {
    return DeployedHash.of(spec, bound, configuration.override(spec.path(), environment).id());
  }
}
