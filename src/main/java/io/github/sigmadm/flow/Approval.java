package io.github.sigmadm.flow;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.PolicyVerdict;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.render.Verdict;
import java.util.List;
import java.util.Set;

/// The policy's word on a plan, for people and for the conclusion.
///
/// @param verdicts what it says
/// @param stopping why nothing is deployed; empty if it is
record Approval(List<Verdict> verdicts, List<FailureReason> stopping) {

  Approval {
    verdicts = List.copyOf(verdicts);
    stopping = List.copyOf(stopping);
  }

  static Approval of(Plan plan, Policy policy, Set<String> labels) {
    List<PolicyVerdict> found = PolicyVerdict.of(plan, policy, labels);
    return new Approval(
        found.stream().map(Verdict::of).toList(),
        found.stream()
            .filter(PolicyVerdict::stops)
            .map(verdict -> FailureReason.NEEDS_APPROVAL)
            .toList());
  }
}
