package io.github.sigmadm.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The answer of a service, whatever its status.
///
/// @param attempts how often the request was sent until this answer came, itself included
public record Response(int status, Headers headers, Body body, int attempts) {

  /// Whether the status is one of the 200s.
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /// The media type in lower case and without parameters, such as `application/json`.
  public Optional<String> mediaType() {
    return headers
        .first("Content-Type")
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(type -> !type.isEmpty());
  }

  /// Whether the answer is a web page. The services we ask never send one: it comes from a proxy or
  /// a firewall in front of them.
  public boolean isWebPage() {
    if (mediaType()
        .filter(type -> type.equals("text/html") || type.endsWith("/xhtml+xml"))
        .isPresent()) {
      return true;
    }
    if (mediaType().filter(type -> type.endsWith("json")).isPresent()) {
      return false;
    }
    String text = body.text().stripLeading();
    String start = text.substring(0, Math.min(text.length(), 15)).toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  /// Whether the service turned the request away for the load, before acting on it: too early, too
  /// many requests.
  public boolean isThrottled() {
    return status == 425 || status == 429 || status == 430;
  }

  /// How long the service asks to wait (`Retry-After` in seconds or as a date), zero if that has
  /// passed; empty if it does not say, or says it in a form that is none.
  public Optional<Duration> retryAfter(Instant now) {
    return headers.first("Retry-After").flatMap(value -> parseRetryAfter(value.strip(), now));
  }

  private static Optional<Duration> parseRetryAfter(String value, Instant now) {
    if (value.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, then);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Response after(int sent) {
    return new Response(status, headers, body, sent);
  }
}
