package io.github.sigmadm.flow;

import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Target;
import io.github.sigmadm.spec.Element;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Refuses to update models that hold what their representation leaves out (input tables and the
/// like): an update replaces the whole model, and would destroy it.
///
/// @param parallel how many models are asked about at once
record LossyModels(LiveModels live, Parallel parallel) {

  /// The plans, with a conflict in the place of each such update. One call for each update.
  List<ModelPlan> refusedIn(List<ModelPlan> models) {
    return parallel.map(models, this::judged);
  }

  private ModelPlan judged(ModelPlan plan) {
    if (!(plan instanceof ModelPlan.Update update)
        || !update.contentChanges()
        || !(update.target() instanceof Target.Live(LiveModel model))) {
      return plan;
    }
    Set<String> represented =
        model
            .content()
            .elements()
            .map(Element::id)
            .map(id -> id.value())
            .collect(Collectors.toSet());
    List<LiveElement> lost =
        live.elements(model.id()).stream()
            .filter(element -> !represented.contains(element.id()))
            .toList();
    return lost.isEmpty() ? plan : refused(update, lost);
  }

  private static ModelPlan refused(ModelPlan.Update update, List<LiveElement> lost) {
    String names =
        lost.stream()
            .map(element ->
                "`"
                    + (element.name().isEmpty() ? element.id() : element.name())
                    + "`"
                    + (element.type().isEmpty() ? "" : " (" + element.type() + ")"))
            .collect(Collectors.joining(", "));
    return new ModelPlan.Conflict(
        update.path(),
        update.name(),
        ModelPlan.Cause.LOSSY,
        "The live model holds what Sigma leaves out of the representation: "
            + names
            + ". An update replaces the whole model and would destroy "
            + (lost.size() == 1 ? "it" : "them")
            + ". Move "
            + (lost.size() == 1 ? "it" : "them")
            + " into a model of its own in Sigma, then run again.",
        List.of(),
        update.diagnostics());
  }
}
