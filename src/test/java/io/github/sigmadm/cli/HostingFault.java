package io.github.sigmadm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;

/// A way in which a call to the hosting service can go wrong: before it has acted, or after.
enum HostingFault {
  NONE(true),
  DROPPED_BEFORE(false),
  DROPPED_AFTER(true),
  TIMEOUT_BEFORE(false),
  TIMEOUT_AFTER(true),
  UNAUTHORIZED(false),
  FORBIDDEN(false),
  NOT_FOUND(false),
  CONFLICT(false),
  UNPROCESSABLE(false),
  RATE_LIMITED(false),
  THROTTLED(false),
  THROTTLED_FOR_SECONDS(false),
  BROKEN_BEFORE(false),
  BROKEN_AFTER(true),
  BAD_GATEWAY_BEFORE(false),
  BAD_GATEWAY_AFTER(true),
  UNAVAILABLE(false),
  PAGE_BEFORE(false),
  PAGE_AFTER(true),
  CONNECTION_CUT(true),
  JSON_CUT(true),
  OTHER_JSON(true),
  YAML(true),
  EMPTY(true);

  /// How long an answer may take here.
  static final Duration TIMEOUT = Duration.ofMillis(400);

  private static final Duration LONGER = Duration.ofMillis(450);
  private static final String JSON = "application/json";

  private final boolean acts;

  HostingFault(boolean acts) {
    this.acts = acts;
  }

  /// Whether the service does what it is asked, all the same.
  boolean acts() {
    return acts;
  }

  /// Answers, or does not.
  ///
  /// @param good what the service would have said
  /// @param token the credentials of the request, which some answers repeat
  void answer(HttpExchange exchange, FakeGitHub.Answer good, String token) throws IOException {
    String echo = "{\"message\":\"no, not with " + token + "\"}";
    String page = "<!DOCTYPE html><html><body>Unicorn</body></html>";
    switch (this) {
      case NONE -> send(exchange, good.status(), good.type(), good.body());
      case DROPPED_BEFORE, DROPPED_AFTER -> {}
      case TIMEOUT_BEFORE -> Pauses.sleep(LONGER);
      case TIMEOUT_AFTER -> {
        Pauses.sleep(LONGER);
        send(exchange, good.status(), good.type(), good.body());
      }
      case UNAUTHORIZED -> send(exchange, 401, JSON, echo);
      case FORBIDDEN -> send(exchange, 403, JSON, echo);
      case NOT_FOUND -> send(exchange, 404, JSON, echo);
      case CONFLICT -> send(exchange, 409, JSON, echo);
      case UNPROCESSABLE -> send(exchange, 422, JSON, echo);
      case RATE_LIMITED -> {
        exchange.getResponseHeaders().set("x-ratelimit-remaining", "0");
        exchange.getResponseHeaders().set("x-ratelimit-reset", "1767603700");
        send(exchange, 403, JSON, echo);
      }
      case THROTTLED -> send(exchange, 429, JSON, echo);
      case THROTTLED_FOR_SECONDS -> {
        exchange.getResponseHeaders().set("Retry-After", "7");
        send(exchange, 429, JSON, echo);
      }
      case BROKEN_BEFORE, BROKEN_AFTER -> send(exchange, 500, JSON, echo);
      case BAD_GATEWAY_BEFORE, BAD_GATEWAY_AFTER -> send(exchange, 502, "text/html", page);
      case UNAVAILABLE -> send(exchange, 503, "text/html", page);
      case PAGE_BEFORE, PAGE_AFTER -> send(exchange, 200, "text/html", page);
      case CONNECTION_CUT -> {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("[{\"id\":".getBytes(UTF_8));
        exchange.getResponseBody().flush();
      }
      case JSON_CUT -> send(exchange, 200, JSON, "[{\"id\":");
      case OTHER_JSON -> send(exchange, 200, JSON, "{\"unexpected\": [1, 2]}");
      case YAML -> send(exchange, 200, "application/x-yaml", "id: 5\n");
      case EMPTY -> send(exchange, 200, JSON, "");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
    }
  }
}
