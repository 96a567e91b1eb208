package io.github.sigmadm.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.http.HttpFailure.HostRefused;
import io.github.sigmadm.http.HttpFailure.Interrupted;
import io.github.sigmadm.http.HttpFailure.TooLarge;
import io.github.sigmadm.http.HttpFailure.Unreachable;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceClientTest extends WireMockClientTest {

  @Test
  void aRequestArrivesAsItWasMade() throws Exception {
    service.stubFor(post("/thing?a=b").willReturn(okJson("{\"ok\":true}")));

    Response response =
        client()
            .send(
                Request.of("creating", HttpMethod.POST, uri("/thing?a=b"), Repeat.ONCE)
                    .with("Accept", "application/json")
                    .with(Body.of("{\"x\":\"é\"}"), "application/json"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.mediaType()).contains("application/json");
    assertThat(response.body().text()).isEqualTo("{\"ok\":true}");
    service.verify(
        1,
        postRequestedFor(urlEqualTo("/thing?a=b"))
            .withHeader("Accept", equalTo("application/json"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("User-Agent", equalTo("tests"))
            .withHeader("Accept-Encoding", equalTo("gzip"))
            .withRequestBody(equalTo("{\"x\":\"é\"}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/list",
        "http://localhost.example.com/list",
        "http://127.0.0.1.example.com/list",
        "http://localhost@example.com/list",
        "http://user@localhost/list"
      })
  void aRequestToAnotherHostIsNotSent(String address) {
    assertThatThrownBy(() -> client().send(Request.get("reading", URI.create(address))))
        .isInstanceOf(HostRefused.class)
        .isInstanceOf(HttpFailure.NotDone.class)
        .hasMessageContaining("not allowed, and nothing was sent")
        .hasMessageNotContaining("user@");
    assertThat(log).isEmpty();
  }

  @Test
  void aReadFollowsARedirectWithinItsHost() throws Exception {
    service.stubFor(get("/list").willReturn(status(301).withHeader("Location", "/other?x=1")));
    service.stubFor(get("/other?x=1").willReturn(okJson("[]")));

    Response response = client().send(read().with("Authorization", "Bearer abc"));

    assertThat(response.body().text()).isEqualTo("[]");
    service.verify(
        getRequestedFor(urlEqualTo("/other?x=1"))
            .withHeader("Authorization", equalTo("Bearer abc")));
  }

  @Test
  void noRedirectLeadsToAnotherHostOrPort() throws Exception {
    var other = new WireMockServer(wireMockConfig().dynamicPort());
    other.start();
    try {
      service.stubFor(
          get("/list").willReturn(status(302).withHeader("Location", other.baseUrl() + "/list")));

      assertThat(client().send(read().with("Authorization", "Bearer abc")).status()).isEqualTo(302);
      assertThat(other.getAllServeEvents()).isEmpty();
    } finally {
      other.stop();
    }
  }

  @Test
  void aWriteFollowsNoRedirect() throws Exception {
    service.stubFor(post("/thing").willReturn(status(307).withHeader("Location", "/other")));

    assertThat(client().send(create()).status()).isEqualTo(307);
    receives(1);
  }

  @Test
  void redirectsInACircleEnd() throws Exception {
    service.stubFor(get("/list").willReturn(status(302).withHeader("Location", "/list")));

    assertThat(client().send(read()).status()).isEqualTo(302);
    receives(6);
  }

  @Test
  void aPackedAnswerIsUnpacked() throws Exception {
    service.stubFor(
        get("/list")
            .willReturn(ok().withHeader("Content-Encoding", "gzip").withBody(packed("{\"a\":1}"))));

    assertThat(client().send(read()).body().text()).isEqualTo("{\"a\":1}");
  }

  @Test
  void anAnswerMayBeAsLongAsTheLimitAndNoLonger() throws Exception {
    service.stubFor(get("/list").willReturn(ok("x".repeat(1000))));

    assertThat(client(settings().withLongestAnswer(1000)).send(read()).body().size())
        .isEqualTo(1000);
    assertThatThrownBy(() -> client(settings().withLongestAnswer(999)).send(read()))
        .isInstanceOf(TooLarge.class)
        .hasMessage(
            "Reading the list failed: the answer of Sigma (localhost) is longer than 999 bytes, the most that is read.");
    receives(2);
  }

  @Test
  void aPackedAnswerIsMeasuredUnpacked() throws Exception {
    byte[] bomb = packed("x".repeat(100_000));
    service.stubFor(
        get("/list").willReturn(ok().withHeader("Content-Encoding", "gzip").withBody(bomb)));

    assertThat(bomb.length).isLessThan(1000);
    assertThatThrownBy(() -> client(settings().withLongestAnswer(1000)).send(read()))
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void aHostWithoutATrustedCertificateIsNotTalkedTo() {
    var untrusted = new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());
    untrusted.start();
    try {
      URI address = URI.create("https://localhost:" + untrusted.httpsPort() + "/list");

      assertThatThrownBy(() -> client().send(Request.get("reading the list", address)))
          .isInstanceOf(Unreachable.class)
          .hasMessageContaining("its certificate is not trusted");
      assertThat(time.waits()).isEmpty();
      assertThat(untrusted.getAllServeEvents()).isEmpty();
    } finally {
      untrusted.stop();
    }
  }

  @Test
  void theLogTellsEachAttemptWithoutSecretsAndParameters() throws Exception {
    secrets.add(new Secret("s3cret-in-the-path"));
    service.stubFor(any(anyUrl()).willReturn(status(503)));

    client()
        .send(
            Request.get("reading", uri("/a/s3cret-in-the-path?token=hidden&limit=5"))
                .with("Authorization", "Bearer hidden"));

    assertThat(log).hasSize(9);
    assertThat(log.getFirst())
        .matches("Sigma: GET /a/\\*\\*\\*\\?token&limit: 503, 0 bytes in \\d+ ms");
    assertThat(log.get(1)).isEqualTo("Sigma: GET /a/***?token&limit: trying again in 1000 ms");
    assertThat(String.join("\n", log)).doesNotContain("hidden").doesNotContain("s3cret");
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    service.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(10_000)));
    var failure = new CompletableFuture<Throwable>();
    Thread caller =
        Thread.startVirtualThread(() -> {
          try {
            client().send(read());
          } catch (HttpFailure e) {
            failure.complete(e);
          }
        });
    Thread.sleep(Duration.ofMillis(200));
    caller.interrupt();

    assertThat(failure.join()).isInstanceOf(Interrupted.class);
  }

  static byte[] packed(String text) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(bytes)) {
      packing.write(Body.of(text).bytes());
    }
    return bytes.toByteArray();
  }
}
