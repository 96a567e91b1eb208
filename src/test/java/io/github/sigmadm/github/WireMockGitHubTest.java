package io.github.sigmadm.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.http.ClientSettings;
import io.github.sigmadm.http.FakeTime;
import io.github.sigmadm.http.HostPolicy;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/// GitHub as a service that answers as told, with its API below a path as on a company's own
/// server, and a client for it that waits no real time.
abstract class WireMockGitHubTest {

  static final String TOKEN = "ghs_0123456789abcdefghijklmnop";
  static final String API = "/api/v3";
  static final String REPOSITORY = API + "/repos/acme/models";

  @RegisterExtension
  static final WireMockExtension service =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  final FakeTime time = new FakeTime();
  final Secrets secrets = new Secrets();
  private final List<ServiceClient> clients = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeClients() {
    clients.forEach(ServiceClient::close);
  }

  GitHubConversation conversation() {
    return new GitHubConversation(hosted(), token(), client(), secrets, time.pacing());
  }

  GitHubHistory history() {
    return new GitHubHistory(hosted(), token(), client(), secrets, time.pacing());
  }

  static HostedRepository hosted() {
    URI server = URI.create("http://127.0.0.1:" + service.getPort());
    return new HostedRepository(
        "acme", "models", server, URI.create(server + API), Optional.empty());
  }

  static Optional<Secret> token() {
    return Optional.of(new Secret(TOKEN));
  }

  ServiceClient client() {
    ServiceClient client =
        new ServiceClient(
            ClientSettings.of("GitHub", "sigma-dm-tests").withTimeout(Duration.ofSeconds(20)),
            HostPolicy.LOOPBACK,
            secrets,
            time.pacing(),
            line -> {});
    clients.add(client);
    return client;
  }

  static ResponseDefinitionBuilder json(String body) {
    return json(200, body);
  }

  static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withBody(body);
  }
}
