package io.github.sigmadm.flow;

import org.jspecify.annotations.Nullable;

/// Trouble with the world outside: a service, the network, the repository.
///
/// The message is for the user: what was tried, what happened, what to do about it. It never holds
/// a secret.
public abstract sealed class Trouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private Trouble(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// A service refused who we are: no token, or one for another region.
  public static final class BadCredentials extends Trouble {
    private static final long serialVersionUID = 1L;

    public BadCredentials(String message) {
      super(message, null);
    }
  }

  /// The credentials are good but may not do this.
  public static final class NotAllowed extends Trouble {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String message) {
      super(message, null);
    }
  }

  /// A service could not be reached or did not answer sensibly, after all retries. Nothing was
  /// written by the call that failed.
  public static final class Unreachable extends Trouble {
    private static final long serialVersionUID = 1L;

    public Unreachable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// A write was sent and its answer was lost, and looking it up did not settle whether it
  /// happened.
  public static final class OutcomeUnknown extends Trouble {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// A service understood the request and said no to its content.
  public static final class Rejected extends Trouble {
    private static final long serialVersionUID = 1L;

    public Rejected(String message) {
      super(message, null);
    }
  }

  /// The model is not at the version that was planned: someone was faster. Nothing was written.
  public static final class VersionConflict extends Trouble {
    private static final long serialVersionUID = 1L;

    public VersionConflict(String message) {
      super(message, null);
    }
  }

  /// The configuration, the inputs or the event are not what is needed.
  public static final class BadConfiguration extends Trouble {
    private static final long serialVersionUID = 1L;

    public BadConfiguration(String message) {
      super(message, null);
    }
  }

  /// The repository does not have a commit, and it cannot be fetched.
  public static final class CommitMissing extends Trouble {
    private static final long serialVersionUID = 1L;

    public CommitMissing(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
