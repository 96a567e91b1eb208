package io.github.sigmadm.flow;

import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.ForeignIds;
import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.match.Matching;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.state.DeployedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out, for each spec, which live model it is and what its parts are there: specs after those
/// they refer to, independent ones at once.
///
/// Nothing is looked up of a spec that asks for nothing but what was last deployed.
final class LiveLookup {

  private final Identification identification;
  private final Parallel parallel;
  private final Configuration configuration;
  private final EnvironmentName environment;
  private final Past past;
  private final Care care;

  LiveLookup(
      LiveModels live,
      Parallel parallel,
      Configuration configuration,
      EnvironmentName environment,
      Past past,
      Care care) {
    this.identification = new Identification(live);
    this.parallel = parallel;
    this.configuration = configuration;
    this.environment = environment;
    this.past = past;
    this.care = care;
  }

  /// Which models are looked at.
  enum Care {
    /// Those whose specs ask for something else than was last deployed of them.
    UNSETTLED,
    /// All, since what is asked is whether they are still as they were deployed.
    ALL
  }

  /// @param layers specs in an order in which each comes after those it refers to
  /// @param previousNames the names that files had before, where they may serve to find the model
  Map<RepositoryPath, Located> locate(
      List<List<ResolvedSpec>> layers, Map<RepositoryPath, String> previousNames) {
    Map<RepositoryPath, Located> located = new LinkedHashMap<>();
    for (List<ResolvedSpec> layer : layers) {
      Map<RepositoryPath, Located> known = Collections.unmodifiableMap(located);
      List<Located> found =
          parallel.map(
              layer,
              spec -> locate(spec, Optional.ofNullable(previousNames.get(spec.path())), known));
      found.forEach(one -> located.put(one.spec().path(), one));
    }
    return located;
  }

  private Located locate(
      ResolvedSpec spec, Optional<String> previousName, Map<RepositoryPath, Located> known) {
    Optional<DataModelId> configured = configuration.override(spec.path(), environment).id();
    if (care == Care.UNSETTLED && past.isSettled(spec, configured)) {
      return new Located.Settled(spec, past.of(spec.path()).orElseThrow());
    }
    LiveIdentity identity =
        identification.identify(
            spec,
            new Identification.Clues(
                configured, past.of(spec.path()).map(DeployedModel::id), previousName));
    return switch (identity) {
      case LiveIdentity.Known found ->
          new Located.LookedUp(spec, identity, matching(spec, found.model(), known));
      case LiveIdentity.New ignored -> notThere(spec);
      case LiveIdentity.Ambiguous ignored ->
          new Located.LookedUp(spec, identity, Located.NOTHING_LIVE);
      case LiveIdentity.Missing ignored ->
          new Located.LookedUp(spec, identity, Located.NOTHING_LIVE);
      case LiveIdentity.Gone ignored -> new Located.LookedUp(spec, identity, Located.NOTHING_LIVE);
    };
  }

  /// A spec without a live model. If it had one, somebody deleted that: drift, like any other.
  private Located notThere(ResolvedSpec spec) {
    Optional<LiveIdentity> gone =
        past.of(spec.path())
            .filter(ignored -> !overwritesDrift())
            .map(deployed -> new LiveIdentity.Gone(deployed.id()));
    return new Located.LookedUp(spec, gone.orElseGet(LiveIdentity.New::new), Located.NOTHING_LIVE);
  }

  private boolean overwritesDrift() {
    return switch (configuration.policy().drift()) {
      case OVERWRITE, WARN -> true;
      case KEEP, BLOCK -> false;
    };
  }

  /// The model of a spec that is gone, if it still lives.
  Optional<LiveModel> left(RepositoryPath path) {
    return past.of(path).map(DeployedModel::id).flatMap(identification::alive);
  }

  private Matching matching(ResolvedSpec spec, LiveModel live, Map<RepositoryPath, Located> known) {
    return Matcher.match(bound(spec, known), live.content(), past.ids(spec.path(), live.id()));
  }

  /// What specs that refer to others need to know of those that are live.
  static Map<RepositoryPath, OtherModel> otherModels(Map<RepositoryPath, Located> located) {
    Map<RepositoryPath, OtherModel> models = new LinkedHashMap<>();
    located.forEach((path, one) -> one.asOtherModel().ifPresent(model -> models.put(path, model)));
    return models;
  }

  /// A spec with its references to other models put into live ids, as far as those are live.
  private static DataModel bound(ResolvedSpec spec, Map<RepositoryPath, Located> located) {
    return ForeignIds.rewrite(
        spec.content(),
        text -> ModelLink.target(text).map(located::get).flatMap(Located::asOtherModel));
  }

  /// Live models that more than one spec was taken for, each with those specs.
  static Map<DataModelId, List<RepositoryPath>> claimedTwice(Map<RepositoryPath, Located> located) {
    Map<DataModelId, List<RepositoryPath>> claims = new LinkedHashMap<>();
    located.forEach((path, one) -> {
      one.id().ifPresent(id -> claims.computeIfAbsent(id, key -> new ArrayList<>()).add(path));
    });
    claims.values().removeIf(paths -> paths.size() < 2);
    return claims;
  }
}
