package io.github.sigmadm.http;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A request that got no answer. An answer of any status is a [Response], not a failure.
///
/// The two halves tell apart what matters to whoever asked for a change: [NotDone] says that the
/// service never acted on it, [OutcomeUnknown] that it may have, so look before you ask again.
/// Messages say what was being done, what happened and what to do, and hold no secret.
public abstract sealed class HttpFailure extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private HttpFailure(String action, String what, @Nullable Throwable cause) {
    super(capitalised(action) + " failed: " + what, cause);
  }

  private static String capitalised(String action) {
    return action.isEmpty()
        ? action
        : Character.toUpperCase(action.charAt(0)) + action.substring(1);
  }

  /// The service has not acted on the request.
  public abstract static sealed class NotDone extends HttpFailure {
    private NotDone(String action, String what, @Nullable Throwable cause) {
      super(action, what, cause);
    }
  }

  /// The request may have reached the service, and the service may have acted on it.
  public abstract static sealed class OutcomeUnknown extends HttpFailure {
    private OutcomeUnknown(String action, String what, @Nullable Throwable cause) {
      super(action, what, cause);
    }
  }

  /// The host is not one that requests may go to. Nothing was sent.
  public static final class HostRefused extends NotDone {
    HostRefused(String action, String what) {
      super(action, what, null);
    }
  }

  /// No connection was made: nothing listens, the name does not resolve, no trust, no answer in
  /// time.
  public static final class Unreachable extends NotDone {
    /// Whether another attempt could end otherwise.
    final boolean passing;

    Unreachable(String action, String what, boolean passing, Throwable cause) {
      super(action, what, cause);
      this.passing = passing;
    }
  }

  /// The connection broke before the whole answer was there, or what came was no answer.
  public static final class AnswerLost extends OutcomeUnknown {
    AnswerLost(String action, String what, Throwable cause) {
      super(action, what, cause);
    }
  }

  /// The answer was not there in time.
  public static final class TimedOut extends OutcomeUnknown {
    TimedOut(String action, String what) {
      super(action, what, null);
    }
  }

  /// The answer is longer than this client reads.
  public static final class TooLarge extends OutcomeUnknown {
    TooLarge(String action, String what) {
      super(action, what, null);
    }
  }

  /// This program was told to stop while it waited.
  public static final class Interrupted extends OutcomeUnknown {
    Interrupted(String action, Throwable cause) {
      super(action, "it was interrupted.", cause);
    }
  }
}
