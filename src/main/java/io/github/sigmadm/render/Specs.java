package io.github.sigmadm.render;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/// How many specs are valid, in words.
final class Specs {

  private Specs() {}

  /// Specs with errors that this change brought in.
  static long newlyInvalid(Plan plan) {
    return plan.models().stream()
        .filter(ModelPlan.Invalid.class::isInstance)
        .filter(model -> model.diagnostics().stream().anyMatch(Diagnostic::isNewError))
        .count();
  }

  /// Specs with errors that were all there before.
  static long invalidBefore(Plan plan) {
    return plan.models().stream()
        .filter(model -> model.diagnostics().stream().noneMatch(Diagnostic::isNewError))
        .filter(model ->
            model instanceof ModelPlan.Invalid
                || model.diagnostics().stream().anyMatch(Specs::isError))
        .count();
  }

  /// `2 specs are valid`, `1 of 4 specs is invalid`.
  static String sentence(Plan plan) {
    long specs =
        plan.models().stream().filter(model -> !(model instanceof ModelPlan.Delete)).count();
    if (specs == 0) {
      return "no specs to check";
    }
    long invalid = newlyInvalid(plan);
    long before = invalidBefore(plan);
    if (invalid == 0 && before == 0) {
      return Count.of(specs, "spec") + (specs == 1 ? " is valid" : " are valid");
    }
    List<String> parts = new ArrayList<>();
    if (invalid > 0) {
      parts.add(
          invalid
              + " of "
              + Count.of(specs, "spec")
              + (invalid == 1 ? " is" : " are")
              + " invalid");
    } else {
      parts.add(Count.of(specs, "spec") + " checked");
    }
    if (before > 0) {
      parts.add(before + " invalid as before");
    }
    return String.join(", ", parts);
  }

  private static boolean isError(Diagnostic finding) {
    return finding.severity() == Severity.ERROR;
  }
}
