package io.github.sigmadm.flow;

import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A plan, with what carrying it out needs to know besides.
///
/// @param past what earlier deploys left
record Draft(Plan plan, Planning.Planned planned, Past past) {

  /// The plan of a run.
  ///
  /// @param notices what the reader should know, besides what is known of commits and configuration
  static Plan plan(
      Assignment assignment,
      Optional<EnvironmentName> environment,
      List<ModelPlan> models,
      Optional<String> fingerprint,
      List<String> notices) {
    List<String> all = new ArrayList<>(assignment.comparison().notice().stream().toList());
    all.addAll(assignment.settings().notices());
    all.addAll(notices);
    return new Plan(
        environment,
        assignment.comparison().head(),
        assignment.comparison().base(),
        fingerprint,
        models,
        all);
  }
}
