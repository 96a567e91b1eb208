package io.github.sigmadm.render;

import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.Impact;
import io.github.sigmadm.plan.ModelPlan;
import java.util.List;

/// What only some kinds of model plan have, read from any of them.
final class PlanParts {

  private PlanParts() {}

  /// What was changed in Sigma since the last deploy.
  static List<Change> drift(ModelPlan model) {
    return model instanceof ModelPlan.Update update ? update.drift() : List.of();
  }

  /// Who uses what the plan breaks.
  static List<Impact> impact(ModelPlan model) {
    return model instanceof ModelPlan.Update update ? update.impact() : List.of();
  }
}
