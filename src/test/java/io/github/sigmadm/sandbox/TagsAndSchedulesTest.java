package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class TagsAndSchedulesTest {

  private static final SandboxOptions OPTIONS =
      SandboxOptions.defaults().withIds(IdMode.KEEP).withTokenRateLimit(false);

  @Test
  void aTagMovesFromVersionToVersion() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      client.update(id, spec()).expect(200);
      ObjectNode tag = Json.object().put("name", "production").put("color", "grass");
      String tagId = Json.string(client.post("/v2/tags", tag).expect(200).json(), "versionTagId");
      client.post("/v2/tags", tag).expect(400);

      ObjectNode body = Json.object().put("dataModelId", id).put("tag", "production");
      body.put("dataModelVersion", 1);
      JsonNode tagged = client.post("/v2/dataModels/tag", body).expect(200).json();
      assertThat(Json.string(tagged, "versionTagId")).isEqualTo(tagId);
      assertThat(tagged.path("taggedDataModelVersion").intValue()).isEqualTo(1);
      body.remove("dataModelVersion");
      tagged = client.post("/v2/dataModels/tag", body).expect(200).json();
      assertThat(tagged.path("taggedDataModelVersion").intValue()).isEqualTo(2);

      List<JsonNode> tags = client.pages("/v2/dataModels/" + id + "/tags");
      assertThat(tags).hasSize(1);
      assertThat(Json.string(tags.getFirst(), "tagName")).isEqualTo("production");
      assertThat(tags.getFirst().path("sourceVersion").intValue()).isEqualTo(2);
      JsonNode model = client.get("/v2/dataModels/" + id).json();
      assertThat(model.path("tags").size()).isEqualTo(1);
      assertThat(client.get("/v2/dataModels/" + id + "?excludeTags=true").json().has("tags"))
          .isFalse();
    }
  }

  @Test
  void anUnknownTagVersionOrColourIsRefused() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      ObjectNode body = Json.object().put("dataModelId", id).put("tag", "nightly");
      client.post("/v2/dataModels/tag", body).expect(404);
      String tagId = sandbox.person().addTag("nightly");
      client.post("/v2/dataModels/tag", body.put("dataModelVersion", 5)).expect(404);
      client.patch("/v2/tags/" + tagId, Json.object().put("color", "pink")).expect(400);
      client.patch("/v2/tags/" + tagId, Json.object().put("color", "plum")).expect(200);
      assertThat(Json.string(client.pages("/v2/tags?search=night").getFirst(), "color"))
          .isEqualTo("plum");
      client.delete("/v2/tags/" + tagId).expect(200);
      assertThat(client.pages("/v2/tags")).isEmpty();
    }
  }

  @Test
  void allSchedulesGoWithOneScheduledElement() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      sandbox.person().scheduleMaterialization(id, "orders", "0 6 * * *");
      sandbox.person().scheduleMaterialization(id, "days", "0 7 * * *");
      assertThat(schedules(client, id))
          .extracting(schedule -> Json.string(schedule, "elementName"))
          .containsExactly("ORDERS", "Days");
      client.update(id, spec()).expect(200);
      assertThat(schedules(client, id)).hasSize(2);
      ObjectNode smaller = spec();
      ((ArrayNode) smaller.path("pages").path(0).path("elements")).remove(1);
      client.update(id, smaller).expect(200);
      assertThat(schedules(client, id)).isEmpty();
    }
  }

  @Test
  void aScheduleCanBeSetThroughTheApiWhereThatIsRolledOut() {
    String path = "/v2/dataModels/%s/elements/orders/materializationSchedules";
    ObjectNode body = Json.object();
    body.putObject("schedule").put("cronSpec", "0 6 * * *");
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      JsonNode made = client.post(path.formatted(id), body).expect(200).json();
      assertThat(Json.string(made.path("schedule"), "timezone")).isEqualTo("UTC");
      ObjectNode sheet = Json.object().put("sheetId", Json.string(made, "sheetId"));
      JsonNode run = client.post("/v2/dataModels/" + id + ":materialize", sheet).expect(200).json();
      String status =
          "/v2/dataModels/" + id + "/materializations/" + Json.string(run, "materializationId");
      assertThat(Json.string(client.get(status).expect(200).json(), "status")).isEqualTo("ready");
      client.delete(path.formatted(id)).expect(200);
      client.get(path.formatted(id)).expect(404);
      assertThat(schedules(client, id)).isEmpty();
    }
    try (Sandbox sandbox = Sandbox.start(OPTIONS.withQuirks(Quirk.BETA_ROUTES_MISSING))) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      assertThat(client.post(path.formatted(id), body).expect(404).header("errorcause"))
          .isEqualTo("UnmatchedHandler");
      client.get("/v2/dataModels/" + id + "/elements/orders/query").expect(404);
    }
  }

  @Test
  void anUpdateDestroysWhatTheRepresentationCannotCarry() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      sandbox.person().addInputTable(id, "Targets", "Store", "Target");
      assertThat(types(client, id)).containsExactly("table", "table", "input-table");
      assertThat(Json.elements(client.spec(id).path("pages"))).hasSize(2);
      sandbox.person().editText(id, pages -> pages.replace("\"Days\"", "\"Dates\""));
      assertThat(types(client, id)).contains("input-table");
      client.update(id, client.spec(id)).expect(200);
      assertThat(types(client, id)).containsExactly("table", "table");
    }
  }

  private static List<String> types(Client client, String id) {
    return client.pages("/v2/dataModels/" + id + "/elements").stream()
        .map(element -> Json.string(element, "type"))
        .toList();
  }

  private static List<ObjectNode> schedules(Client client, String id) {
    JsonNode answer =
        client.get("/v2/dataModels/" + id + "/materializationSchedules").expect(200).json();
    return Json.objects(answer, "entries");
  }

  private static ObjectNode spec() {
    ObjectNode spec =
        Specs.model(
            "Orders",
            Specs.orders("orders", Specs.column("a", "[ORDERS/Order Id]")),
            Specs.table(
                "days",
                "{\"kind\": \"table\", \"elementId\": \"orders\"}",
                Specs.column("a", "[ORDERS/Order Id]")));
    Specs.element(spec, 1).put("name", "Days");
    return spec;
  }
}
