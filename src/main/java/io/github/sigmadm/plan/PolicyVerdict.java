package io.github.sigmadm.plan;

import io.github.sigmadm.config.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the policy says about the breaking or security changes of a plan.
///
/// @param severity which kind of changes it is about
/// @param count how many there are
/// @param decision what follows
/// @param label the label that approves them
public record PolicyVerdict(ChangeSeverity severity, long count, Decision decision, String label) {

  /// What follows from such changes.
  public enum Decision {
    /// They are deployed, and told.
    WARNED,
    /// They are deployed, since a person has approved them.
    APPROVED,
    /// They wait for a person to approve them.
    NEEDS_LABEL,
    /// They are never deployed.
    BLOCKED
  }

  /// Whether nothing may be deployed because of it.
  public boolean stops() {
    return decision == Decision.NEEDS_LABEL || decision == Decision.BLOCKED;
  }

  /// The verdicts about a plan; none where there is nothing to say.
  ///
  /// @param labels the labels of the pull request
  public static List<PolicyVerdict> of(Plan plan, Policy policy, Set<String> labels) {
    List<PolicyVerdict> verdicts = new ArrayList<>();
    add(verdicts, plan, ChangeSeverity.SECURITY, policy.security(), policy.label(), labels);
    add(verdicts, plan, ChangeSeverity.BREAKING, policy.breaking(), policy.label(), labels);
    return verdicts;
  }

  private static void add(
      List<PolicyVerdict> verdicts,
      Plan plan,
      ChangeSeverity severity,
      Policy.Approval approval,
      String label,
      Set<String> labels) {
    long count = plan.changes(severity);
    if (count == 0) {
      return;
    }
    switch (approval) {
      case ALLOW -> {}
      case WARN -> verdicts.add(new PolicyVerdict(severity, count, Decision.WARNED, label));
      case LABEL ->
          verdicts.add(
              new PolicyVerdict(
                  severity,
                  count,
                  labels.contains(label) ? Decision.APPROVED : Decision.NEEDS_LABEL,
                  label));
      case BLOCK -> verdicts.add(new PolicyVerdict(severity, count, Decision.BLOCKED, label));
    }
  }
}
