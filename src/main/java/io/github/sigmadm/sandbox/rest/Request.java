package io.github.sigmadm.sandbox.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A request that has come in.
///
/// @param number counts requests, from 1
/// @param path without the query, decoded
/// @param query the query parameters, decoded, each with all its values
/// @param headers by lower-case name; may hold credentials, so not part of the text form
public record Request(
    long number,
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    String body) {

  public Request {
    query = Map.copyOf(query);
    headers = new TreeMap<>(headers);
  }

  /// Requests of this method to such a path; `*` stands for one segment.
  public static Predicate<Request> matching(String method, String pathPattern) {
    PathPattern pattern = new PathPattern(pathPattern.replace("*", "{any}"));
    return request -> request.method().equals(method) && pattern.match(request.path()).isPresent();
  }

  /// The first value of a query parameter.
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /// Whether a boolean query parameter is set.
  public boolean flag(String name) {
    return parameter(name).filter("true"::equalsIgnoreCase).isPresent();
  }

  /// The first value of a header, whatever its case.
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  @Override
  public String toString() {
    return "#" + number + " " + method + " " + path;
  }
}
