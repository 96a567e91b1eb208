package io.github.sigmadm.flow;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.plan.DriftVerdict;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.PolicyVerdict;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.render.Verdict;
import java.util.ArrayList;
import java.util.List;

/// The policy's word on a plan, for people and for the conclusion.
///
/// @param verdicts what it says
/// @param stopping why nothing is deployed; empty if it is
record Approval(List<Verdict> verdicts, List<FailureReason> stopping) {

  Approval {
    verdicts = List.copyOf(verdicts);
    stopping = List.copyOf(stopping);
  }

  static Approval of(Plan plan, Policy policy, PullRequestFacts pullRequest) {
    List<Verdict> verdicts = new ArrayList<>();
    List<FailureReason> stopping = new ArrayList<>();
    for (PolicyVerdict found : PolicyVerdict.of(plan, policy, pullRequest.labels())) {
      verdicts.add(Verdict.of(found));
      if (found.stops()) {
        stopping.add(FailureReason.NEEDS_APPROVAL);
      }
    }
    if (pullRequest.labelsUnknown()
        && verdicts.stream().anyMatch(verdict -> verdict.weight() == Verdict.Weight.WAITS)) {
      verdicts.add(Verdict.ofUnknownLabels(policy.label()));
    }
    DriftVerdict.of(plan, policy)
        .ifPresent(drift -> {
          verdicts.add(Verdict.of(drift));
          if (drift.stops()) {
            stopping.addFirst(FailureReason.DRIFT);
          }
        });
    return new Approval(verdicts, stopping);
  }
}
