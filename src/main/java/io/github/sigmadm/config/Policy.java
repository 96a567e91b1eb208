package io.github.sigmadm.config;

/// What may happen, and what needs a person's word.
///
/// @param breaking what to do about breaking changes
/// @param security what to do about changes that let people see more
/// @param label the pull request's label that approves either
/// @param drift what to do about changes made in Sigma since the last deploy
/// @param planChanged what to do if a deploy's plan is not the one that was reviewed
/// @param prune whether models whose spec was removed are deleted
/// @param verify what to do if what comes back of a write is not what was sent
public record Policy(
    Approval breaking,
    Approval security,
    String label,
    Drift drift,
    PlanChanged planChanged,
    boolean prune,
    Verify verify) {

  /// What the contract says where the file says nothing.
  public static final Policy DEFAULT =
      new Policy(
          Approval.LABEL,
          Approval.LABEL,
          "sigma-approved",
          Drift.BLOCK,
          PlanChanged.WARN,
          false,
          Verify.ROLLBACK);

  /// What to do about a change that somebody may not want.
  public enum Approval {
    ALLOW,
    WARN,
    /// Stop unless the pull request has the label.
    LABEL,
    BLOCK
  }

  /// What to do about drift.
  public enum Drift {
    OVERWRITE,
    /// What only Sigma added stays.
    KEEP,
    WARN,
    BLOCK
  }

  /// What to do if the plan is another one.
  public enum PlanChanged {
    WARN,
    BLOCK
  }

  /// What to do if a write is not confirmed.
  public enum Verify {
    OFF,
    FAIL,
    /// Put the previous representation back.
    ROLLBACK
  }
}
