package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.store.Identifiers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The token endpoint, and whether a request bears a token that is still good.
final class Tokens {

  private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(1);

  private final SandboxOptions options;
  private final Identifiers identifiers;
  private final Map<String, Instant> expiries = new HashMap<>();
  private final Set<String> refreshTokens = new HashSet<>();
  private Instant nextRequest = Instant.MIN;
  private int issued;

  Tokens(SandboxOptions options, Identifiers identifiers) {
    this.options = options;
    this.identifiers = identifiers;
  }

  /// `POST /v2/auth/token`.
  Response issue(Call call) {
    Instant now = options.clock().instant();
    if (options.tokenRateLimit() && now.isBefore(nextRequest)) {
      throw new Refusal(429, "too_many_requests", "Rate limit exceeded");
    }
    nextRequest = now.plus(BETWEEN_REQUESTS);
    Request request = call.request();
    if (request
        .header("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded"))
        .isEmpty()) {
      throw Refusal.invalid("Expecting application/x-www-form-urlencoded");
    }
    Map<String, List<String>> form = Queries.parse(request.body());
    authenticate(request, form);
    switch (first(form, "grant_type")) {
      case "client_credentials" -> {}
      case "refresh_token" -> {
        if (!refreshTokens.remove(first(form, "refresh_token"))) {
          throw Refusal.invalid("Invalid access/refresh token");
        }
      }
      default -> throw Refusal.invalid("Unsupported grant_type");
    }
    return token(now);
  }

  /// Refused with 401 when there is no token, or one that has expired or was never issued.
  void check(Request request) {
    String header = request.header("Authorization").orElse("");
    Instant expiry =
        header.startsWith("Bearer ")
            ? expiries.getOrDefault(header.substring("Bearer ".length()), Instant.MIN)
            : Instant.MIN;
    if (expiry.equals(Instant.MIN)) {
      throw new Refusal(401, "unauthorized", "Token missing or malformed");
    }
    if (!options.clock().instant().isBefore(expiry)) {
      throw new Refusal(
          401, "unauthorized", "We cannot verify your identity. Please try again later.");
    }
  }

  /// Makes all tokens invalid, as revoking them would.
  void revokeAll() {
    expiries.clear();
    refreshTokens.clear();
  }

  private Response token(Instant now) {
    String number = Integer.toString(++issued);
    String access = "sandbox-access-" + identifiers.uuid("access-token", number);
    String refresh = "sandbox-refresh-" + identifiers.uuid("refresh-token", number);
    expiries.put(access, now.plus(options.tokenLifetime()));
    refreshTokens.add(refresh);
    ObjectNode answer = Json.object();
    answer.put("access_token", access);
    answer.put("refresh_token", refresh);
    answer.put("token_type", "bearer");
    answer.put("expires_in", options.tokenLifetime().toSeconds());
    return Response.json(answer);
  }

  private void authenticate(Request request, Map<String, List<String>> form) {
    Optional<String> basic =
        request
            .header("Authorization")
            .filter(value -> value.startsWith("Basic "))
            .map(value -> value.substring("Basic ".length()));
    boolean refused = options.has(basic.isPresent() ? Quirk.BASIC_REFUSED : Quirk.FORM_REFUSED);
    if (refused) {
      throw Refusal.invalid("Invalid access/refresh token");
    }
    String given =
        basic
            .map(Tokens::decode)
            .orElseGet(() -> first(form, "client_id") + ":" + first(form, "client_secret"));
    String expected = options.credentials().clientId() + ":" + options.credentials().clientSecret();
    if (!given.equals(expected)) {
      throw new Refusal(
          401, "unauthorized", "We cannot verify your identity. Please try again later.");
    }
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static String first(Map<String, List<String>> form, String field) {
    return form.getOrDefault(field, List.of("")).getFirst();
  }
}
