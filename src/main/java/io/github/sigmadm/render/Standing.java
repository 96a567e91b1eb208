package io.github.sigmadm.render;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Where one model stands: its plan, and what came of it if it has been carried out.
///
/// @param outcome empty if the plan has not been carried out
record Standing(ModelPlan plan, Optional<Outcome> outcome) {

  /// How soon somebody should look at a model, soonest first.
  enum Urgency {
    BROKEN,
    SECURITY,
    BREAKING,
    NOTICE,
    SAFE,
    QUIET
  }

  /// Of every model of a plan, by path.
  static List<Standing> of(Plan plan, List<Outcome> outcomes) {
    Map<RepositoryPath, Outcome> byPath = new HashMap<>();
    outcomes.forEach(outcome -> byPath.put(outcome.path(), outcome));
    return plan.models().stream()
        .map(model -> new Standing(model, Optional.ofNullable(byPath.get(model.path()))))
        .toList();
  }

  Urgency urgency() {
    boolean failed = outcome.filter(end -> !end.succeeded()).isPresent();
    boolean stuck = plan instanceof ModelPlan.Invalid || plan instanceof ModelPlan.Conflict;
    if (failed || stuck) {
      return Urgency.BROKEN;
    }
    if (outcome.isPresent()) {
      return outcome.get() instanceof Outcome.Unchanged && !(plan instanceof ModelPlan.Delete)
          ? Urgency.QUIET
          : Urgency.SAFE;
    }
    if (worst().isPresent()) {
      return switch (worst().get()) {
        case SECURITY -> Urgency.SECURITY;
        case BREAKING -> Urgency.BREAKING;
        case NOTICE -> Urgency.NOTICE;
        case SAFE -> plan.plannedDrift().isEmpty() ? Urgency.SAFE : Urgency.NOTICE;
      };
    }
    if (!plan.plannedDrift().isEmpty()) {
      return Urgency.NOTICE;
    }
    return plan instanceof ModelPlan.Unchanged && plan.diagnostics().isEmpty()
        ? Urgency.QUIET
        : Urgency.SAFE;
  }

  /// The worst severity among its changes.
  Optional<ChangeSeverity> worst() {
    return plan.plannedChanges().stream().map(Change::severity).max(ChangeSeverity::compareTo);
  }

  /// A sign for it.
  String icon() {
    return outcome
        .map(end ->
            switch (end) {
              case Outcome.Deployed ignored -> "✅";
              case Outcome.Deleted ignored -> "🗑️";
              case Outcome.Unchanged ignored -> "⚪";
              case Outcome.Conflict ignored -> "⛔";
              case Outcome.RolledBack ignored -> "↩️";
              case Outcome.Failed ignored -> "❌";
              case Outcome.Skipped ignored -> "⏭️";
            })
        .orElseGet(() ->
            switch (plan) {
              case ModelPlan.Create ignored -> "➕";
              case ModelPlan.Update ignored -> "✏️";
              case ModelPlan.Unchanged ignored -> "⚪";
              case ModelPlan.Delete delete -> delete.pruned() ? "🗑️" : "➖";
              case ModelPlan.Invalid ignored -> "❌";
              case ModelPlan.Conflict ignored -> "⛔";
            });
  }

  /// A word for it.
  String word() {
    return outcome
        .map(end ->
            switch (end) {
              case Outcome.Deployed ignored -> done();
              case Outcome.Deleted ignored -> "deleted";
              case Outcome.Unchanged ignored ->
                  plan instanceof ModelPlan.Delete ? "kept" : "unchanged";
              case Outcome.Conflict ignored -> "conflict";
              case Outcome.RolledBack ignored -> "rolled back";
              case Outcome.Failed ignored -> "failed";
              case Outcome.Skipped ignored -> "skipped";
            })
        .orElseGet(() ->
            plan instanceof ModelPlan.Delete delete && !delete.pruned()
                ? "spec removed"
                : plan.action());
  }

  private String done() {
    return switch (plan) {
      case ModelPlan.Create ignored -> "created";
      case ModelPlan.Update ignored -> "updated";
      case ModelPlan.Delete ignored -> "deleted";
      case ModelPlan.Unchanged ignored -> "unchanged";
      case ModelPlan.Invalid ignored -> "deployed";
      case ModelPlan.Conflict ignored -> "deployed";
    };
  }

  /// Why it is not what its spec wants, if that is so; the first reason of several.
  Optional<String> reason() {
    if (outcome.isEmpty()) {
      return plan instanceof ModelPlan.Conflict conflict
          ? Optional.of(conflict.reason())
          : Optional.empty();
    }
    return switch (outcome.get()) {
      case Outcome.Deployed ignored -> Optional.empty();
      case Outcome.Deleted ignored -> Optional.empty();
      case Outcome.Unchanged ignored -> Optional.empty();
      case Outcome.Conflict conflict -> Optional.of(conflict.reason());
      case Outcome.RolledBack back -> back.findings().stream().findFirst();
      case Outcome.Failed failed -> Optional.of(failed.reason());
      case Outcome.Skipped skipped -> Optional.of(skipped.reason());
    };
  }

  /// The id of the live model as it is known now.
  Optional<DataModelId> dataModelId() {
    return deployed().map(Outcome.Deployed::id).or(plan::dataModelId);
  }

  /// Where a browser shows it.
  Optional<String> url() {
    return deployed().flatMap(Outcome.Deployed::url).or(() -> plan.live().flatMap(LiveModel::url));
  }

  /// The version that is live as far as is known.
  OptionalLong version() {
    Optional<Long> version = deployed().map(Outcome.Deployed::version).or(plan::liveVersion);
    return version.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /// The version that was made, if it has been deployed.
  OptionalLong deployedVersion() {
    return deployed().isPresent() ? version() : OptionalLong.empty();
  }

  private Optional<Outcome.Deployed> deployed() {
    return outcome.filter(Outcome.Deployed.class::isInstance).map(Outcome.Deployed.class::cast);
  }
}
