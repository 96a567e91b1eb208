package io.github.sigmadm.render;

import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The outputs of the action, by name, in the order of the contract. All are always there; what
/// does not exist is empty, a count of it `0`.
public final class Outputs {

  /// Where the larger results have been put.
  ///
  /// @param plan the path of the plan file
  /// @param report the path of the HTML report
  /// @param comment the address of the comment on the pull request
  public record Places(Optional<String> plan, Optional<String> report, Optional<String> comment) {

    public static final Places NONE =
        new Places(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Outputs() {}

  /// Of a run that ended before there was a plan.
  public static Map<String, String> of(Conclusion conclusion, Places places) {
    return of(conclusion, Optional.empty(), List.of(), places);
  }

  /// Of a run that made a plan and carried nothing out.
  public static Map<String, String> of(Conclusion conclusion, Plan plan, Places places) {
    return of(conclusion, Optional.of(plan), List.of(), places);
  }

  /// Of a run that carried out a plan.
  public static Map<String, String> of(Conclusion conclusion, Report report, Places places) {
    return of(conclusion, Optional.of(report.plan()), report.outcomes(), places);
  }

  private static Map<String, String> of(
      Conclusion conclusion, Optional<Plan> plan, List<Outcome> outcomes, Places places) {
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("result", conclusion.result().word());
    outputs.put("failure-reason", conclusion.failureReason().map(FailureReason::word).orElse(""));
    outputs.put(
        "environment", plan.flatMap(Plan::environment).map(EnvironmentName::value).orElse(""));
    outputs.put("has-changes", Boolean.toString(plan.filter(Plan::hasChanges).isPresent()));
    outputs.put(
        "has-breaking",
        Boolean.toString(
            plan.filter(made -> made.changes(ChangeSeverity.BREAKING) > 0).isPresent()));
    outputs.put("creates", count(plan.map(Plan::creates)));
    outputs.put("updates", count(plan.map(Plan::updates)));
    outputs.put("deletes", count(plan.map(Plan::deletes)));
    outputs.put("unchanged", count(plan.map(Plan::unchanged)));
    outputs.put("failed", count(plan.map(made -> failed(made, outcomes))));
    outputs.put("plan-file", places.plan().orElse(""));
    outputs.put("report-file", places.report().orElse(""));
    outputs.put("comment-url", places.comment().orElse(""));
    outputs.put("models", models(plan, outcomes));
    return Collections.unmodifiableMap(outputs);
  }

  private static String count(Optional<Long> count) {
    return count.orElse(0L).toString();
  }

  /// After a deploy, the models that are not what their specs want; before one, those that nothing
  /// can be planned for.
  private static long failed(Plan plan, List<Outcome> outcomes) {
    return outcomes.isEmpty()
        ? plan.invalid()
            + plan.models().stream().filter(ModelPlan.Conflict.class::isInstance).count()
        : outcomes.stream().filter(outcome -> !outcome.succeeded()).count();
  }

  private static String models(Optional<Plan> plan, List<Outcome> outcomes) {
    ArrayNode array = Json.array();
    for (Standing standing : plan.map(made -> Standing.of(made, outcomes)).orElse(List.of())) {
      OptionalLong version = standing.version();
      ObjectNode node =
          Json.object()
              .put("path", standing.plan().path().value())
              .put("action", standing.plan().action())
              .put("dataModelId", standing.dataModelId().map(Object::toString).orElse(null))
              .put("url", standing.url().orElse(null))
              .put("version", version.isPresent() ? version.getAsLong() : null);
      array.add(node);
    }
    return Json.compact(array);
  }
}
