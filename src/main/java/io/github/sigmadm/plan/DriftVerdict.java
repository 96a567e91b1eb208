package io.github.sigmadm.plan;

import io.github.sigmadm.config.Policy;
import java.util.Optional;

/// What the policy says about changes made in Sigma that carrying out a plan would undo.
///
/// | `policy.drift` | what was only added in Sigma | what else was changed in Sigma |
/// | --- | --- | --- |
/// | `overwrite` | goes | is set back to what the file says |
/// | `keep` | stays, unless it hangs on what the file removes or renames | as with `overwrite` |
/// | `warn` | as with `overwrite`, with a warning | as with `overwrite`, with a warning |
/// | `block` | nothing is written until it is in the file or gone from Sigma | likewise |
///
/// What one deploy has kept is no drift for the next. With `keep` it stays on; with any other
/// policy its going is a change of the file's, and breaking.
///
/// An edit of something that the file has is not merged, not even with `keep`: from the next deploy
/// on, nobody could tell it from what the file says. Drift that stays, and what is the same in
/// Sigma and in the file, has no verdict. That an undone change takes away security is up to
/// `policy.security` as well (see [Plan#changes]).
///
/// @param count how many changes made in Sigma would be undone
/// @param models of how many models
/// @param decision what follows
public record DriftVerdict(long count, long models, Decision decision) {

  /// What follows from drift.
  public enum Decision {
    /// It is undone, as the policy wants it.
    OVERWRITTEN,
    /// It is undone, and a warning says so.
    WARNED,
    /// Nothing is written.
    BLOCKED
  }

  /// Whether nothing may be deployed because of it.
  public boolean stops() {
    return decision == Decision.BLOCKED;
  }

  /// The verdict about a plan; empty where nothing of Sigma's would be undone.
  public static Optional<DriftVerdict> of(Plan plan, Policy policy) {
    long count = plan.lostDrift();
    if (count == 0) {
      return Optional.empty();
    }
    long models =
        plan.models().stream()
            .filter(model -> model.plannedDrift().stream().anyMatch(Drift::isLost))
            .count();
    return Optional.of(
        new DriftVerdict(
            count,
            models,
            switch (policy.drift()) {
              case OVERWRITE, KEEP -> Decision.OVERWRITTEN;
              case WARN -> Decision.WARNED;
              case BLOCK -> Decision.BLOCKED;
            }));
  }
}
