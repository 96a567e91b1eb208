package io.github.sigmadm.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.sigmadm.http.HttpFailure.AnswerLost;
import io.github.sigmadm.http.HttpFailure.NotDone;
import io.github.sigmadm.http.HttpFailure.OutcomeUnknown;
import io.github.sigmadm.http.HttpFailure.TimedOut;
import io.github.sigmadm.http.HttpFailure.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryTest extends WireMockClientTest {

  /// Answers once with the first, then always with the second.
  static void firstThen(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    service.stubFor(
        any(anyUrl())
            .inScenario("s")
            .whenScenarioStateIs(STARTED)
            .willReturn(first)
            .willSetStateTo("2"));
    service.stubFor(any(anyUrl()).inScenario("s").whenScenarioStateIs("2").willReturn(then));
  }

  static void always(ResponseDefinitionBuilder answer) {
    service.stubFor(any(anyUrl()).willReturn(answer));
  }

  static ResponseDefinitionBuilder webPage(int status) {
    return status(status)
        .withHeader("Content-Type", "text/html; charset=utf-8")
        .withBody("<html>Just a moment…</html>");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 430, 500, 502, 503, 504})
  void aReadIsRepeatedAfterATransientStatus(int status) throws Exception {
    firstThen(status(status), okJson("{}"));

    Response response = client().send(read());

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.attempts()).isEqualTo(2);
    receives(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 412, 414, 422, 501})
  void aReadIsNotRepeatedAfterAVerdict(int status) throws Exception {
    always(status(status).withHeader("Content-Type", "application/json").withBody("{}"));

    assertThat(client().send(read()).status()).isEqualTo(status);
    receives(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 503})
  void aWebPageFromAFirewallIsAskedAgain(int status) throws Exception {
    firstThen(webPage(status), okJson("{}"));

    assertThat(client().send(read()).body().text()).isEqualTo("{}");
    receives(2);
  }

  @Test
  void anAnswerThatDidNotArriveWholeIsAskedForAgain() throws Exception {
    firstThen(okJson("{\"a\":"), okJson("{}"));

    Response response =
        client().send(read().expecting(answer -> answer.body().text().endsWith("}")));

    assertThat(response.body().text()).isEqualTo("{}");
  }

  @Test
  void theLastAnswerIsReturnedWhenTheAttemptsAreUsedUp() throws Exception {
    always(status(503).withBody("down"));

    Response response = client().send(read());

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.attempts()).isEqualTo(5);
    receives(5);
  }

  @Test
  void theWaitDoublesUpToItsCap() throws Exception {
    always(status(503));
    ClientSettings many =
        new ClientSettings(
            "Sigma",
            "tests",
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1000,
            5,
            7,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(120));

    client(many).send(read());

    assertThat(time.waits().stream().map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void theWaitIsAnyPartOfItsMost() throws Exception {
    always(status(503));
    FakeTime lucky = new FakeTime(time.now(), 0.25);
    try (var client =
        new ServiceClient(
            settings(), HostPolicy.LOOPBACK, secrets, lucky.pacing(), RequestLog.NONE)) {
      client.send(read());
    }

    assertThat(lucky.waits().stream().map(Duration::toMillis))
        .containsExactly(250L, 500L, 1000L, 2000L);
  }

  @Test
  void aRequestMayAskForALeastWait() throws Exception {
    always(status(503));
    FakeTime hasty = new FakeTime(time.now(), 0);
    try (var client =
        new ServiceClient(
            settings(), HostPolicy.LOOPBACK, secrets, hasty.pacing(), RequestLog.NONE)) {
      client.send(read().every(Duration.ofSeconds(1)));
    }

    assertThat(hasty.waits().stream().map(Duration::toMillis))
        .containsExactly(1000L, 1000L, 1000L, 1000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7                             | 8
          Thu, 01 Oct 2026 08:00:20 GMT | 21
          Thu, 01 Oct 2026 07:00:00 GMT | 1
          soon                          | 1
          """)
  void theServiceSaysHowLongToWait(String retryAfter, long seconds) throws Exception {
    firstThen(status(429).withHeader("Retry-After", retryAfter), okJson("{}"));

    client().send(read());

    // The dice show 1: one second more than asked.
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(seconds));
  }

  @Test
  void aRequestPutOffForTooLongIsGivenUpAtOnce() throws Exception {
    always(status(429).withHeader("Retry-After", "3600"));

    assertThat(client().send(read()).status()).isEqualTo(429);
    receives(1);
    assertThat(time.waits()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aReadWhoseConnectionBreaksIsRepeated(Fault fault) throws Exception {
    firstThen(aResponse().withFault(fault), okJson("{}"));

    assertThat(client().send(read()).status()).isEqualTo(200);
    receives(2);
  }

  @Test
  void aReadThatIsNotAnsweredInTimeIsRepeated() throws Exception {
    firstThen(okJson("{}").withFixedDelay(5_000), okJson("[]"));

    Response response = client().send(read().within(Duration.ofSeconds(2)));

    assertThat(response.body().text()).isEqualTo("[]");
    receives(2);
  }

  @Test
  void theLimitOfTimeCoversTheBodyToo() {
    always(okJson("x".repeat(1000)).withChunkedDribbleDelay(10, 20_000));

    assertThatThrownBy(() -> client().send(create().within(Duration.ofMillis(500))))
        .isInstanceOf(TimedOut.class)
        .hasMessage(
            "Creating the thing failed: Sigma (localhost) did not answer within 500 ms. Whether it got the request is unknown.");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void aCreateIsNotRepeatedWhereItMayHaveActed(int status) throws Exception {
    always(status(status).withHeader("Retry-After", "1"));

    assertThat(client().send(create()).status()).isEqualTo(status);
    receives(1);
  }

  @Test
  void aCreateIsNotRepeatedAfterAWebPage() throws Exception {
    always(webPage(200));

    client().send(create());

    receives(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {425, 429, 430})
  void aCreateThatWasTurnedAwayForTheLoadIsRepeated(int status) throws Exception {
    firstThen(status(status), okJson("{}"));

    assertThat(client().send(create()).status()).isEqualTo(200);
    receives(2);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aCreateWhoseConnectionBreaksHasAnUnknownOutcome(Fault fault) {
    always(aResponse().withFault(fault));

    assertThatThrownBy(() -> client().send(create()))
        .isInstanceOf(OutcomeUnknown.class)
        .isInstanceOf(AnswerLost.class)
        .hasMessageContaining("Whether it acted on the request is unknown");
    receives(1);
  }

  /// Where the JDK's client repeats reads by itself.
  @ParameterizedTest
  @EnumSource(Fault.class)
  void aCreateOnAConnectionThatWasUsedBeforeIsNotRepeatedEither(Fault fault) throws Exception {
    firstThen(okJson("{}"), aResponse().withFault(fault));
    ServiceClient client = client();
    client.send(create());

    assertThatThrownBy(() -> client.send(create())).isInstanceOf(OutcomeUnknown.class);
    receives(2);
  }

  @Test
  void aCreateThatTimesOutHasAnUnknownOutcome() {
    always(okJson("{}").withFixedDelay(5_000));

    assertThatThrownBy(() -> client().send(create().within(Duration.ofMillis(300))))
        .isInstanceOf(OutcomeUnknown.class)
        .isInstanceOf(TimedOut.class);
    receives(1);
  }

  @Test
  void aCreateThatFoundNobodyListeningIsRepeatedAndThenNotDone() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Request nowhere =
        Request.of(
            "creating the thing",
            HttpMethod.POST,
            URI.create("http://localhost:" + free + "/"),
            Repeat.ONCE);

    assertThatThrownBy(() -> client().send(nowhere))
        .isInstanceOf(NotDone.class)
        .isInstanceOf(Unreachable.class)
        .hasMessage(
            "Creating the thing failed: Sigma (localhost) cannot be reached: the connection was refused. Check the address and the network.");
    assertThat(time.waits()).hasSize(4);
  }
}
