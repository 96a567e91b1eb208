package io.github.sigmadm.github;

import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// GitHub's limits on requests, which it tells with status 403 and headers. A request that met one
/// was not carried out.
record RateLimit(Pacing pacing) {

  /// How often a request is sent in all.
  static final int ATTEMPTS = 3;

  /// Longer than this nobody wants to pay for a machine that waits.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// What GitHub asks for where it gives no time.
  private static final Duration USUAL = Duration.ofMinutes(1);

  boolean isReached(Response response) {
    return (response.status() == 403 || response.status() == 429)
        && (response.headers().first("Retry-After").isPresent()
            || isUsedUp(response)
            || mentionsLimit(response));
  }

  /// How long to wait before asking again; empty if that is too long.
  Optional<Duration> wait(Response response) {
    Instant now = pacing.clock().instant();
    Duration wait =
        response
            .retryAfter(now)
            .or(() -> isUsedUp(response) ? untilReset(response, now) : Optional.empty())
            .orElse(USUAL);
    return Optional.of(wait).filter(time -> time.compareTo(PATIENCE) <= 0);
  }

  void sleep(Duration duration) {
    try {
      pacing.sleeper().sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isUsedUp(Response response) {
    return response.headers().first("x-ratelimit-remaining").filter("0"::equals).isPresent();
  }

  private static boolean mentionsLimit(Response response) {
    String body = response.body().size() > 10_000 ? "" : response.body().text();
    String text = body.toLowerCase(Locale.ROOT);
    return text.contains("secondary rate limit") || text.contains("abuse detection");
  }

  private static Optional<Duration> untilReset(Response response, Instant now) {
    return response
        .headers()
        .first("x-ratelimit-reset")
        .filter(value -> value.matches("[0-9]{1,12}"))
        .map(value -> Duration.between(now, Instant.ofEpochSecond(Long.parseLong(value))))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait.plusSeconds(1));
  }
}
