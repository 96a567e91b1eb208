package io.github.sigmadm.cli;

import static io.github.sigmadm.sandbox.rest.Interception.after;
import static io.github.sigmadm.sandbox.rest.Interception.before;

import io.github.sigmadm.sandbox.rest.Effect;
import io.github.sigmadm.sandbox.rest.Interception;
import io.github.sigmadm.sandbox.rest.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A way in which a call to Sigma can go wrong: before it has acted, or after.
enum Fault {
  DROPPED_BEFORE(before(Effect.drop())),
  DROPPED_AFTER(after(Effect.drop())),
  TIMEOUT_BEFORE(before(slow()), before(Effect.drop())),
  TIMEOUT_AFTER(after(slow())),
  ACTED_LATE(before(slow())),
  UNAUTHORIZED(before(json(401, "{\"message\":\"unauthorized\"}"))),
  FORBIDDEN(before(json(403, "{\"message\":\"no\",\"code\":\"forbidden\"}"))),
  NOT_FOUND(before(json(404, "{\"message\":\"no such thing\"}"))),
  CONFLICT(before(json(409, "{\"message\":\"conflict\"}"))),
  THROTTLED(before(json(429, "{\"message\":\"slow down\"}"))),
  THROTTLED_FOR_SECONDS(before(askingFor(429, "7"))),
  THROTTLED_FOR_A_DAY(before(askingFor(429, "86400"))),
  THROTTLED_BY_A_PAGE(before(page(430))),
  BROKEN_BEFORE(before(json(500, "{\"message\":\"oops\"}"))),
  BROKEN_AFTER(after(json(500, "{\"message\":\"oops\"}"))),
  BAD_GATEWAY_BEFORE(before(page(502))),
  BAD_GATEWAY_AFTER(after(page(502))),
  UNAVAILABLE(before(askingFor(503, "1"))),
  PAGE_BEFORE(before(page(200))),
  PAGE_AFTER(after(page(200))),
  BLOCKED_BY_A_PAGE(before(page(403))),
  CONNECTION_CUT(after(Effect.cut(9))),
  JSON_CUT(after(json(200, "{\"dataModelId\": \"4f2"))),
  OTHER_JSON(after(json(200, "{\"unexpected\": [1, 2]}"))),
  BARE_JSON(after(json(200, "[]"))),
  EMPTY(after(json(200, ""))),
  YAML(after(Effect.answer(Response.text(200, "application/x-yaml", "success: true\n"))));

  /// How long an answer may take here.
  static final Duration TIMEOUT = Duration.ofMillis(400);

  private static final int LONGER_MILLIS = 450;

  // what is in it, delays and fixed answers, does not change
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Interception> interceptions;

  Fault(Interception... interceptions) {
    this.interceptions = List.of(interceptions);
  }

  /// What is done to a request, in this order.
  List<Interception> interceptions() {
    return interceptions;
  }

  /// Whether it is not tried again, so that it is all the same whether it passes.
  boolean isFinal() {
    return switch (this) {
      case FORBIDDEN, NOT_FOUND, CONFLICT, THROTTLED_FOR_A_DAY -> true;
      default -> false;
    };
  }

  /// How a run may end that it happens to: the exit code and the reason. Success always may be, and
  /// that Sigma cannot be reached, or some models failed.
  Set<String> ends() {
    Set<String> ends = new TreeSet<>(Set.of("0", "2 unreachable", "4 partial"));
    switch (this) {
      case UNAUTHORIZED, FORBIDDEN -> ends.add("2 bad-credentials");
      // what was there at the plan is gone when it is written or read back
      case NOT_FOUND ->
          ends.addAll(
              Set.of("2 bad-config", "4 ambiguous-model", "4 conflict", "4 verification-failed"));
      case CONFLICT -> ends.addAll(Set.of("2 bad-config", "4 conflict"));
      default -> {}
    }
    return ends;
  }

  /// Whether the outcome hangs on real time.
  boolean isSlow() {
    return this == TIMEOUT_BEFORE || this == TIMEOUT_AFTER || this == ACTED_LATE;
  }

  private static Effect slow() {
    return Effect.delay(Duration.ofMillis(LONGER_MILLIS));
  }

  private static Effect json(int status, String body) {
    return Effect.answer(Response.text(status, "application/json", body));
  }

  private static Effect askingFor(int status, String seconds) {
    return Effect.answer(
        Response.text(status, "application/json", "{}").with("Retry-After", seconds));
  }

  private static Effect page(int status) {
    return Effect.answer(
        Response.text(status, "text/html", "<!DOCTYPE html><html><body>Wait</body></html>"));
  }
}
