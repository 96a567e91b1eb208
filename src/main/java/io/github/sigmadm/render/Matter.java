package io.github.sigmadm.render;

import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import java.util.Comparator;
import java.util.List;

/// What is to be shown: a plan, or a plan and what came of it.
///
/// @param outcomes empty if the plan has not been carried out
record Matter(Plan plan, List<Outcome> outcomes, boolean carriedOut) {

  static Matter of(Plan plan) {
    return new Matter(plan, List.of(), false);
  }

  static Matter of(Report report) {
    return new Matter(report.plan(), report.outcomes(), true);
  }

  /// The models, what needs attention first, then by path.
  List<Standing> standings() {
    return Standing.of(plan, outcomes).stream()
        .sorted(
            Comparator.comparing(Standing::urgency)
                .thenComparing(standing -> standing.plan().path()))
        .toList();
  }
}
