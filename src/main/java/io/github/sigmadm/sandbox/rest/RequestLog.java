package io.github.sigmadm.sandbox.rest;

import java.util.ArrayList;
import java.util.List;

/// The requests so far, in the order of their answers.
public final class RequestLog {

  private static final PathPattern LOOKUP = new PathPattern("/v2/connection/{id}/lookup");

  private final List<LoggedRequest> requests = new ArrayList<>();

  RequestLog() {}

  public synchronized List<LoggedRequest> all() {
    return List.copyOf(requests);
  }

  /// How many requests of this method went to such a path; `*` stands for one segment.
  public long count(String method, String pathPattern) {
    PathPattern pattern = new PathPattern(pathPattern.replace("*", "{any}"));
    return all().stream()
        .filter(request -> request.method().equals(method))
        .filter(request -> pattern.match(request.path()).isPresent())
        .count();
  }

  /// How many requests there were.
  public int count() {
    return all().size();
  }

  /// How many requests could have changed something: all but GET, the token endpoint and lookups.
  public long writes() {
    return all().stream()
        .filter(request -> !request.method().equals("GET"))
        .filter(request -> !request.path().equals("/v2/auth/token"))
        .filter(request -> LOOKUP.match(request.path()).isEmpty())
        .count();
  }

  /// Forgets the requests so far.
  public synchronized void clear() {
    requests.clear();
  }

  synchronized void add(LoggedRequest request) {
    requests.add(request);
  }
}
