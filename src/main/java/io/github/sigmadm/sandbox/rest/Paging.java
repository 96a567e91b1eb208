package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The two ways of paging. A page size that is too large is clamped.
final class Paging {

  private static final int DEFAULT_SIZE = 50;

  private Paging() {}

  /// `page` and `limit`, at most 1000; `nextPage` is null on the last page.
  static Response byPage(Request request, List<? extends JsonNode> entries) {
    int start = start(request.parameter("page"));
    int end = Math.min(entries.size(), start + size(request.parameter("limit"), 1000));
    ObjectNode answer = Json.object();
    answer.set("entries", slice(entries, start, end));
    boolean more = end < entries.size();
    if (more) {
      answer.put("nextPage", Integer.toString(end));
    } else {
      answer.putNull("nextPage");
    }
    answer.put("hasMore", more);
    answer.put("total", entries.size());
    return Response.json(answer);
  }

  /// `pageToken` and `pageSize`, at most 500; `nextPageToken` is absent on the last page.
  static Response byToken(Request request, List<? extends JsonNode> entries) {
    int start = start(request.parameter("pageToken").map(Paging::decode));
    int end = Math.min(entries.size(), start + size(request.parameter("pageSize"), 500));
    ObjectNode answer = Json.object();
    answer.set("entries", slice(entries, start, end));
    if (end < entries.size()) {
      answer.put("nextPageToken", encode(end));
    }
    return Response.json(answer);
  }

  private static ArrayNode slice(List<? extends JsonNode> entries, int start, int end) {
    ArrayNode slice = Json.array();
    entries
        .subList(Math.min(start, entries.size()), Math.max(end, Math.min(start, end)))
        .forEach(slice::add);
    return slice;
  }

  private static int start(Optional<String> cursor) {
    return cursor.filter(text -> !text.isEmpty()).map(text -> number(text, "page")).orElse(0);
  }

  private static int size(Optional<String> size, int most) {
    return Math.clamp(size.map(text -> number(text, "limit")).orElse(DEFAULT_SIZE), 1, most);
  }

  private static int number(String text, String what) {
    if (!text.matches("[0-9]{1,9}")) {
      throw Refusal.invalid("Invalid " + what);
    }
    return Integer.parseInt(text);
  }

  private static String encode(int start) {
    byte[] bytes = ("entry:" + start).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decode(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      return text.startsWith("entry:") ? text.substring("entry:".length()) : "none";
    } catch (IllegalArgumentException notOurs) {
      return "none";
    }
  }
}
