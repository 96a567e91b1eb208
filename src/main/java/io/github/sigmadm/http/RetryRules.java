package io.github.sigmadm.http;

import dev.failsafe.ExecutionContext;
import dev.failsafe.RetryPolicy;
import io.github.sigmadm.http.HttpFailure.AnswerLost;
import io.github.sigmadm.http.HttpFailure.HostRefused;
import io.github.sigmadm.http.HttpFailure.Interrupted;
import io.github.sigmadm.http.HttpFailure.TimedOut;
import io.github.sigmadm.http.HttpFailure.TooLarge;
import io.github.sigmadm.http.HttpFailure.Unreachable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is sent again, and after how long: exponential backoff with full jitter, or what the
/// service asks for.
record RetryRules(ClientSettings settings, Pacing pacing) {

  /// The policy for one request; made anew for each, since it depends on the request.
  RetryPolicy<Response> policyFor(Request request) {
    return RetryPolicy.<Response>builder()
        .handleIf((Response response, Throwable failure) -> mayPass(request, response, failure))
        .withMaxRetries(settings.retries())
        .withDelayFn(context -> longer(delay(context), request.leastWait()))
        .build();
  }

  private boolean mayPass(
      Request request, @Nullable Response response, @Nullable Throwable failure) {
    boolean safe = request.repeat() == Repeat.SAFE_TO_REPEAT;
    if (response != null) {
      boolean tooLong =
          response
              .retryAfter(pacing.clock().instant())
              .filter(wait -> wait.compareTo(settings.longestRetryAfter()) > 0)
              .isPresent();
      return !tooLong && (response.isThrottled() || (safe && isTransient(request, response)));
    }
    return failure instanceof HttpFailure known
        && switch (known) {
          case Unreachable unreachable -> unreachable.passing;
          case AnswerLost ignored -> safe;
          case TimedOut ignored -> safe;
          case HostRefused ignored -> false;
          case TooLarge ignored -> false;
          case Interrupted ignored -> false;
        };
  }

  private static boolean isTransient(Request request, Response response) {
    return switch (response.status()) {
      case 408, 500, 502, 503, 504 -> true;
      default -> response.isWebPage() || !request.intact().test(response);
    };
  }

  private Duration delay(ExecutionContext<Response> context) {
    int retry = context.getAttemptCount();
    Optional<Response> answer = Optional.ofNullable(context.getLastResult());
    return answer
        .flatMap(response -> response.retryAfter(pacing.clock().instant()))
        // A little more than asked, so that those who were told the same do not come at once.
        .map(asked -> asked.plus(jitter(settings.firstDelay())))
        .orElseGet(() -> jitter(backoff(retry)));
  }

  private Duration backoff(int retry) {
    Duration grown = settings.firstDelay().multipliedBy(1L << Math.min(Math.max(retry - 1, 0), 20));
    return grown.compareTo(settings.longestDelay()) > 0 ? settings.longestDelay() : grown;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Duration jitter(Duration most) {
    return Duration.ofNanos((long) (most.toNanos() * pacing.random().nextDouble()));
  }
}
