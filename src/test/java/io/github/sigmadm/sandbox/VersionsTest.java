package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.ConflictAnswer;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class VersionsTest {

  private static final SandboxOptions OPTIONS =
      SandboxOptions.defaults().withIds(IdMode.KEEP).withTokenRateLimit(false);

  @Test
  void aReadHasTheMetadataInTheOrderOfExports() {
    MovableClock clock = new MovableClock();
    try (Sandbox sandbox = Sandbox.start(OPTIONS.withClock(clock))) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("1. Orders - Daily").put("description", "All of them"));
      clock.advance(Duration.ofMinutes(3));
      client.update(id, spec("Ignored")).expect(200);
      ObjectNode read = client.spec(id);
      assertThat(read.propertyNames())
          .containsExactly(
              "dataModelId",
              "name",
              "description",
              "url",
              "documentVersion",
              "latestDocumentVersion",
              "ownerId",
              "folderId",
              "createdBy",
              "updatedBy",
              "createdAt",
              "updatedAt",
              "schemaVersion",
              "pages");
      assertThat(Json.string(read, "url"))
          .matches(
              "https://app\\.sigmacomputing\\.com/sandbox/data-model/"
                  + "1-Orders-Daily-[0-9A-Za-z]{20,22}");
      assertThat(Json.string(read, "createdAt")).isEqualTo("2026-11-02T09:30:00.000Z");
      assertThat(Json.string(read, "updatedAt")).isEqualTo("2026-11-02T09:33:00.000Z");
      assertThat(read.path("schemaVersion").isIntegralNumber()).isTrue();
    }
  }

  @Test
  void everyWriteMakesAVersionAndOldOnesCanBeRead() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      ObjectNode second = spec("Orders");
      Specs.element(second, 0).put("description", "Now described");
      client.update(id, second).expect(200);
      client.update(id, second).expect(200);
      ObjectNode first =
          (ObjectNode)
              client.get("/v2/dataModels/" + id + "/spec?documentVersion=1").expect(200).json();
      assertThat(first.path("documentVersion").intValue()).isEqualTo(1);
      assertThat(first.path("latestDocumentVersion").intValue()).isEqualTo(3);
      assertThat(Specs.element(first, 0).has("description")).isFalse();
      assertThat(client.spec(id).path("documentVersion").intValue()).isEqualTo(3);
      assertThat(model(client, id).path("latestVersion").intValue()).isEqualTo(3);
      client.get("/v2/dataModels/" + id + "/spec?documentVersion=9").expect(404);
    }
  }

  @Test
  void anUpdateIgnoresWhatIsNotPages() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders").put("description", "Before"));
      ObjectNode update = spec("Renamed").put("description", "After");
      update.put("folderId", Sandbox.PRODUCTION_FOLDER);
      update.put("dataModelId", "another");
      update.put("ownerId", "someone").put("kind", "data-model");
      client.update(id, update).expect(200);
      ObjectNode read = client.spec(id);
      assertThat(Json.string(read, "name")).isEqualTo("Orders");
      assertThat(Json.string(read, "description")).isEqualTo("Before");
      assertThat(Json.string(read, "folderId")).isEqualTo(Sandbox.DEVELOPMENT_FOLDER);
      assertThat(Json.string(read, "dataModelId")).isEqualTo(id);
      assertThat(read.has("kind")).isFalse();
    }
  }

  @Test
  void anUpdateThatWasPlannedOnAnOldVersionIsAConflict() {
    for (ConflictAnswer answer : ConflictAnswer.values()) {
      try (Sandbox sandbox = Sandbox.start(OPTIONS.withConflictAnswer(answer))) {
        Client client = Client.of(sandbox);
        String id = client.create(spec("Orders"));
        client.update(id, spec("Orders").put("documentVersion", 1)).expect(200);
        Client.Answer refused = client.update(id, spec("Orders").put("documentVersion", 1));
        assertThat(refused.status())
            .isEqualTo(
                switch (answer) {
                  case CONFLICT_409 -> 409;
                  case BAD_REQUEST_400 -> 400;
                  case PRECONDITION_FAILED_412 -> 412;
                });
        assertThat(Json.string(refused.json(), "message")).contains("documentVersion 1");
        assertThat(sandbox.latestVersion(id)).isEqualTo(2);
        client.update(id, spec("Orders")).expect(200);
      }
    }
  }

  @Test
  void beforeTheFixTheVersionWasIgnored() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS.withQuirks(Quirk.DOCUMENT_VERSION_IGNORED))) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      client.update(id, spec("Orders").put("documentVersion", 77)).expect(200);
    }
  }

  @Test
  void anEditByAPersonIsAVersionThatKeepsIds() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS.withIds(IdMode.REMAP))) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      ObjectNode before = client.spec(id);
      String column = Json.string(Specs.element(before, 0).path("columns").path(0), "id");
      sandbox.person().changeFormula(id, "ORDERS", "Order Id", "[ORDERS/NET_AMOUNT]");
      ObjectNode after = client.spec(id);
      JsonNode changed = Specs.element(after, 0).path("columns").path(0);
      assertThat(Json.string(changed, "id")).isEqualTo(column);
      assertThat(Json.string(changed, "formula")).isEqualTo("[ORDERS/Net Amount]");
      assertThat(Json.string(after, "updatedBy")).isNotEqualTo(Json.string(before, "updatedBy"));
      sandbox.person().editText(id, pages -> pages.replace("Net Amount", "GROSS_AMOUNT"));
      assertThat(sandbox.specText(id)).contains("[ORDERS/Gross Amount]");
      assertThat(sandbox.latestVersion(id)).isEqualTo(3);
      assertThat(sandbox.requests().writes()).isEqualTo(1);
    }
  }

  @Test
  void aPersonAddsAColumnAndIsToldWhenNothingHasTheName() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Person person = sandbox.person();
      ObjectNode spec = spec("Orders");
      Specs.element(spec, 0).withArray("order").add("a");
      String id = person.addDataModel(Json.text(spec));
      person.addColumn(id, "ORDERS", "Margin", "[Order Id] * 2");
      ObjectNode table = Specs.element(sandbox.spec(id), 0);
      assertThat(Json.objects(table, "columns")).hasSize(2);
      assertThat(Json.strings(table, "order")).hasSize(2).startsWith("a");
      assertThatThrownBy(() -> person.changeFormula(id, "ORDERS", "Nothing", "1"))
          .hasMessage("no column or metric named Nothing");
      assertThatThrownBy(() -> person.addColumn(id, "NOTHING", "A", "1"))
          .hasMessage("no element named NOTHING");
      assertThatThrownBy(() -> person.editText(id, _ -> "{"))
          .hasMessage("the edit is no JSON array");
      assertThat(sandbox.latestVersion(id)).isEqualTo(2);
    }
  }

  @Test
  void anUploadedFileStaysWithItsDocument() {
    String file =
        Specs.table(
            "csv",
            "{\"kind\": \"csv-table\", \"connectionId\": \"c\", \"inodeId\": \"upload\"}",
            Specs.column("a", "[sales.csv/order_id]"));
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      assertThat(client.refusedCreate(Specs.model("Orders", file)))
          .isEqualTo("CSV table does not belong to this workbook");
      String id = sandbox.person().addDataModel(Specs.model("Orders", file));
      ObjectNode read = client.spec(id);
      client.update(id, read).expect(200);
      ObjectNode other = Specs.parse(Json.text(read).replace("upload", "another"));
      other.remove("documentVersion");
      client.update(id, other).expect(400);
    }
  }

  @Test
  void aModelIsFoundByItsUrlIdAndInAnyCaseOfThePath() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      String urlId = Json.string(model(client, id), "dataModelUrlId");
      assertThat(client.spec(urlId)).isEqualTo(client.spec(id));
      client.get("/v2/datamodels/" + id + "/spec").expect(200);
    }
  }

  @Test
  void aModelSaysWhereItIsButNotInWhichFolder() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      JsonNode model = model(client, client.create(spec("Orders")));
      assertThat(Json.string(model, "path")).isEqualTo("Analytics/Development");
      assertThat(model.has("folderId")).isFalse();
    }
  }

  @Test
  void theFolderCanBeMissingFromARead() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS.withQuirks(Quirk.FOLDER_ID_MISSING))) {
      Client client = Client.of(sandbox);
      assertThat(client.spec(client.create(spec("Orders"))).has("folderId")).isFalse();
    }
  }

  @Test
  void aDeletedModelCannotBeUpdatedUntilItIsRestored() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      client.delete("/v2/files/" + id).expect(200);
      client.update(id, spec("Orders")).expect(404);
      client.patch("/v2/files/" + id, Json.object().put("restore", true)).expect(200);
      client.update(id, spec("Orders")).expect(200);
    }
  }

  private static JsonNode model(Client client, String id) {
    return client.get("/v2/dataModels/" + id).expect(200).json();
  }

  private static ObjectNode spec(String name) {
    return Specs.model(name, Specs.orders("orders", Specs.column("a", "[ORDERS/Order Id]")));
  }
}
