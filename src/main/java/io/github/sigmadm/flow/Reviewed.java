package io.github.sigmadm.flow;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.render.Marker;
import io.github.sigmadm.render.Verdict;
import java.util.List;
import java.util.Optional;

/// Whether what is deployed is what was reviewed.
///
/// @param marker what was reviewed, where that is known
/// @param verdict what to say about it; empty if the two are the same, or nothing is known
/// @param stopping why nothing is deployed; empty if it is
record Reviewed(Optional<Marker> marker, Optional<Verdict> verdict, List<FailureReason> stopping) {

  Reviewed {
    stopping = List.copyOf(stopping);
  }

  static Reviewed of(Optional<Marker> marker, Plan plan, Policy policy) {
    Optional<String> reviewed = marker.flatMap(Marker::fingerprint);
    if (reviewed.isEmpty() || reviewed.equals(plan.fingerprint()) || !plan.hasChanges()) {
      return new Reviewed(marker, Optional.empty(), List.of());
    }
    return switch (policy.planChanged()) {
      case WARN ->
          new Reviewed(
              marker,
              Optional.of(
                  new Verdict(
                      Verdict.Weight.WARNS,
                      "This plan is not the one that was shown on the pull request: what is live, or"
                          + " the branch, has changed since.")),
              List.of());
      case BLOCK ->
          new Reviewed(
              marker,
              Optional.of(
                  new Verdict(
                      Verdict.Weight.STOPS,
                      "This plan is not the one that was shown on the pull request, and"
                          + " `policy.plan-changed` is `block`. Review the plan above, then deploy it by"
                          + " running the workflow by hand.")),
              List.of(FailureReason.NEEDS_APPROVAL));
    };
  }
}
