package io.github.sigmadm.flow;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a run comes to, by what its plan or report says.
final class Verdicts {

  private Verdicts() {}

  /// Of a plan that is not carried out: an invalid spec weighs most, then what cannot be decided,
  /// then the policy.
  ///
  /// @param stopping what the policy stops it for
  static Conclusion ofPlan(Plan plan, Inputs.FailOn failOn, List<FailureReason> stopping) {
    boolean invalid = plan.models().stream().anyMatch(Verdicts::isNewlyInvalid);
    boolean warned = failOn == Inputs.FailOn.WARNING && hasNewWarning(plan);
    if (invalid || warned) {
      return new Conclusion.Stopped(FailureReason.INVALID_SPEC);
    }
    if (plan.models().stream().anyMatch(ModelPlan.Conflict.class::isInstance)) {
      return new Conclusion.Stopped(FailureReason.AMBIGUOUS_MODEL);
    }
    if (!stopping.isEmpty()) {
      return new Conclusion.Stopped(stopping.getFirst());
    }
    return plan.hasChanges() ? new Conclusion.Done() : new Conclusion.NothingToDo();
  }

  /// Of a plan that was carried out: one kind of failure is named, several are `partial`.
  static Conclusion ofReport(Report report) {
    if (report.succeeded()) {
      return report.plan().hasChanges() ? new Conclusion.Done() : new Conclusion.NothingToDo();
    }
    Set<FailureReason> reasons = EnumSet.noneOf(FailureReason.class);
    for (Outcome outcome : report.outcomes()) {
      switch (outcome) {
        case Outcome.Deployed ignored -> {}
        case Outcome.Deleted ignored -> {}
        case Outcome.Unchanged ignored -> {}
        // a consequence of another failure, which is named
        case Outcome.Skipped ignored -> {}
        case Outcome.Conflict conflict ->
            reasons.add(
                conflict.planned() instanceof ModelPlan.Conflict
                    ? FailureReason.AMBIGUOUS_MODEL
                    : FailureReason.CONFLICT);
        case Outcome.RolledBack ignored -> reasons.add(FailureReason.VERIFICATION_FAILED);
        case Outcome.Failed failed ->
            reasons.add(
                failed.planned() instanceof ModelPlan.Invalid
                    ? FailureReason.INVALID_SPEC
                    : failed.verification()
                        ? FailureReason.VERIFICATION_FAILED
                        : FailureReason.PARTIAL);
      }
    }
    return new Conclusion.Stopped(
        reasons.size() == 1 ? reasons.iterator().next() : FailureReason.PARTIAL);
  }

  private static boolean isNewlyInvalid(ModelPlan model) {
    return model instanceof ModelPlan.Invalid
        && model.diagnostics().stream().anyMatch(Diagnostic::isNewError);
  }

  private static boolean hasNewWarning(Plan plan) {
    return plan.models().stream()
        .flatMap(model -> model.diagnostics().stream())
        .anyMatch(diagnostic -> !diagnostic.known());
  }
}
