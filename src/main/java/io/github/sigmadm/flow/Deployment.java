package io.github.sigmadm.flow;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.ForeignIds;
import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import io.github.sigmadm.plan.Target;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.DataModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Carries out a plan: each model after those it refers to, independent ones at once, and what is
/// to be deleted last.
///
/// A model that fails takes the ones that depend on it along (they are skipped); the others go on.
/// Trouble with one model is its [Outcome] and never ends the run. Where the run is cancelled, the
/// models that were begun are finished and the others skipped.
final class Deployment {

  private final LiveModels live;
  private final Announcer announcer;
  private final Parallel parallel;
  private final Policy.Verify verify;
  private final ReadBackCheck check;
  private final Rollback rollback;
  private final Deployed deployed;
  private final Cancellation cancellation;
  private final Map<RepositoryPath, Located> located;
  private final Map<RepositoryPath, OtherModel> known = new ConcurrentHashMap<>();
  private final Map<RepositoryPath, Outcome> outcomes = new ConcurrentHashMap<>();

  /// @param located every spec of the plan that could be resolved, and every spec that those refer
  ///   to
  /// @param deployed where it is noted what was done
  /// @param artifacts where the representation of a model is left that could not be put back
  Deployment(
      LiveModels live,
      Announcer announcer,
      Parallel parallel,
      Policy.Verify verify,
      Map<RepositoryPath, Located> located,
      Deployed deployed,
      Artifacts artifacts,
      Cancellation cancellation) {
    this.live = live;
    this.announcer = announcer;
    this.parallel = parallel;
    this.verify = verify;
    this.check = new ReadBackCheck(live, verify);
    this.rollback = new Rollback(live, artifacts);
    this.located = Map.copyOf(located);
    this.deployed = deployed;
    this.cancellation = cancellation;
    located.forEach((path, spec) -> spec.asOtherModel().ifPresent(model -> known.put(path, model)));
  }

  Report carryOut(Plan plan, List<List<RepositoryPath>> layers) {
    Map<RepositoryPath, ModelPlan> plans = new ConcurrentHashMap<>();
    plan.models().forEach(model -> plans.put(model.path(), model));
    for (List<RepositoryPath> layer : layers) {
      List<ModelPlan> ready = layer.stream().filter(plans::containsKey).map(plans::get).toList();
      if (!ready.isEmpty()) {
        parallel
            .map(ready, this::carryOut)
            .forEach(outcome -> outcomes.put(outcome.path(), outcome));
      }
    }
    plan.models().stream()
        .filter(model -> !outcomes.containsKey(model.path()))
        .forEach(model -> outcomes.put(model.path(), carryOut(model)));
    return new Report(plan, List.copyOf(outcomes.values()));
  }

  private Outcome carryOut(ModelPlan planned) {
    Outcome outcome;
    try {
      outcome =
          switch (planned) {
            case ModelPlan.Create create ->
                blocker(create, create.dependsOn()).orElseGet(() -> create(create));
            case ModelPlan.Update update ->
                blocker(update, update.dependsOn()).orElseGet(() -> update(update));
            case ModelPlan.Unchanged unchanged -> unchanged(unchanged);
            case ModelPlan.Delete delete -> delete(delete);
            case ModelPlan.Invalid invalid ->
                new Outcome.Failed(invalid, "The spec has errors; nothing was written.", false);
            case ModelPlan.Conflict conflict -> new Outcome.Conflict(conflict, conflict.reason());
          };
    } catch (Trouble.VersionConflict conflict) {
      outcome = new Outcome.Conflict(planned, message(conflict));
    } catch (Trouble trouble) {
      outcome = new Outcome.Failed(planned, message(trouble), false);
    }
    announcer.line(OutcomeLine.of(outcome));
    return outcome;
  }

  /// Why a model cannot be tried: the run is cancelled, or something that the model refers to did
  /// not succeed.
  private Optional<Outcome> blocker(ModelPlan planned, List<RepositoryPath> dependsOn) {
    if (cancellation.isRequested()) {
      return Optional.of(
          new Outcome.Skipped(
              planned, "The run was cancelled before this model was begun. Run again to finish."));
    }
    for (RepositoryPath path : dependsOn) {
      Outcome outcome = outcomes.get(path);
      if (outcome != null && !outcome.succeeded()) {
        return Optional.of(
            new Outcome.Skipped(
                planned, "It refers to " + path + ", which was not deployed in this run."));
      }
      if (!known.containsKey(path)) {
        return Optional.of(
            new Outcome.Skipped(planned, "It refers to " + path + ", which is not live."));
      }
    }
    return Optional.empty();
  }

  private Outcome create(ModelPlan.Create planned) {
    Located.LookedUp found = lookedUp(planned);
    ResolvedSpec spec = found.spec();
    FolderId folder = planned.folder().orElseThrow();
    DataModel bound = bound(spec);
    LiveIds sent = LiveIds.rewrite(bound, found.matching());
    DataModelId id = live.create(spec.name(), folder, spec.description(), sent.content());
    if (!deployed.made(spec, folder, id)) {
      live.delete(id);
      return new Outcome.Conflict(
          planned,
          "Another run made a model for this file at the same time; that one stays, and the one that"
              + " this run had made was deleted again.");
    }
    return confirmed(planned, id, bound, sent, Optional.empty(), 1);
  }

