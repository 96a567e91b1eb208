package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.YamlText;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class MediaTypesTest {

  private static final ObjectNode SPEC =
      Specs.model("Orders", Specs.orders("orders", Specs.column("a", "[ORDERS/Order Id]")));

  private final Sandbox sandbox = Sandbox.start();
  private final Client client = Client.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void withoutAnAcceptHeaderTheAnswerIsYaml() {
    String id = client.create(SPEC);
    for (String[] headers : new String[][] {{"X", "y"}, {"Accept", "*/*"}}) {
      Client.Answer read = client.get(specOf(id), headers).expect(200);
      assertThat(read.header("Content-Type")).startsWith("application/yaml");
      assertThat(read.text()).startsWith("dataModelId: ");
      assertThat(YamlText.parse(read.text())).contains(client.spec(id));
    }
  }

  @Test
  void theAnswersToWritesAreYamlToo() {
    Client.Answer created =
        client.call(
            "POST", "/v2/dataModels/spec", Json.text(SPEC), "Content-Type", "application/json");
    assertThat(created.text()).contains("success: true\n").contains("dataModelId: ");
    JsonNode answer = YamlText.parse(created.text()).orElseThrow();
    String id = Json.string(answer, "dataModelId");
    Client.Answer updated = client.call("PUT", specOf(id), Json.text(SPEC), "X", "y");
    assertThat(updated.text()).contains("success: true\n");
  }

  @Test
  void theAnswerToAWriteHasNoContent() {
    JsonNode created = client.post("/v2/dataModels/spec", SPEC).expect(200).json();
    assertThat(created.propertyNames()).containsExactly("success", "dataModelId");
    JsonNode updated =
        client.put(specOf(Json.string(created, "dataModelId")), SPEC).expect(200).json();
    assertThat(updated).isEqualTo(created);
  }

  @Test
  void theFormatParameterWinsOverTheHeader() {
    String id = client.create(SPEC);
    assertThat(client.get(specOf(id) + "?format=yaml").header("Content-Type")).contains("yaml");
    assertThat(client.get(specOf(id) + "?format=json", "X", "y").header("Content-Type"))
        .contains("json");
  }

  @Test
  void aBodyMayBeYaml() {
    String yaml =
        """
        # A comment
        name: Orders
        folderId: %s
        schemaVersion: 1
        pages:
          - id: page
            name: 'Page 1'
            elements: []
        """
            .formatted(Sandbox.DEVELOPMENT_FOLDER);
    JsonNode created =
        client
            .call(
                "POST",
                "/v2/dataModels/spec",
                yaml,
                "Content-Type",
                "application/yaml",
                "Accept",
                "application/json")
            .expect(200)
            .json();
    assertThat(client.spec(Json.string(created, "dataModelId")).path("pages").size()).isEqualTo(1);
  }

  @Test
  void aBodyThatCannotBeReadIsRefusedInJson() {
    Client.Answer refused = client.call("POST", "/v2/dataModels/spec", "{\"name\": ");
    assertThat(refused.expect(400).header("Content-Type")).contains("json");
    assertThat(Json.string(refused.json(), "message")).isEqualTo("Syntax error in data model spec");
  }

  @Test
  void jsonCanBeTheDefaultAsDocumented() {
    SandboxOptions options = SandboxOptions.defaults().withQuirks(Quirk.JSON_WITHOUT_ACCEPT);
    try (Sandbox documented = Sandbox.start(options)) {
      Client other = Client.of(documented);
      String id = other.create(SPEC);
      assertThat(other.get(specOf(id), "X", "y").header("Content-Type")).contains("json");
      assertThat(other.get(specOf(id), "Accept", "application/yaml").header("Content-Type"))
          .contains("yaml");
    }
  }

  private static String specOf(String id) {
    return "/v2/dataModels/" + id + "/spec";
  }
}
