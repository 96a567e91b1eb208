package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.ClientCredentials;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AuthenticationTest {

  private final MovableClock clock = new MovableClock();
  private final SandboxOptions options = SandboxOptions.defaults().withClock(clock);

  @Test
  void formFieldsGiveATokenForAnHour() {
    try (Sandbox sandbox = Sandbox.start(options)) {
      JsonNode answer = Client.anonymous(sandbox).signIn(sandbox).expect(200).json();
      assertThat(answer.path("token_type").stringValue()).isEqualTo("bearer");
      assertThat(answer.path("expires_in").intValue()).isEqualTo(3600);
      assertThat(Json.string(answer, "refresh_token")).isNotEmpty();
      Client client = Client.anonymous(sandbox).withToken(Json.string(answer, "access_token"));
      JsonNode self = client.get("/v2/whoami").expect(200).json();
      assertThat(Json.string(self, "userId")).isNotEmpty();
      assertThat(Json.string(self, "organizationId")).isNotEmpty();
    }
  }

  @Test
  void basicAuthenticationWorksAsWell() {
    try (Sandbox sandbox = Sandbox.start(options)) {
      assertThat(basic(sandbox, "grant_type=client_credentials").status()).isEqualTo(200);
    }
  }

  @Test
  void theWrongSecretIsRefused() {
    ClientCredentials other = new ClientCredentials("someone", "s3cret");
    try (Sandbox sandbox = Sandbox.start(options.withCredentials(other))) {
      Client.Answer refused =
          Client.anonymous(sandbox)
              .form("grant_type=client_credentials&client_id=someone&client_secret=other")
              .expect(401);
      assertThat(Json.string(refused.json(), "code")).isEqualTo("unauthorized");
      clock.advance(Duration.ofSeconds(1));
      Client.anonymous(sandbox).signIn(sandbox).expect(200);
      assertThat(sandbox.options().toString()).contains("someone").doesNotContain("s3cret");
    }
  }

  @Test
  void theTokenEndpointAllowsOneRequestASecond() {
    try (Sandbox sandbox = Sandbox.start(options)) {
      Client client = Client.anonymous(sandbox);
      client.signIn(sandbox).expect(200);
      clock.advance(Duration.ofMillis(999));
      client.signIn(sandbox).expect(429);
      clock.advance(Duration.ofSeconds(1));
      client.signIn(sandbox).expect(200);
    }
  }

  @Test
  void theRateLimitCanBeSwitchedOff() {
    try (Sandbox sandbox = Sandbox.start(options.withTokenRateLimit(false))) {
      Client client = Client.anonymous(sandbox);
      client.signIn(sandbox).expect(200);
      client.signIn(sandbox).expect(200);
    }
  }

  @Test
  void aRequestWithoutATokenOrWithAnUnknownOneIsRefused() {
    try (Sandbox sandbox = Sandbox.start(options)) {
      Client anonymous = Client.anonymous(sandbox);
      for (Client client : new Client[] {anonymous, anonymous.withToken("stale")}) {
        JsonNode envelope = client.get("/v2/whoami").expect(401).json();
        assertThat(Json.string(envelope, "message")).isEqualTo("Token missing or malformed");
        assertThat(Json.string(envelope, "code")).isEqualTo("unauthorized");
        assertThat(Json.string(envelope, "requestId")).hasSize(36);
      }
    }
  }

  @Test
  void aTokenExpires() {
    try (Sandbox sandbox = Sandbox.start(options.withTokenLifetime(Duration.ofMinutes(5)))) {
      Client client = Client.of(sandbox);
      clock.advance(Duration.ofMinutes(5).minusMillis(1));
      client.get("/v2/whoami").expect(200);
      clock.advance(Duration.ofMillis(1));
      client.get("/v2/whoami").expect(401);
    }
  }

  @Test
  void tokensCanBeRevoked() {
    try (Sandbox sandbox = Sandbox.start(options)) {
      Client client = Client.of(sandbox);
      sandbox.revokeTokens();
      client.get("/v2/whoami").expect(401);
    }
  }

  @Test
  void aRefreshTokenWorksOnce() {
    try (Sandbox sandbox = Sandbox.start(options.withTokenRateLimit(false))) {
      JsonNode first = Client.anonymous(sandbox).signIn(sandbox).expect(200).json();
      String form = "grant_type=refresh_token&refresh_token=" + Json.string(first, "refresh_token");
      JsonNode second = basic(sandbox, form).expect(200).json();
      Client.anonymous(sandbox)
          .withToken(Json.string(second, "access_token"))
          .get("/v2/whoami")
          .expect(200);
      JsonNode refused = basic(sandbox, form).expect(400).json();
      assertThat(Json.string(refused, "message")).isEqualTo("Invalid access/refresh token");
    }
  }

  @Test
  void oneWayOfSigningInCanBeRefusedAsItWasSeen() {
    try (Sandbox sandbox = Sandbox.start(options.withQuirks(Quirk.BASIC_REFUSED))) {
      JsonNode refused = basic(sandbox, "grant_type=client_credentials").expect(400).json();
      assertThat(Json.string(refused, "code")).isEqualTo("invalid_request");
      assertThat(Json.string(refused, "message")).isEqualTo("Invalid access/refresh token");
      clock.advance(Duration.ofSeconds(1));
      Client.anonymous(sandbox).signIn(sandbox).expect(200);
    }
    try (Sandbox sandbox = Sandbox.start(options.withQuirks(Quirk.FORM_REFUSED))) {
      Client.anonymous(sandbox).signIn(sandbox).expect(400);
      clock.advance(Duration.ofSeconds(1));
      basic(sandbox, "grant_type=client_credentials").expect(200);
    }
  }

  @Test
  void aBodyThatIsNoFormIsRefused() {
    try (Sandbox sandbox = Sandbox.start(options)) {
      Client.anonymous(sandbox).post("/v2/auth/token", Json.object()).expect(400);
    }
  }

  private static Client.Answer basic(Sandbox sandbox, String form) {
    ClientCredentials credentials = sandbox.options().credentials();
    String pair = credentials.clientId() + ":" + credentials.clientSecret();
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return Client.anonymous(sandbox)
        .call(
            "POST",
            "/v2/auth/token",
            form,
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Authorization",
            "Basic " + encoded);
  }
}
