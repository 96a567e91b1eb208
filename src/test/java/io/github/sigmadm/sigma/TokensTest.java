package io.github.sigmadm.sigma;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.flow.Trouble;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokensTest extends WireMockSigmaTest {

  @BeforeEach
  void thereAreNoModels() {
    sigma.stubFor(get(urlPathEqualTo(MODELS)).willReturn(list()));
  }

  @Test
  void credentialsGoAsFormFieldsFirst() {
    models().list();

    sigma.verify(
        1,
        postRequestedFor(urlPathEqualTo(TOKEN))
            .withHeader("Authorization", absent())
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withRequestBody(
                equalTo(
                    "grant_type=client_credentials&client_id=the-client-id&client_secret="
                        + SECRET)));
    sigma.verify(
        getRequestedFor(urlPathEqualTo(MODELS))
            .withHeader("Authorization", equalTo("Bearer token-1"))
            .withHeader("Accept", equalTo("application/json")));
  }

  @Test
  void credentialsGoAsBasicAfterTheOneAnswerThatAsksForIt() {
    answers(
        to(TOKEN), error(400, "invalid_request", "Invalid access/refresh token"), token("token-1"));

    models().list();

    received(2, TOKEN);
    sigma.verify(
        1,
        postRequestedFor(urlPathEqualTo(TOKEN))
            .withHeader(
                "Authorization",
                equalTo("Basic dGhlLWNsaWVudC1pZDp0aGUtY2xpZW50LXNlY3JldC1vZi10ZXN0cw=="))
            .withRequestBody(equalTo("grant_type=client_credentials")));
    // At most one call a second.
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_client, Unknown client",
    "401, unauthorized, Token missing or malformed",
    "403, forbidden, Not from this address"
  })
  void refusedCredentialsAreNotTriedAgain(int status, String code, String message) {
    answers(to(TOKEN), error(status, code, message));
    var models = models();

    assertThatThrownBy(models::list)
        .isInstanceOf(Trouble.BadCredentials.class)
        .hasMessage(
            "Sigma does not accept the client id and secret at localhost. Sigma answered "
                + status
                + ": "
                + message
                + " (request req-7). Check both, and that this is the API host of your organisation's region (Administration > Developer Access shows all three): credentials work on that host only.");
    assertThatThrownBy(models::list).isInstanceOf(Trouble.BadCredentials.class);
    received(1, TOKEN);
    received(0, MODELS);
  }

  @Test
  void manyThreadsShareOneToken() throws Exception {
    answers(to(TOKEN), token("token-1").withFixedDelay(200));
    var models = models();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Object> listing = models::list;
      for (Future<Object> done : threads.invokeAll(Collections.nCopies(20, listing))) {
        done.get();
      }
    }

    received(1, TOKEN);
    received(20, MODELS);
  }

  @Test
  void manyThreadsShareOneFailure() throws Exception {
    answers(to(TOKEN), error(401, "unauthorized", "no").withFixedDelay(200));
    var models = models();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Object> listing = models::list;
      for (Future<Object> done : threads.invokeAll(Collections.nCopies(8, listing))) {
        assertThatThrownBy(done::get).hasCauseInstanceOf(Trouble.BadCredentials.class);
      }
    }

    received(1, TOKEN);
  }

  @Test
  void aTokenIsRenewedAfterFiftyMinutes() throws Exception {
    answers(to(TOKEN), token("token-1"), token("token-2"));
    var models = models();
    models.list();

    time.pacing().sleeper().sleep(Duration.ofMinutes(49).plusSeconds(59));
    models.list();
    received(1, TOKEN);
    time.pacing().sleeper().sleep(Duration.ofSeconds(1));
    models.list();

    received(2, TOKEN);
    sigma.verify(
        1,
        getRequestedFor(urlPathEqualTo(MODELS))
            .withHeader("Authorization", equalTo("Bearer token-2")));
  }

  @Test
  void aTokenThatIsRefusedMidRunIsReplacedOnce() {
    answers(to(TOKEN), token("token-1"), token("token-2"));
    sigma.stubFor(
        get(urlPathEqualTo(MODELS)).willReturn(error(401, "unauthorized", "Token expired")));
    sigma.stubFor(
        get(urlPathEqualTo(MODELS))
            .withHeader("Authorization", equalTo("Bearer token-2"))
            .willReturn(list()));

    assertThat(models().list()).isEmpty();
    received(2, TOKEN);
    received(2, MODELS);
    // At most one call of the token endpoint a second.
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void aNewTokenThatIsRefusedTooIsTheEnd() {
    answers(to(TOKEN), token("token-1"), token("token-2"));
    sigma.stubFor(
        get(urlPathEqualTo(MODELS))
            .willReturn(error(401, "unauthorized", "Token missing or malformed")));

    assertThatThrownBy(() -> models().list())
        .isInstanceOf(Trouble.BadCredentials.class)
        .hasMessageStartingWith(
            "Reading the list of data models failed: Sigma answered 401: Token missing or malformed (request req-7). A new token was refused too.");
    received(2, MODELS);
    received(2, TOKEN);
  }

  @Test
  void threadsWhoseTokenIsRefusedShareTheNextOne() throws Exception {
    answers(to(TOKEN), token("token-1"), token("token-2").withFixedDelay(100));
    sigma.stubFor(
        get(urlPathEqualTo(MODELS)).willReturn(error(401, "unauthorized", "Token expired")));
    sigma.stubFor(
        get(urlPathEqualTo(MODELS))
            .withHeader("Authorization", equalTo("Bearer token-2"))
            .willReturn(list()));
    var models = models();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Object> listing = models::list;
      for (Future<Object> done : threads.invokeAll(Collections.nCopies(5, listing))) {
        done.get();
      }
    }

    received(2, TOKEN);
  }

  @Test
  void theTokenEndpointIsAskedAgainAtMostOnceASecond() {
    answers(to(TOKEN), status(503), error(429, "rate", "slow down"), token("token-1"));

    models().list();

    received(3, TOKEN);
    assertThat(time.waits()).allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) >= 0);
  }

  @Test
  void aTokenEndpointThatIsDownIsNotABadCredential() {
    answers(to(TOKEN), webPage(403));

    assertThatThrownBy(() -> models().list())
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessageContaining("localhost answered with a web page (status 403)");
  }

  @Test
  void anAnswerWithoutATokenIsTrouble() {
    answers(to(TOKEN), okJson("{\"access_token\": 5}"));

    assertThatThrownBy(() -> models().list()).isInstanceOf(Trouble.Unreachable.class);
  }

  @Test
  void noCredentialReachesALogOrAnError() {
    answers(to(TOKEN), token("token-that-leaks"));
    sigma.stubFor(
        get(urlPathEqualTo(MODELS))
            .willReturn(
                error(
                    400,
                    "invalid",
                    "token-that-leaks and the-client-secret-of-tests and dGhlLWNsaWVudC1pZDp0aGUtY2xpZW50LXNlY3JldC1vZi10ZXN0cw==")));

    assertThatThrownBy(() -> models().list())
        .isInstanceOf(Trouble.Rejected.class)
        .hasMessageContaining("Sigma answered 400: *** and *** and")
        .hasMessageNotContaining("c2VjcmV0");
    assertThat(String.join("\n", log)).isNotEmpty().doesNotContain("leaks").doesNotContain(SECRET);
    sigma.verify(0, anyRequestedFor(urlPathEqualTo("/")));
  }
}
