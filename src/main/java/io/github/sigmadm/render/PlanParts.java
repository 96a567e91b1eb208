package io.github.sigmadm.render;

import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.Drift;
import io.github.sigmadm.plan.Impact;
import io.github.sigmadm.plan.ModelPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What only some kinds of model plan have, read from any of them.
final class PlanParts {

  private PlanParts() {}

  /// What was changed in Sigma since the last deploy.
  static List<Change> drift(ModelPlan model) {
    return model.plannedDrift().stream().map(Drift::change).toList();
  }

  /// The same under titles, by what becomes of it: what is undone, what the file changed as well,
  /// and what stays. Without empty ones.
  static Map<String, List<Change>> driftByFate(ModelPlan model) {
    Map<String, List<Change>> titled = new LinkedHashMap<>();
    for (Drift drift : model.plannedDrift()) {
      titled.computeIfAbsent(title(drift), title -> new ArrayList<>()).add(drift.change());
    }
    return titled;
  }

  private static String title(Drift drift) {
    return switch (drift.fate()) {
      case KEPT -> "Added in Sigma since the last deploy, and kept";
      case OVERWRITTEN, DROPPED ->
          drift.collides()
              ? "Changed both in Sigma and in the file since the last deploy"
              : "Changed in Sigma since the last deploy";
    };
  }

  /// Who uses what the plan breaks.
  static List<Impact> impact(ModelPlan model) {
    return model.impacted();
  }
}
