package io.github.sigmadm.sandbox.rest;

import java.util.List;
import java.util.Map;

/// A request that was answered, without headers and body.
///
/// @param status what was answered; 0 when the connection was dropped instead
public record LoggedRequest(
    long number, String method, String path, Map<String, List<String>> query, int status) {

  public LoggedRequest {
    query = Map.copyOf(query);
  }

  @Override
  public String toString() {
    return method + " " + path + " " + status;
  }
}
