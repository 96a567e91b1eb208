package io.github.sigmadm.flow;

import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;

/// One line of the log for what came of a model, the moment it is known.
final class OutcomeLine {

  private OutcomeLine() {}

  static String of(Outcome outcome) {
    String path = outcome.path().value();
    return switch (outcome) {
      case Outcome.Deployed deployed ->
          (deployed.planned() instanceof ModelPlan.Create ? "created   " : "updated   ")
              + path
              + " (version "
              + deployed.version()
              + remarks(deployed)
              + ")";
      case Outcome.Deleted ignored -> "deleted   " + path + " (Sigma can restore it)";
      case Outcome.Unchanged unchanged ->
          unchanged.planned() instanceof ModelPlan.Delete
              ? "kept      " + path + " (its file is gone; the model stays)"
              : "unchanged " + path;
      case Outcome.Conflict conflict -> "conflict  " + path + ": " + conflict.reason();
      case Outcome.RolledBack rolledBack ->
          "put back  " + path + ": " + String.join(" ", rolledBack.findings());
      case Outcome.Failed failed -> "failed    " + path + ": " + failed.reason();
      case Outcome.Skipped skipped -> "skipped   " + path + ": " + skipped.reason();
    };
  }

  private static String remarks(Outcome.Deployed deployed) {
    int count = deployed.remarks().size();
    return count == 0 ? "" : count == 1 ? ", 1 remark" : ", " + count + " remarks";
  }
}
