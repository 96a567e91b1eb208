package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The plan file has the contract's shape. Its bytes are in the golden files; what they promise is
/// here.
final class PlanFileTest {

  @Test
  void everyKeyIsThereEvenWhereThereIsNothingToSay() {
    Plan plan =
        new Plan(
            Optional.empty(),
            Samples.HEAD,
            Optional.empty(),
            Optional.empty(),
            List.of(Samples.customers()),
            List.of());
    assertThat(PlanFile.of(plan))
        .startsWith(
            """
            {
              "version": 1,
              "environment": null,
              "commit": "4be1c0ffee4be1c0ffee4be1c0ffee4be1c0ffee",
              "base": null,
              "fingerprint": null,
              "summary": {
                "create": 1,
                "update": 0,
                "rename": 0,
                "move": 0,
                "delete": 0,
                "unchanged": 0,
                "invalid": 0,
                "breaking": 0,
                "security": 0,
                "drifted": 0
              },
              "models": [
                {
                  "path": "data-models/customers.json",
                  "name": "Customers",
                  "action": "create",
                  "dataModelId": null,
                  "url": null,
                  "liveVersion": null,
                  "changes": [
                    {
                      "kind": "element.added",
                      "severity": "safe",
                      "page": "Facts",
                      "element": "Customers",
                      "subject": "Customers",
                      "property": null,
                      "before": null,
                      "after": null
                    },
            """)
        .endsWith(
            """
                  "drift": [],
                  "impact": [],
                  "diagnostics": []
                }
              ]
            }
            """);
  }

  @Test
  void theOrderInWhichModelsWerePlannedDoesNotMatter() {
    Plan plan = Samples.update();
    List<ModelPlan> models = new ArrayList<>(plan.models());
    Collections.reverse(models);
    Plan other =
        new Plan(
            plan.environment(),
            plan.commit(),
            plan.base(),
            plan.fingerprint(),
            models,
            plan.notices());
    assertThat(PlanFile.of(other)).isEqualTo(PlanFile.of(plan));
  }
}
