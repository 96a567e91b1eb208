package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.ListingLag;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.store.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class FilesTest {

  private static final SandboxOptions OPTIONS =
      SandboxOptions.defaults().withListingLag(ListingLag.none());

  @Test
  void aCreatedFileIsMissingFromTheNextListings() {
    SandboxOptions lagging = OPTIONS.withListingLag(ListingLag.calls(2));
    try (Sandbox sandbox = Sandbox.start(lagging)) {
      Client client = Client.of(sandbox);
      client.create(spec("Orders"));
      String list = "/v2/files?typeFilters=data-model";
      assertThat(names(client, list)).isEmpty();
      assertThat(names(client, list)).isEmpty();
      assertThat(names(client, list)).containsExactly("Orders");
      assertThat(client.pages("/v2/dataModels")).hasSize(1);
    }
  }

  @Test
  void theLagCanBeATimeAndDoesNotConcernOldFilesOrChanges() {
    MovableClock clock = new MovableClock();
    SandboxOptions lagging =
        OPTIONS.withClock(clock).withListingLag(ListingLag.time(Duration.ofSeconds(30)));
    try (Sandbox sandbox = Sandbox.start(lagging)) {
      Client client = Client.of(sandbox);
      String old = sandbox.person().addDataModel(spec("Old"));
      client.create(spec("New"));
      client.patch("/v2/files/" + old, Json.object().put("name", "Renamed")).expect(200);
      assertThat(names(client, "/v2/files?typeFilters=data-model")).containsExactly("Renamed");
      clock.advance(Duration.ofSeconds(30));
      assertThat(names(client, "/v2/files?typeFilters=data-model"))
          .containsExactly("Renamed", "New");
    }
  }

  @Test
  void aParentMeansEverythingBelowItUnlessDirectChildrenAreAskedFor() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      client.create(spec("Deep"));
      String workspace = "/v2/files?parentId=" + Sandbox.WORKSPACE;
      assertThat(names(client, workspace))
          .containsExactly("Development", "Production", "Previews", "Deep");
      assertThat(names(client, workspace + "&directChildFilter=true"))
          .containsExactly("Development", "Production", "Previews");
      String folder = "/v2/files?parentId=" + Sandbox.DEVELOPMENT_FOLDER;
      assertThat(names(client, folder + "&directChildFilter=true")).containsExactly("Deep");
      assertThat(names(client, "/v2/files?directChildFilter=true&parentId=" + Files.ROOT))
          .containsExactly("My Documents", "My Documents");
      client.get("/v2/files?parentId=nowhere").expect(404);
    }
  }

  @Test
  void typesCanBeRepeated() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      client.create(spec("Orders"));
      assertThat(names(client, "/v2/files?typeFilters=data-model&typeFilters=workspace"))
          .containsExactly("Analytics", "Orders");
      assertThat(names(client, "/v2/files")).doesNotContain("Analytics").contains("Orders");
      assertThat(names(client, "/v2/files?name=ORD")).containsExactly("Orders");
    }
  }

  @Test
  void aFileCanBeRenamedMovedAndDescribed() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      ObjectNode change = Json.object().put("name", "Sales").put("description", "All of them");
      change.put("parentId", Sandbox.PRODUCTION_FOLDER);
      JsonNode file = client.patch("/v2/files/" + id, change).expect(200).json();
      assertThat(Json.string(file, "name")).isEqualTo("Sales");
      assertThat(Json.string(file, "path")).isEqualTo("Analytics/Production");
      assertThat(Json.string(file, "type")).isEqualTo("data-model");
      ObjectNode read = client.spec(id);
      assertThat(Json.string(read, "name")).isEqualTo("Sales");
      assertThat(Json.string(read, "description")).isEqualTo("All of them");
      assertThat(Json.string(read, "folderId")).isEqualTo(Sandbox.PRODUCTION_FOLDER);
      assertThat(Json.string(read, "url")).contains("/Sales-");
      assertThat(read.path("documentVersion").intValue()).isEqualTo(1);
    }
  }

  @Test
  void aRenameCanMakeAVersion() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS.withQuirks(Quirk.FILE_CHANGES_MAKE_VERSIONS))) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      client.patch("/v2/files/" + id, Json.object().put("name", "Sales")).expect(200);
      assertThat(sandbox.latestVersion(id)).isEqualTo(2);
    }
  }

  @Test
  void aMoveToNowhereOrIntoItselfIsRefused() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      client.patch("/v2/files/" + id, Json.object().put("parentId", id)).expect(404);
      String inner = sandbox.person().addFolder("Inner", Sandbox.DEVELOPMENT_FOLDER);
      client
          .patch("/v2/files/" + Sandbox.DEVELOPMENT_FOLDER, Json.object().put("parentId", inner))
          .expect(400);
    }
  }

  @Test
  void aDeletedFileIsArchivedAndCanBeRestored() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      assertThat(client.delete("/v2/files/" + id).expect(200).text()).isEqualTo("{}");
      assertThat(names(client, "/v2/files?typeFilters=data-model")).isEmpty();
      assertThat(client.pages("/v2/dataModels")).isEmpty();
      assertThat(sandbox.dataModels()).isEmpty();
      JsonNode file = client.get("/v2/files/" + id).expect(200).json();
      assertThat(file.path("isArchived").booleanValue()).isTrue();
      client.patch("/v2/files/" + id, Json.object().put("restore", true)).expect(200);
      assertThat(client.pages("/v2/dataModels")).hasSize(1);
      client.delete("/v2/files/unknown").expect(404);
    }
  }

  @Test
  void deletedModelsCanStayInTheirList() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS.withQuirks(Quirk.ARCHIVED_MODELS_LISTED))) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      client.delete("/v2/files/" + id).expect(200);
      JsonNode entry = client.pages("/v2/dataModels").getFirst();
      assertThat(entry.path("isArchived").booleanValue()).isTrue();
    }
  }

  @Test
  void aFolderCanBeMadeAndUsed() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      ObjectNode folder = Json.object().put("type", "folder").put("name", "PR 7");
      folder.put("parentId", Sandbox.PREVIEW_FOLDER);
      JsonNode made = client.post("/v2/files", folder).expect(200).json();
      String id = client.create(spec("Orders").put("folderId", Json.string(made, "id")));
      JsonNode file = client.get("/v2/files/" + id).expect(200).json();
      assertThat(Json.string(file, "path")).isEqualTo("Analytics/Previews/PR 7");
      assertThat(Json.string(file, "parentId")).isEqualTo(Json.string(made, "id"));
    }
  }

  @Test
  void theListCanCallTheIdAnotherName() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS.withQuirks(Quirk.INODE_ID_IN_FILE_LIST))) {
      Client client = Client.of(sandbox);
      String id = client.create(spec("Orders"));
      JsonNode entry = client.pages("/v2/files?typeFilters=data-model").getFirst();
      assertThat(entry.has("id")).isFalse();
      assertThat(Json.string(entry, "inodeId")).isEqualTo(id);
    }
  }

  @Test
  void aMemberHasAHomeFolder() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String self = Json.string(client.get("/v2/whoami").json(), "userId");
      JsonNode member = client.get("/v2/members/" + self).expect(200).json();
      String home = Json.string(member, "homeFolderId");
      client.create(spec("Private").put("folderId", home));
      assertThat(names(client, "/v2/files?parentId=" + home)).containsExactly("Private");
      client.get("/v2/members/nobody").expect(404);
    }
  }

  private static List<String> names(Client client, String path) {
    return client.pages(path).stream().map(file -> Json.string(file, "name")).toList();
  }

  private static ObjectNode spec(String name) {
    return Specs.model(name, Specs.orders("orders", Specs.column("a", "[ORDERS/Order Id]")));
  }

  @Test
  void aModelThatAPersonMadeWithoutAFolderIsInTheirDocuments() {
    try (Sandbox sandbox = Sandbox.start()) {
      String id =
          sandbox
              .person()
              .addDataModel("{\"name\": \"Orders\", \"schemaVersion\": 1, \"pages\": []}");

      JsonNode file = Client.of(sandbox).get("/v2/files/" + id).expect(200).json();

      assertThat(Json.string(file, "parentId")).isEqualTo(sandbox.person().homeFolder());
      assertThat(Json.string(file, "path")).isEqualTo("My Documents");
    }
  }
}
