package io.github.sigmadm.http;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A service that answers as told, and a client for it that waits no real time.
abstract class WireMockClientTest {

  @RegisterExtension
  static final WireMockExtension service =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  final FakeTime time = new FakeTime();
  final Secrets secrets = new Secrets();
  final List<String> log = new CopyOnWriteArrayList<>();
  private final List<ServiceClient> clients = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeClients() {
    clients.forEach(ServiceClient::close);
  }

  static ClientSettings settings() {
    return ClientSettings.of("Sigma", "tests").withTimeout(Duration.ofSeconds(20));
  }

  ServiceClient client() {
    return client(settings());
  }

  ServiceClient client(ClientSettings settings) {
    ServiceClient client =
        new ServiceClient(settings, HostPolicy.LOOPBACK, secrets, time.pacing(), log::add);
    clients.add(client);
    return client;
  }

  static URI uri(String path) {
    return URI.create("http://localhost:" + service.getPort() + path);
  }

  static Request read() {
    return Request.get("reading the list", uri("/list"));
  }

  static Request create() {
    return Request.of("creating the thing", HttpMethod.POST, uri("/thing"), Repeat.ONCE)
        .with(Body.of("{}"), "application/json");
  }

  static void receives(int times) {
    service.verify(times, RequestPatternBuilder.newRequestPattern(RequestMethod.ANY, anyUrl()));
  }
}
