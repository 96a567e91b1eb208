package io.github.sigmadm.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// One request to a service.
///
/// @param action what it is for, as words that follow "while" and that errors begin with, such as
///   `reading the data model list from Sigma`; never with a secret in it
/// @param timeout how long one attempt may take, from the first byte to the last; empty for the
///   client's own limit
/// @param leastWait the least time between two attempts
/// @param intact whether an answer arrived whole, as far as the caller can tell (a cut text, a
///   wrong media type); one that did not counts as lost and is asked for again where that is safe
public record Request(
    String action,
    HttpMethod method,
    URI uri,
    Headers headers,
    Body body,
    Repeat repeat,
    Optional<Duration> timeout,
    Duration leastWait,
    Predicate<Response> intact) {

  public Request {
    if (uri.getHost() == null || uri.getScheme() == null) {
      throw new IllegalArgumentException("a request goes to an absolute address");
    }
  }

  /// A read.
  public static Request get(String action, URI uri) {
    return of(action, HttpMethod.GET, uri, Repeat.SAFE_TO_REPEAT);
  }

  /// A request without headers and body.
  public static Request of(String action, HttpMethod method, URI uri, Repeat repeat) {
    return new Request(
        action,
        method,
        uri,
        Headers.NONE,
        Body.EMPTY,
        repeat,
        Optional.empty(),
        Duration.ZERO,
        response -> true);
  }

  /// This request with a header field set.
  public Request with(String name, String value) {
    return new Request(
        action, method, uri, headers.with(name, value), body, repeat, timeout, leastWait, intact);
  }

  /// This request with a body of a media type.
  public Request with(Body content, String mediaType) {
    return new Request(
        action,
        method,
        uri,
        headers.with("Content-Type", mediaType),
        content,
        repeat,
        timeout,
        leastWait,
        intact);
  }

  /// This request with its own limit for one attempt.
  public Request within(Duration limit) {
    return new Request(
        action, method, uri, headers, body, repeat, Optional.of(limit), leastWait, intact);
  }

  /// This request with a least time between two attempts.
  public Request every(Duration wait) {
    return new Request(action, method, uri, headers, body, repeat, timeout, wait, intact);
  }

  /// This request with a condition that every whole answer meets.
  public Request expecting(Predicate<Response> condition) {
    return new Request(action, method, uri, headers, body, repeat, timeout, leastWait, condition);
  }

  /// This request at another address.
  Request at(URI other) {
    return new Request(action, method, other, headers, body, repeat, timeout, leastWait, intact);
  }
}
