package io.github.sigmadm.render;

import java.util.Optional;

/// What a run came to, and why if it did not succeed.
public sealed interface Conclusion {

  /// All is done.
  record Done() implements Conclusion {}

  /// There was nothing to do.
  record NothingToDo() implements Conclusion {}

  /// It did not succeed.
  record Stopped(FailureReason reason) implements Conclusion {}

  /// The word of the output `result`.
  default RunResult result() {
    return switch (this) {
      case Done ignored -> RunResult.SUCCESS;
      case NothingToDo ignored -> RunResult.NO_CHANGES;
      case Stopped stopped -> stopped.reason().result();
    };
  }

  /// The word of the output `failure-reason`; empty where nothing failed.
  default Optional<FailureReason> failureReason() {
    return this instanceof Stopped stopped ? Optional.of(stopped.reason()) : Optional.empty();
  }

  /// The exit code of the program.
  default int exitCode() {
    return failureReason().map(FailureReason::exitCode).orElse(0);
  }
}