  private Outcome update(ModelPlan.Update planned) {
    if (!(planned.target() instanceof Target.Live(LiveModel before))) {
      throw new IllegalArgumentException("a plan made from Git alone cannot be carried out");
    }
    Located.LookedUp found = lookedUp(planned);
    DataModel bound = bound(found.spec());
    LiveIds own = LiveIds.rewrite(bound, found.matching());
    LiveIds sent = new LiveIds(planned.kept().in(own.content()), own.ids());
    Before earlier =
        planned.contentChanges() && verify != Policy.Verify.OFF
            ? Before.of(before, live)
            : new Before(before, Set.of(), List.of());
    if (planned.contentChanges()) {
      live.update(before.id(), before.version(), sent.content());
    }
    if (!planned.file().isEmpty()) {
      live.changeFile(before.id(), planned.file());
    }
    // whether a rename makes a version too is not known
    long newest =
        before.version() + (planned.contentChanges() ? 1 : 0) + (planned.file().isEmpty() ? 0 : 1);
    return confirmed(planned, before.id(), bound, sent, Optional.of(earlier), newest);
  }

  private Outcome confirmed(
      ModelPlan planned,
      DataModelId id,
      DataModel bound,
      LiveIds sent,
      Optional<Before> before,
      long newest) {
    ResolvedSpec spec = lookedUp(planned).spec();
    boolean made = before.isEmpty();
    return switch (check.confirm(spec, id, sent, before, newest)) {
      case Confirmation.Confirmed(var now, var ids, var remarks) -> {
        known.put(planned.path(), new OtherModel(id, ids));
        deployed.confirmed(spec, bound, now, ids, made);
        yield new Outcome.Deployed(planned, id, now.url(), now.version(), ids, remarks);
      }
      case Confirmation.Overtaken(var now) ->
          new Outcome.Conflict(
              planned,
              "It was written, and somebody changed it again right after: what is live is version "
                  + now.version()
                  + ", which is not what was sent. Nothing was done about it; run again to plan with"
                  + " what is there now.");
      case Confirmation.Unlike unlike when verify == Policy.Verify.ROLLBACK ->
          before
              .map(earlier -> restored(planned, earlier, unlike))
              .orElseGet(() -> deletedAgain(planned, id, unlike));
      case Confirmation.Unlike unlike -> {
        unlike.now().ifPresent(now -> deployed.unconfirmed(spec, now, unlike.ids(), made));
        yield new Outcome.Failed(planned, left(unlike, before), true);
      }
    };
  }

  private Outcome restored(ModelPlan planned, Before before, Confirmation.Unlike unlike) {
    Rollback.Undone undone =
        rollback.restore(planned, before.model(), unlike.now(), unlike.findings());
    ResolvedSpec spec = lookedUp(planned).spec();
    if (undone.now().isPresent()) {
      deployed.restored(spec, undone.now().get());
    } else {
      unlike.now().ifPresent(now -> deployed.unconfirmed(spec, now, unlike.ids(), false));
    }
    return undone.outcome();
  }

  private Outcome deletedAgain(ModelPlan planned, DataModelId id, Confirmation.Unlike unlike) {
    Rollback.Undone undone = rollback.delete(planned, id, unlike.findings());
    if (undone.outcome() instanceof Outcome.RolledBack) {
      deployed.unmade(planned.path());
    }
    return undone.outcome();
  }

  private static String left(Confirmation.Unlike unlike, Optional<Before> before) {
    return "What Sigma has now is not what was sent. "
        + String.join(" ", unlike.findings())
        + unlike.now().map(now -> " It is live as version " + now.version() + ".").orElse("")
        + before
            .map(earlier ->
                " Before it was version "
                    + earlier.model().version()
                    + ", which Sigma still has in its history.")
            .orElse("");
  }

  private Outcome unchanged(ModelPlan.Unchanged planned) {
    if (planned.seen() instanceof Target.Live(LiveModel now)) {
      ResolvedSpec spec = lookedUp(planned).spec();
      deployed.found(spec, bound(spec), now, planned.ids());
    }
    return new Outcome.Unchanged(planned);
  }

  private Outcome delete(ModelPlan.Delete planned) {
    if (!planned.pruned()) {
      return new Outcome.Unchanged(planned);
    }
    Optional<Outcome> blocker = blocker(planned, List.of());
    if (blocker.isPresent()) {
      return blocker.get();
    }
    if (outcomes.values().stream().anyMatch(outcome -> !outcome.succeeded())) {
      return new Outcome.Skipped(
          planned, "Nothing is deleted in a run in which other models failed.");
    }
    Optional<LiveModel> found = planned.live();
    if (found.isPresent()) {
      LiveModel model = found.get();
      long version = live.read(model.id()).map(LiveModel::version).orElse(model.version());
      if (version != model.version()) {
        throw new Trouble.VersionConflict(
            "The model was changed in Sigma while this ran: it is at version "
                + version
                + " and was planned at "
                + model.version()
                + ". Nothing was deleted; run again to plan with what is there now.");
      }
      live.delete(model.id());
    }
    deployed.removed(planned.path());
    return new Outcome.Deleted(planned);
  }

  private Located.LookedUp lookedUp(ModelPlan planned) {
    return (Located.LookedUp) Optional.ofNullable(located.get(planned.path())).orElseThrow();
  }

  /// The spec with its references to other models put into the ids that those have now.
  private DataModel bound(ResolvedSpec spec) {
    return ForeignIds.rewrite(spec.content(), text -> ModelLink.target(text).map(known::get));
  }

  private static String message(Trouble trouble) {
    return Optional.ofNullable(trouble.getMessage()).orElse(trouble.getClass().getSimpleName());
  }
}
