package io.github.sigmadm.flow;

import io.github.sigmadm.config.Environment;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.DeployOrder;
import io.github.sigmadm.plan.Fingerprint;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.PlanInput;
import io.github.sigmadm.plan.Planner;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.state.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes the plan of each spec of a run.
final class Planning {

  private final Settings settings;
  private final Environment environment;
  private final Parallel parallel;

  Planning(Settings settings, Environment environment, Parallel parallel) {
    this.settings = settings;
    this.environment = environment;
    this.parallel = parallel;
  }

  /// The plans, and what carrying them out needs to know.
  ///
  /// @param layers the order of deploying
  record Planned(
      List<ModelPlan> models,
      Map<RepositoryPath, Located> located,
      List<List<RepositoryPath>> layers) {

    Optional<String> fingerprint() {
      return Optional.of(Fingerprint.of(models));
    }
  }

  /// Plans against what is live.
  Planned against(LiveModels live, Specs specs) {
    Map<RepositoryPath, ResolvedSpec> resolved = new TreeMap<>(specs.context());
    Map<RepositoryPath, List<Diagnostic>> diagnostics = new LinkedHashMap<>();
    for (Prepared.Ready ready : specs.ready()) {
      resolved.put(ready.path(), ready.spec());
      diagnostics.put(ready.path(), ready.diagnostics());
    }
    DeployOrder order = order(resolved);
    List<List<ResolvedSpec>> layers =
        order.layers().stream().map(layer -> layer.stream().map(resolved::get).toList()).toList();
    LiveLookup lookup =
        new LiveLookup(live, parallel, settings.configuration(), environment.name(), State.EMPTY);
    Map<RepositoryPath, Located> located = lookup.locate(layers, specs.previousNames());
    Map<DataModelId, List<RepositoryPath>> claimedTwice = LiveLookup.claimedTwice(located);
    List<ModelPlan> models = new ArrayList<>(specs.settled());
    located.forEach((path, spec) -> {
      boolean isWanted = diagnostics.containsKey(path);
      boolean isMissing = spec.identity() instanceof LiveIdentity.New;
      // a model that others refer to and that is not there yet has to be made first
      if (isWanted || isMissing) {
        models.add(plan(spec, located, claimedTwice, diagnostics.getOrDefault(path, List.of())));
      }
    });
    resolved.values().stream()
        .filter(spec -> order.inCycles().contains(spec.path()))
        .map(spec -> inCycle(spec, diagnostics.getOrDefault(spec.path(), List.of())))
        .forEach(models::add);
    return new Planned(models, located, order.layers());
  }

  /// Plans against the base commit, from Git alone.
  List<ModelPlan> againstBase(Specs specs) {
    List<ModelPlan> models = new ArrayList<>(specs.settled());
    for (Prepared.Ready ready : specs.ready()) {
      ResolvedSpec spec = ready.spec();
      models.add(
          Planner.planAgainstBase(
              spec,
              Optional.ofNullable(specs.resolvedBefore().get(spec.path())),
              ready.diagnostics()));
    }
    return models;
  }

  private static DeployOrder order(Map<RepositoryPath, ResolvedSpec> resolved) {
    Map<RepositoryPath, List<RepositoryPath>> dependsOn = new TreeMap<>();
    resolved.forEach((path, spec) -> dependsOn.put(path, spec.dependsOn()));
    return DeployOrder.of(dependsOn);
  }

  private static ModelPlan plan(
      Located located,
      Map<RepositoryPath, Located> all,
      Map<DataModelId, List<RepositoryPath>> claimedTwice,
      List<Diagnostic> diagnostics) {
    ResolvedSpec spec = located.spec();
    if (located.identity() instanceof LiveIdentity.Known(var model, _)
        && claimedTwice.containsKey(model.id())) {
      return claimedBySeveral(spec, model, claimedTwice.get(model.id()), diagnostics);
    }
    if (located.identity() instanceof LiveIdentity.New && spec.folder().isEmpty()) {
      return withoutFolder(spec, diagnostics);
    }
    return Planner.plan(
        new PlanInput(
            spec,
            located.identity(),
            located.matching(),
            LiveLookup.otherModels(all),
            diagnostics));
  }

  private static ModelPlan claimedBySeveral(
      ResolvedSpec spec,
      LiveModel model,
      List<RepositoryPath> claimants,
      List<Diagnostic> diagnostics) {
    return new ModelPlan.Conflict(
        spec.path(),
        spec.name(),
        "More than one spec was taken for this model: "
            + String.join(", ", claimants.stream().map(RepositoryPath::value).toList())
            + ". Give them different names, or say which is which with `models` in sigma-dm.yml.",
        List.of(new LiveEntry(model.id(), model.name(), model.url(), model.version())),
        diagnostics);
  }

  private static ModelPlan withoutFolder(ResolvedSpec spec, List<Diagnostic> diagnostics) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.add(
        Diagnostic.error(
            "no-folder",
            spec.path(),
            Span.FILE_START,
            "It is not said in which folder the model is to be made.",
            "Set `folder` of the environment in sigma-dm.yml, or `folderId` in this file."));
    return new ModelPlan.Invalid(spec.path(), spec.name(), all);
  }

  private static ModelPlan inCycle(ResolvedSpec spec, List<Diagnostic> diagnostics) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.add(
        Diagnostic.error(
            "model-cycle",
            spec.path(),
            Span.FILE_START,
            "This model refers to itself through other models, so none of them can be deployed first.",
            "Take one of the references away: move what both need into a model of its own."));
    return new ModelPlan.Invalid(spec.path(), spec.name(), all);
  }
}
