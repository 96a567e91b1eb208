package io.github.sigmadm.http;

import java.time.Duration;

/// What a client does for one service.
///
/// @param service the service's name for people, such as `Sigma`
/// @param userAgent what it calls itself in requests
/// @param connectTimeout how long making a connection may take
/// @param timeout how long one attempt may take, from the first byte to the last
/// @param longestAnswer most bytes of a body, as sent and unpacked
/// @param concurrency most requests under way at one time
/// @param retries how often a request is sent again
/// @param firstDelay longest wait before the first retry; it doubles with each
/// @param longestDelay most that the wait grows to
/// @param longestRetryAfter most that a service may ask to wait; a request that it puts off for
///   longer is given up
public record ClientSettings(
    String service,
    String userAgent,
    Duration connectTimeout,
    Duration timeout,
    int longestAnswer,
    int concurrency,
    int retries,
    Duration firstDelay,
    Duration longestDelay,
    Duration longestRetryAfter) {

  public ClientSettings {
    if (longestAnswer < 1 || concurrency < 1 || retries < 0) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /// The usual limits: those that people who work with Sigma's API settled on.
  public static ClientSettings of(String service, String userAgent) {
    return new ClientSettings(
        service,
        userAgent,
        Duration.ofSeconds(10),
        Duration.ofSeconds(120),
        64 << 20,
        5,
        4,
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(120));
  }

  /// These settings with another limit for one attempt.
  public ClientSettings withTimeout(Duration limit) {
    return new ClientSettings(
        service,
        userAgent,
        connectTimeout,
        limit,
        longestAnswer,
        concurrency,
        retries,
        firstDelay,
        longestDelay,
        longestRetryAfter);
  }

  /// These settings with another bound on parallel requests.
  public ClientSettings withConcurrency(int most) {
    return new ClientSettings(
        service,
        userAgent,
        connectTimeout,
        timeout,
        longestAnswer,
        most,
        retries,
        firstDelay,
        longestDelay,
        longestRetryAfter);
  }

  /// These settings with another bound on the size of an answer.
  public ClientSettings withLongestAnswer(int bytes) {
    return new ClientSettings(
        service,
        userAgent,
        connectTimeout,
        timeout,
        bytes,
        concurrency,
        retries,
        firstDelay,
        longestDelay,
        longestRetryAfter);
  }
}
