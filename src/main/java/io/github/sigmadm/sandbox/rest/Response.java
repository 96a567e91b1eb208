package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// An answer.
///
/// @param headers the content type among them, if there is a body
public record Response(int status, Map<String, String> headers, String body) {

  public Response {
    headers = new TreeMap<>(headers);
  }

  /// 200 with JSON.
  public static Response json(JsonNode body) {
    return json(200, body);
  }

  public static Response json(int status, JsonNode body) {
    return text(status, "application/json; charset=utf-8", Json.text(body));
  }

  public static Response text(int status, String contentType, String body) {
    return new Response(status, Map.of("Content-Type", contentType), body);
  }

  /// What the server says to a route that it does not have.
  static Response unmatched() {
    return new Response(404, Map.of("errorcause", "UnmatchedHandler"), "");
  }

  /// The same with one more header.
  public Response with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body);
  }
}
