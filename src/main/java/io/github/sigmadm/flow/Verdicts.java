package io.github.sigmadm.flow;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
    Optional<FailureReason> conflict =
        plan.models().stream()
            .filter(ModelPlan.Conflict.class::isInstance)
            .map(model -> reason(((ModelPlan.Conflict) model).cause()))
            .min(Comparator.naturalOrder());
    if (conflict.isPresent()) {
      return new Conclusion.Stopped(conflict.get());
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
                conflict.planned() instanceof ModelPlan.Conflict(_, _, var cause, _, _, _)
                    ? reason(cause)
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

  private static FailureReason reason(ModelPlan.Cause cause) {
    return switch (cause) {
      case AMBIGUOUS -> FailureReason.AMBIGUOUS_MODEL;
      case LOSSY -> FailureReason.LOSSY_MODEL;
    };
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
