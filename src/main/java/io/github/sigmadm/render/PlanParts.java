package io.github.sigmadm.render;

import io.github.sigmadm.plan.Impact;
import io.github.sigmadm.plan.ModelPlan;
import java.util.List;

/// What only some kinds of model plan have, read from any of them.
final class PlanParts {

  private PlanParts() {}

  /// Who uses what the plan breaks.
  static List<Impact> impact(ModelPlan model) {
    return model.impacted();
  }
}
