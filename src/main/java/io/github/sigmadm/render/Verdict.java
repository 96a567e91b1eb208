package io.github.sigmadm.render;

import io.github.sigmadm.plan.DriftVerdict;
import io.github.sigmadm.plan.PolicyVerdict;

/// What the policy says about a plan, in words.
///
/// @param text what was found and what to do about it; what stands between backticks is a name
public record Verdict(Weight weight, String text) {

  /// What follows.
  public enum Weight {
    /// It is deployed, since a person has approved it.
    APPROVED,
    /// It is deployed, and told.
    WARNS,
    /// Nothing is deployed until a person approves it.
    WAITS,
    /// Nothing is deployed.
    STOPS
  }

  /// A verdict about breaking or security changes.
  public static Verdict of(PolicyVerdict verdict) {
    String changes = Count.of(verdict.count(), verdict.severity().word() + " change");
    String setting = "`policy." + verdict.severity().word() + "`";
    String label = "`" + verdict.label() + "`";
    boolean one = verdict.count() == 1;
    return switch (verdict.decision()) {
      case WARNED ->
          new Verdict(
              Weight.WARNS, changes + ". " + setting + " is `warn`, so the deploy goes on.");
      case APPROVED ->
          new Verdict(Weight.APPROVED, changes + ", approved by the label " + label + ".");
      case NEEDS_LABEL ->
          new Verdict(
              Weight.WAITS,
              changes
                  + (one ? " needs" : " need")
                  + " approval: put the label "
                  + label
                  + " on the pull request, or take the "
                  + (one ? "change" : "changes")
                  + " back.");
      case BLOCKED ->
          new Verdict(
              Weight.STOPS,
              changes
                  + ", and "
                  + setting
                  + " is `block`. Take the "
                  + (one ? "change" : "changes")
                  + " back, or change the policy on the base branch first.");
    };
  }

  /// A verdict where the label counts that approves, and nobody knows whether it is there.
  public static Verdict ofUnknownLabels(String label) {
    return new Verdict(
        Weight.WAITS,
        "The labels of the pull request could not be read, so it is not known whether `"
            + label
            + "` is among them, and it counts as absent. The log says why; run this again.");
  }

  /// A verdict about what was changed in Sigma since the last deploy.
  public static Verdict of(DriftVerdict verdict) {
    boolean one = verdict.count() == 1;
    String changes =
        Count.of(verdict.count(), "change")
            + " made in Sigma since the last deploy, in "
            + Count.of(verdict.models(), "model")
            + ",";
    String setting = "`policy.drift`";
    return switch (verdict.decision()) {
      case OVERWRITTEN ->
          new Verdict(Weight.WARNS, changes + " will be undone, as " + setting + " says.");
      case WARNED ->
          new Verdict(
              Weight.WARNS,
              changes
                  + " will be undone: "
                  + setting
                  + " is `warn`. To keep "
                  + (one ? "it" : "them")
                  + ", put "
                  + (one ? "it" : "them")
                  + " into the "
                  + (verdict.models() == 1 ? "file" : "files")
                  + " first.");
      case BLOCKED ->
          new Verdict(
              Weight.STOPS,
              changes
                  + " would be undone, and "
                  + setting
                  + " is `block`. Put "
                  + (one ? "it" : "them")
                  + " into the "
                  + (verdict.models() == 1 ? "file" : "files")
                  + " or take "
                  + (one ? "it" : "them")
                  + " back in Sigma, or change the policy on the base branch.");
    };
  }

  /// Whether nothing is deployed as it stands.
  boolean stops() {
    return weight == Weight.WAITS || weight == Weight.STOPS;
  }
}
