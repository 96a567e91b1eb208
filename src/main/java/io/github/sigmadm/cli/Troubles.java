package io.github.sigmadm.cli;

import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;

/// What each kind of trouble comes to: the one place where exceptions become reasons and exit
/// codes.
final class Troubles {

  private Troubles() {}

  static Conclusion conclusion(Trouble trouble) {
    return new Conclusion.Stopped(
        switch (trouble) {
          case Trouble.BadCredentials ignored -> FailureReason.BAD_CREDENTIALS;
          case Trouble.NotAllowed ignored -> FailureReason.BAD_CREDENTIALS;
          case Trouble.Unreachable ignored -> FailureReason.UNREACHABLE;
          case Trouble.OutcomeUnknown ignored -> FailureReason.UNREACHABLE;
          case Trouble.Rejected ignored -> FailureReason.BAD_CONFIG;
          case Trouble.VersionConflict ignored -> FailureReason.CONFLICT;
          case Trouble.BadConfiguration ignored -> FailureReason.BAD_CONFIG;
          case Trouble.CommitMissing ignored -> FailureReason.BAD_CONFIG;
        });
  }
}
