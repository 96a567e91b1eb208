package io.github.sigmadm.sigma;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Credentials;
import io.github.sigmadm.http.ClientSettings;
import io.github.sigmadm.http.FakeTime;
import io.github.sigmadm.http.HostPolicy;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Sigma as a service that answers as told, and our side of it, in which waiting takes no time.
abstract class WireMockSigmaTest {

  static final String TOKEN = "/v2/auth/token";
  static final String MODELS = "/v2/dataModels";
  static final String CREATE = "/v2/dataModels/spec";
  static final String SPEC = "/v2/dataModels/m1/spec";
  static final String COLUMNS = "/v2/dataModels/m1/columns";
  static final String FILE = "/v2/files/m1";
  static final DataModelId M1 = new DataModelId("m1");
  static final FolderId FOLDER = new FolderId("f1");

  /// Long enough for a busy machine to answer, shorter than [#SLOW].
  static final Duration IMPATIENT = Duration.ofSeconds(2);

  static final int SLOW = 8_000;
  static final String SECRET = "the-client-secret-of-tests";

  @RegisterExtension
  static final WireMockExtension sigma =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  final FakeTime time = new FakeTime();
  final Secrets secrets = new Secrets();
  final List<String> log = new CopyOnWriteArrayList<>();
  private final List<ServiceClient> clients = new CopyOnWriteArrayList<>();
  private int scenarios;

  @BeforeEach
  void letTokensBeHad() {
    sigma.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(token("token-1")));
  }

  @AfterEach
  void closeClients() {
    clients.forEach(ServiceClient::close);
  }

  SigmaModels models() {
    return models(Duration.ofSeconds(30));
  }

  /// @param timeout for one attempt, in real time
  SigmaModels models(Duration timeout) {
    return new SigmaModels(caller(timeout), time.pacing());
  }

  Caller caller() {
    return caller(Duration.ofSeconds(30));
  }

  private Caller caller(Duration timeout) {
    var client =
        new ServiceClient(
            ClientSettings.of("Sigma", "tests").withTimeout(timeout),
            HostPolicy.LOOPBACK,
            secrets,
            time.pacing(),
            log::add);
    clients.add(client);
    return SigmaOrganisation.caller(
        URI.create("http://localhost:" + sigma.getPort()),
        new Credentials(new Secret("the-client-id"), new Secret(SECRET)),
        client,
        secrets,
        time.pacing());
  }

  static ResponseDefinitionBuilder token(String value) {
    return okJson(
        """
        {"access_token": "%s", "refresh_token": "refresh", "token_type": "bearer", "expires_in": 3600}
        """
            .formatted(value));
  }

  /// Gives the answers one after the other, the last one for ever.
  void answers(MappingBuilder request, ResponseDefinitionBuilder... answers) {
    String scenario = "scenario " + scenarios++;
    for (int i = 0; i < answers.length; i++) {
      String state = i == 0 ? STARTED : "answer " + i;
      String next = i == answers.length - 1 ? state : "answer " + (i + 1);
      sigma.stubFor(
          request
              .withId(UUID.randomUUID())
              .inScenario(scenario)
              .whenScenarioStateIs(state)
              .willReturn(answers[i])
              .willSetStateTo(next));
    }
  }

  static MappingBuilder to(String path) {
    return any(urlPathEqualTo(path));
  }

  static void received(int times, String path) {
    sigma.verify(times, anyRequestedFor(urlPathEqualTo(path)));
  }

  static ResponseDefinitionBuilder error(int status, String code, String message) {
    return status(status)
        .withHeader("Content-Type", "application/json")
        .withBody(
            """
            {"requestId": "req-7", "message": "%s", "code": "%s"}
            """
                .formatted(message, code));
  }

  static ResponseDefinitionBuilder webPage(int status) {
    return status(status)
        .withHeader("Content-Type", "text/html")
        .withBody("<!DOCTYPE html><html>Checking your browser</html>");
  }

  static String spec(long version, String name, String formula) {
    return """
    {"dataModelId": "m1", "name": "%s", "url": "https://app.example.com/m1", "documentVersion": %d,
     "latestDocumentVersion": %d, "folderId": "f1", "schemaVersion": 1, "pages": [
       {"id": "p1", "name": "Page 1", "elements": [
         {"id": "e1", "kind": "table", "columns": [{"id": "c1", "formula": "%s"}]}]}]}
    """
        .formatted(name, version, version, formula);
  }

  static String entry(String id, String name) {
    return """
    {"dataModelId": "%s", "name": "%s", "url": "https://app.example.com/%s", "latestVersion": 3,
     "createdAt": "2026-10-01T08:00:00Z"}
    """
        .formatted(id, name, id);
  }

  static ResponseDefinitionBuilder list(String... entries) {
    return okJson("{\"entries\": [" + String.join(",", entries) + "], \"nextPage\": null}");
  }

  static DataModel model(String json) {
    var root =
        TreeReader.readJson(new RepositoryPath("m.json"), json.getBytes(StandardCharsets.UTF_8))
            .sound()
            .orElseThrow();
    return DataModel.of((ObjectNode) root);
  }

  /// Lets `m1` be listed, so that reads of it take one call.
  void listedM1() {
    sigma.stubFor(get(urlPathEqualTo(MODELS)).willReturn(list(entry("m1", "Orders"))));
  }
}
