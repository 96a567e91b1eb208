package io.github.sigmadm.render;

import java.util.Locale;

/// Why a run did not succeed, in the words of the output `failure-reason`. Each reason stands for
/// one result and one exit code.
public enum FailureReason {
  /// A spec is invalid.
  INVALID_SPEC(RunResult.INVALID, 1),
  /// The configuration or the inputs are wrong.
  BAD_CONFIG(RunResult.FAILED, 2),
  /// A service refused the credentials.
  BAD_CREDENTIALS(RunResult.FAILED, 2),
  /// A service could not be reached or did not answer sensibly.
  UNREACHABLE(RunResult.FAILED, 2),
  /// A breaking or security change that nobody has approved.
  NEEDS_APPROVAL(RunResult.BLOCKED, 3),
  /// Changes made in Sigma, where drift blocks.
  DRIFT(RunResult.BLOCKED, 3),
  /// Several live models could be the one that is meant.
  AMBIGUOUS_MODEL(RunResult.CONFLICT, 4),
  /// A live model holds what the representation cannot carry; an update would destroy it.
  LOSSY_MODEL(RunResult.FAILED, 4),
  /// A live model was changed between planning and writing.
  CONFLICT(RunResult.CONFLICT, 4),
  /// What came back was not what was sent.
  VERIFICATION_FAILED(RunResult.FAILED, 4),
  /// Some models were deployed and some were not.
  PARTIAL(RunResult.FAILED, 4),
  /// A defect in this program.
  INTERNAL(RunResult.FAILED, 5);

  private final RunResult result;
  private final int exitCode;

  FailureReason(RunResult result, int exitCode) {
    this.result = result;
    this.exitCode = exitCode;
  }

  /// The word for it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The result that goes with it.
  public RunResult result() {
    return result;
  }

  /// The exit code of the program.
  public int exitCode() {
    return exitCode;
  }
}
