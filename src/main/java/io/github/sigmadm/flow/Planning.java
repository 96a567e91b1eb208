package io.github.sigmadm.flow;

import io.github.sigmadm.config.Environment;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.match.ForeignIds;
import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.plan.Base;
import io.github.sigmadm.plan.Comparison;
import io.github.sigmadm.plan.DeployOrder;
import io.github.sigmadm.plan.Fingerprint;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.PlanInput;
import io.github.sigmadm.plan.Planner;
import io.github.sigmadm.plan.Seen;
import io.github.sigmadm.plan.Side;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.state.DeployedModel;
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
  private final LiveLookup.Care care;

  Planning(Settings settings, Environment environment, Parallel parallel, LiveLookup.Care care) {
    this.settings = settings;
    this.environment = environment;
    this.parallel = parallel;
    this.care = care;
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
  Planned against(LiveModels live, Catalogue catalogue, Specs specs) {
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
        new LiveLookup(
            live, parallel, settings.configuration(), environment.name(), specs.past(), care);
    Map<RepositoryPath, Located> located =
        TableTranslation.of(
            catalogue, lookup.locate(layers, specs.previousNames()), diagnostics.keySet());
    Map<DataModelId, List<RepositoryPath>> claimedTwice = LiveLookup.claimedTwice(located);
    List<ModelPlan> models = new ArrayList<>(specs.faulty());
    located.forEach((path, spec) -> {
      boolean isWanted = diagnostics.containsKey(path);
      List<Diagnostic> told = diagnostics.getOrDefault(path, List.of());
      switch (spec) {
        case Located.Settled settled -> {
          if (isWanted) {
            models.add(unchanged(settled, told));
          }
        }
        case Located.LookedUp found -> {
          // a model that others refer to and that is not there yet has to be made first
          if (isWanted || found.identity() instanceof LiveIdentity.New) {
            models.add(plan(found, specs, LiveLookup.otherModels(located), claimedTwice, told));
          }
        }
      }
    });
    specs.removed().forEach((path, name) -> models.add(removed(path, name, specs.past(), lookup)));
    resolved.values().stream()
        .filter(spec -> order.inCycles().contains(spec.path()))
        .map(spec -> inCycle(spec, diagnostics.getOrDefault(spec.path(), List.of())))
        .forEach(models::add);
    List<ModelPlan> safe =
        care == LiveLookup.Care.ALL ? models : new LossyModels(live, parallel).refusedIn(models);
    return new Planned(checked(catalogue, safe, resolved, specs), located, order.layers());
  }

  private List<ModelPlan> checked(
      Catalogue catalogue,
      List<ModelPlan> models,
      Map<RepositoryPath, ResolvedSpec> resolved,
      Specs specs) {
    return settings.configuration().checks().warehouse()
        ? new WarehouseCheck(catalogue, specs.resolvedBefore()).judged(models, resolved)
        : models;
  }

  /// Plans against the base commit, from Git alone.
  static List<ModelPlan> againstBase(Specs specs) {
    List<ModelPlan> models = new ArrayList<>(specs.faulty());
    for (Prepared.Ready ready : specs.ready()) {
      ResolvedSpec spec = ready.spec();
      models.add(
          Planner.planAgainstBase(
              spec,
              Optional.ofNullable(specs.resolvedBefore().get(spec.path())),
              ready.diagnostics()));
    }
    specs.removed().forEach((path, name) -> models.add(gone(path, name)));
    return models;
  }

  private static DeployOrder order(Map<RepositoryPath, ResolvedSpec> resolved) {
    Map<RepositoryPath, List<RepositoryPath>> dependsOn = new TreeMap<>();
    resolved.forEach((path, spec) -> dependsOn.put(path, spec.dependsOn()));
    return DeployOrder.of(dependsOn);
  }

  private ModelPlan plan(
      Located.LookedUp found,
      Specs specs,
      Map<RepositoryPath, OtherModel> others,
      Map<DataModelId, List<RepositoryPath>> claimedTwice,
      List<Diagnostic> diagnostics) {
    ResolvedSpec spec = found.spec();
    if (found.identity() instanceof LiveIdentity.Known(var model, _)
        && claimedTwice.containsKey(model.id())) {
      return claimedBySeveral(spec, model, claimedTwice.get(model.id()), diagnostics);
    }
    if (found.identity() instanceof LiveIdentity.New && spec.folder().isEmpty()) {
      return withoutFolder(spec, diagnostics);
    }
    return Planner.plan(
        new PlanInput(
            spec,
            found.identity(),
            found.matching(),
            others,
            base(found, specs, others),
            settings.configuration().policy().drift(),
            diagnostics));
  }

  /// How the last deploy left a model. Where it is not as was recorded, and is what the base commit
  /// asks for, a deploy of that was cut short before it could be recorded.
  private static Base base(
      Located.LookedUp found, Specs specs, Map<RepositoryPath, OtherModel> others) {
    if (!(found.identity() instanceof LiveIdentity.Known(var model, _))) {
      return new Base.Unknown();
    }
    RepositoryPath path = found.spec().path();
    Base recorded = specs.past().base(path, model.id());
    ResolvedSpec before = specs.resolvedBefore().get(path);
    boolean isAsRecorded =
        specs
            .past()
            .of(path)
            .filter(deployed -> deployed.version().equals(Optional.of(model.version())))
            .isPresent();
    if (isAsRecorded || before == null || !(recorded instanceof Base.Deployed)) {
      return recorded;
    }
    DataModel bound =
        ForeignIds.rewrite(before.content(), text -> ModelLink.target(text).map(others::get));
    LiveIds asked =
        LiveIds.rewrite(
            bound, Matcher.match(bound, model.content(), specs.past().ids(path, model.id())));
    Side side =
        new Side(
            Optional.of(before.name()), before.folder(), before.description(), asked.content());
    return Comparison.compare(Side.of(model), side).isEmpty()
        ? new Base.Deployed(Side.of(model), asked.ids())
        : recorded;
  }

  private static ModelPlan unchanged(Located.Settled settled, List<Diagnostic> diagnostics) {
    ResolvedSpec spec = settled.spec();
    DeployedModel deployed = settled.deployed();
    return new ModelPlan.Unchanged(
        spec.path(),
        spec.name(),
        new Seen.Recorded(deployed.id(), deployed.version()),
        deployed.ids(),
        List.of(),
        diagnostics);
  }

  /// What becomes of the model of a file that is gone: with `policy.prune` it is deleted, if it was
  /// made by a deploy.
  private ModelPlan removed(RepositoryPath path, String name, Past past, LiveLookup lookup) {
    boolean prunes =
        settings.configuration().policy().prune()
            && past.of(path).filter(DeployedModel::created).isPresent();
    return prunes
        ? new ModelPlan.Delete(path, name, lookup.left(path), true, List.of())
        : gone(path, name);
  }

  private static ModelPlan gone(RepositoryPath path, String name) {
    return new ModelPlan.Delete(path, name, Optional.empty(), false, List.of());
  }

  private static ModelPlan claimedBySeveral(
      ResolvedSpec spec,
      LiveModel model,
      List<RepositoryPath> claimants,
      List<Diagnostic> diagnostics) {
    return new ModelPlan.Conflict(
        spec.path(),
        spec.name(),
        ModelPlan.Cause.AMBIGUOUS,
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
