package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.CatalogueMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class ConnectionsTest {

  private static final SandboxOptions STRICT =
      SandboxOptions.defaults().withCatalogue(CatalogueMode.STRICT);

  @Test
  void connectionsAreListedWithTheirNaming() {
    try (Sandbox sandbox = Sandbox.start()) {
      sandbox.person().addConnection("6036a5a7", "Lake", false);
      Client client = Client.of(sandbox);
      assertThat(client.pages("/v2/connections"))
          .extracting(each -> Json.string(each, "name"))
          .containsExactly("Warehouse", "Lake");
      assertThat(client.pages("/v2/connections?search=lak")).hasSize(1);
      JsonNode one = client.get("/v2/connections/" + Sandbox.CONNECTION).expect(200).json();
      assertThat(one.path("friendlyName").booleanValue()).isTrue();
      JsonNode test =
          client.get("/v2/connections/" + Sandbox.CONNECTION + "/test").expect(200).json();
      assertThat(Json.string(test, "read")).isEqualTo("SUCCESS");
    }
  }

  @Test
  void anyTableCanBeLookedUpUnlessTheCatalogueIsStrict() {
    try (Sandbox lenient = Sandbox.start();
        Sandbox strict = Sandbox.start(STRICT)) {
      Client anything = Client.of(lenient);
      JsonNode table = lookup(anything, "DB", "S", "T").expect(200).json();
      assertThat(Json.string(table, "kind")).isEqualTo("table");
      assertThat(Json.string(table, "url")).matches(".*-[0-9A-Za-z]{20,22}");
      assertThat(lookup(anything, "DB", "S", "T").json()).isEqualTo(table);
      assertThat(Json.string(lookup(anything, "DB").json(), "kind")).isEqualTo("scope");
      lookup(anything, "A", "B", "C", "D").expect(400);

      Client known = Client.of(strict);
      lookup(known, "DB", "S", "T").expect(404);
      strict.person().addTable(Sandbox.CONNECTION, List.of("DB", "S", "T"), Map.of("A", "DATE"));
      String inode = Json.string(lookup(known, "DB", "S", "T").expect(200).json(), "inodeId");
      assertThat(Json.string(lookup(known, "DB", "S").expect(200).json(), "kind"))
          .isEqualTo("scope");
      lookup(known, "DB", "OTHER").expect(404);
      JsonNode path = client(known, "/v2/connections/paths/" + inode);
      assertThat(Json.strings(path, "path")).containsExactly("DB", "S", "T");
      JsonNode columns = client(known, "/v2/connections/tables/" + inode + "/columns");
      assertThat(Json.text(columns))
          .isEqualTo(
              "{\"entries\":[{\"name\":\"A\",\"type\":\"DATE\",\"visibility\":\"visible\"}]}");
      assertThat(known.pages("/v2/connections/paths?connectionId=" + Sandbox.CONNECTION))
          .hasSize(1);
      known.get("/v2/connections/paths/unknown").expect(404);
    }
  }

  @Test
  void aNewTableIsKnownOnlyAfterASynchronisation() {
    try (Sandbox sandbox = Sandbox.start(STRICT)) {
      Client client = Client.of(sandbox);
      List<String> path = List.of("DB", "S", "NEW");
      sandbox.person().addUnsyncedTable(Sandbox.CONNECTION, path, Map.of("A", "DATE"));
      lookup(client, "DB", "S", "NEW").expect(404);
      sync(client, "DB", "NOTHING").expect(404);
      assertThat(sync(client, "DB", "S", "NEW").expect(200).text()).isEqualTo("{}");
      lookup(client, "DB", "S", "NEW").expect(200);
    }
  }

  @Test
  void lookupIsUnderTheSingularAndSyncUnderThePlural() {
    try (Sandbox sandbox = Sandbox.start()) {
      Client client = Client.of(sandbox);
      String plural = "/v2/connections/" + Sandbox.CONNECTION + "/lookup";
      assertThat(client.post(plural, Json.object()).expect(404).header("errorcause"))
          .isEqualTo("UnmatchedHandler");
      String singular = "/v2/connection/" + Sandbox.CONNECTION + "/sync";
      client.post(singular, Json.object()).expect(404);
    }
  }

  private static JsonNode client(Client client, String path) {
    return client.get(path).expect(200).json();
  }

  private static Client.Answer lookup(Client client, String... path) {
    return client.post("/v2/connection/" + Sandbox.CONNECTION + "/lookup", body(path));
  }

  private static Client.Answer sync(Client client, String... path) {
    return client.post("/v2/connections/" + Sandbox.CONNECTION + "/sync", body(path));
  }

  private static ObjectNode body(String... path) {
    ObjectNode body = Json.object();
    body.set("path", Json.array(List.of(path)));
    return body;
  }
}
