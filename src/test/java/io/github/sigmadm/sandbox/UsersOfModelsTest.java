package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.store.WorkbookElement;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Workbooks, sources and lineage: who uses what.
final class UsersOfModelsTest {

  private static final SandboxOptions OPTIONS =
      SandboxOptions.defaults().withIds(IdMode.KEEP).withTokenRateLimit(false);

  @Test
  void aWorkbookTellsItsSourcesAsABareArrayAndToNoParameter() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String model = client.create(base());
      String workbook = sandbox.person().addWorkbook("Weekly", model, "orders", "orders", "days");
      JsonNode listed = client.pages("/v2/workbooks?skipPermissionCheck=true").getFirst();
      assertThat(Json.string(listed, "workbookId")).isEqualTo(workbook);
      assertThat(Json.string(listed, "name")).isEqualTo("Weekly");
      assertThat(Json.string(listed, "url")).contains("/workbook/Weekly-");
      JsonNode sources = client.get("/v2/workbooks/" + workbook + "/sources").expect(200).json();
      assertThat(sources.isArray()).isTrue();
      assertThat(Json.text(sources))
          .isEqualTo(
              "[{\"type\":\"data-model\",\"dataModelId\":\""
                  + model
                  + "\",\"elementIds\":[\"orders\",\"days\"]}]");
      client.get("/v2/workbooks/" + workbook + "/sources?limit=10").expect(400);
    }
  }

  @Test
  void theArrayCanBeWrapped() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS.withQuirks(Quirk.WORKBOOK_SOURCES_WRAPPED))) {
      String workbook = sandbox.person().addWorkbook("Weekly", "some-model", "orders");
      JsonNode sources = Client.of(sandbox).get("/v2/workbooks/" + workbook + "/sources").json();
      assertThat(sources.path("entries").size()).isEqualTo(1);
    }
  }

  @Test
  void aWorkbookHasLineageAndFormulas() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String model = client.create(base());
      String workbook =
          sandbox
              .person()
              .addWorkbook(
                  "Weekly",
                  List.of(
                      new WorkbookElement(
                          "chart",
                          "Revenue by day",
                          model,
                          "orders",
                          List.of(new WorkbookElement.Column("Total", "[Metrics/Total]")))));
      List<JsonNode> lineage = client.pages("/v2/workbooks/" + workbook + "/lineage");
      assertThat(Json.string(lineage.getFirst(), "dataModelId")).isEqualTo(model);
      assertThat(Json.strings(lineage.getLast(), "dataSourceIds"))
          .containsExactly(urlId(client, model) + "/orders");
      List<JsonNode> columns = client.pages("/v2/workbooks/" + workbook + "/columns");
      assertThat(Json.string(columns.getFirst(), "formula")).isEqualTo("[Metrics/Total]");
      client.delete("/v2/files/" + workbook).expect(200);
      assertThat(client.pages("/v2/workbooks")).isEmpty();
      assertThat(client.pages("/v2/workbooks?isArchived=true")).hasSize(1);
    }
  }

  @Test
  void aModelTellsItsSources() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String base = client.create(base());
      String upstream =
          "{\"kind\": \"data-model\", \"dataModelId\": \"" + base + "\", \"elementId\": \"%s\"}";
      ObjectNode spec =
          Specs.model(
              "Mart",
              Specs.table("a", upstream.formatted("orders"), Specs.column("x", "[ORDERS/Key]")),
              Specs.table("b", upstream.formatted("days"), Specs.column("x", "[ORDERS/Key]")),
              Specs.table(
                  "c",
                  "{\"kind\": \"sql\", \"connectionId\": \"c\", \"statement\": \"select 1 A\"}",
                  Specs.column("x", "[Custom SQL/A]")));
      String mart = client.create(spec);
      JsonNode sources = client.get("/v2/dataModels/" + mart + "/sources").expect(200).json();
      List<ObjectNode> entries = Json.objects(sources, "entries");
      assertThat(entries)
          .extracting(entry -> Json.string(entry, "type"))
          .containsExactly("data-model", "custom-sql");
      assertThat(Json.strings(entries.getFirst(), "elementIds")).containsExactly("orders", "days");
      assertThat(Json.string(entries.getLast(), "definition")).isEqualTo("select 1 A");
      List<JsonNode> lineage = client.pages("/v2/dataModels/" + mart + "/lineage");
      assertThat(lineage)
          .extracting(entry -> Json.string(entry, "type"))
          .containsExactly("data-model", "customSQL", "element", "element", "element");
      assertThat(Json.strings(lineage.get(2), "dataSourceIds"))
          .containsExactly(urlId(client, base) + "/orders");
      List<JsonNode> ofBase = client.pages("/v2/dataModels/" + base + "/lineage");
      assertThat(Json.strings(ofBase.getLast(), "sourceIds")).containsExactly("orders");
    }
  }

  @Test
  void aWorkbookIsBrokenByWhatItHoldsOnToGoingAway() {
    try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
      Client client = Client.of(sandbox);
      String model = client.create(base());
      List<WorkbookElement.Column> columns =
          List.of(
              new WorkbookElement.Column("Key", "[ORDERS/Key]"),
              new WorkbookElement.Column("Sum", "[Metrics/Total] + [Own]"));
      sandbox
          .person()
          .addWorkbook("A", List.of(new WorkbookElement("e", "E", model, "orders", columns)));
      sandbox.person().addWorkbook("B", model, "days");
      assertThat(sandbox.brokenWorkbooks()).containsExactly("A: E: Sum refers to [Metrics/Total]");
      ObjectNode changed = base();
      Specs.element(changed, 1).put("id", "other");
      Specs.element(changed, 0).put("visibleAsSource", false);
      client.update(model, changed).expect(200);
      assertThat(sandbox.brokenWorkbooks())
          .containsExactly(
              "A: E: ORDERS is hidden", "B: B: no element days in data model " + model);
    }
  }

  private static String urlId(Client client, String model) {
    return Json.string(client.get("/v2/dataModels/" + model).json(), "dataModelUrlId");
  }

  private static ObjectNode base() {
    return Specs.model(
        "Base",
        Specs.orders("orders", Specs.column("a", "[ORDERS/Key]")),
        Specs.table(
            "days",
            "{\"kind\": \"table\", \"elementId\": \"orders\"}",
            Specs.column("a", "[ORDERS/Key]")));
  }
}
