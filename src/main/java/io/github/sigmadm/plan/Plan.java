package io.github.sigmadm.plan;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.EnvironmentName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What deploying one commit to one environment will do.
///
/// @param environment where to; empty if the branch has no environment and files are only validated
/// @param commit what is planned
/// @param base what it was compared with, where that is a commit
/// @param fingerprint covers what would be written and the live state it was planned against; empty
///   without live state
/// @param models one plan a file, by path
/// @param notices what the reader must know about the whole: checks that were left out and why,
///   changes of the configuration that take effect with the merge
public record Plan(
    Optional<EnvironmentName> environment,
    Commit commit,
    Optional<Commit> base,
    Optional<String> fingerprint,
    List<ModelPlan> models,
    List<String> notices) {

  public Plan {
    models = models.stream().sorted(Comparator.comparing(ModelPlan::path)).toList();
    notices = List.copyOf(notices);
  }

  /// The same plan with more known about its models.
  ///
  /// @param notice what the reader must know about that
  public Plan with(List<ModelPlan> models, String notice) {
    List<String> all = new ArrayList<>(notices);
    all.add(notice);
    return new Plan(environment, commit, base, fingerprint, models, all);
  }

  public long creates() {
    return count(ModelPlan.Create.class::isInstance);
  }

  public long updates() {
    return count(ModelPlan.Update.class::isInstance);
  }

  /// Removed specs whose models are deleted with them.
  public long deletes() {
    return count(model -> model instanceof ModelPlan.Delete delete && delete.pruned());
  }

  public long unchanged() {
    return count(ModelPlan.Unchanged.class::isInstance);
  }

  public long invalid() {
    return count(ModelPlan.Invalid.class::isInstance);
  }

  /// Models that get another name.
  public long renames() {
    return count(
        model -> model instanceof ModelPlan.Update update && update.file().name().isPresent());
  }

  /// Models that get another folder.
  public long moves() {
    return count(
        model -> model instanceof ModelPlan.Update update && update.file().folder().isPresent());
  }

  /// Models with changes made in Sigma since the last deploy.
  public long drifted() {
    return count(model -> !model.plannedDrift().isEmpty());
  }

  /// Changes of a severity, over all models.
  ///
  /// To undo what was changed in Sigma is no change of these specs, and up to the policy about
  /// drift; only where that takes away security it counts here too, whoever asked for it.
  public long changes(ChangeSeverity severity) {
    long undone =
        severity == ChangeSeverity.SECURITY
            ? drift(drift -> drift.loss().equals(Optional.of(severity)))
            : 0;
    return undone
        + models.stream()
            .flatMap(model -> model.plannedChanges().stream())
            .filter(change -> change.severity() == severity)
            .count();
  }

  /// Changes made in Sigma that deploying would undo, over all models.
  public long lostDrift() {
    return drift(Drift::isLost);
  }

  private long drift(Predicate<Drift> predicate) {
    return models.stream()
        .flatMap(model -> model.plannedDrift().stream())
        .filter(predicate)
        .count();
  }

  /// Whether deploying would write anything.
  public boolean hasChanges() {
    return creates() + updates() + deletes() > 0;
  }

  private long count(Predicate<ModelPlan> predicate) {
    return models.stream().filter(predicate).count();
  }
}
