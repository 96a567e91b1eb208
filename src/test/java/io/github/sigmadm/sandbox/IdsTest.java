package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.IdKey;
import io.github.sigmadm.sandbox.document.IdKind;
import io.github.sigmadm.sandbox.document.Ids;
import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class IdsTest {

  private static final String CONTROL =
      """
      {"kind": "control", "id": "ctl", "controlId": "day", "controlType": "switch",
       "filters": [{"source": {"kind": "table", "elementId": "orders"}, "columnId": "a"}]}
      """;

  @Test
  void aCreateReplacesEveryIdButControlIds() {
    try (Sandbox sandbox = Sandbox.start()) {
      Client client = Client.of(sandbox);
      ObjectNode read = client.spec(client.create(spec()));
      assertThat(Ids.declared(read.path("pages")))
          .extracting(IdKey::id)
          .allMatch(id -> id.matches("[A-Za-z0-9_-]{10}"))
          .doesNotHaveDuplicates();
      ObjectNode control = Specs.element(read, 2);
      assertThat(Json.string(control, "controlId")).isEqualTo("day");
      ObjectNode filter = Json.objects(control, "filters").getFirst();
      assertThat(Json.string(filter.path("source"), "elementId"))
          .isEqualTo(Json.string(Specs.element(read, 0), "id"));
      assertThat(Json.string(filter, "columnId")).isEqualTo(columnId(read, 0, 0));
      assertThat(Json.string(Specs.element(read, 1).path("source"), "elementId"))
          .isEqualTo(Json.string(Specs.element(read, 0), "id"));
    }
  }

  @Test
  void anUpdateKeepsLiveIdsAndReplacesTheOthers() {
    try (Sandbox sandbox = Sandbox.start()) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      ObjectNode edited = client.spec(id);
      columns(edited, 0).add(Specs.parse(Specs.column("brand-new", "[ORDERS/Region]")));
      client.update(id, edited).expect(200);
      ObjectNode after = client.spec(id);
      assertThat(columnId(after, 0, 0)).isEqualTo(columnId(edited, 0, 0));
      assertThat(columnId(after, 0, 1)).isEqualTo(columnId(edited, 0, 1));
      assertThat(columnId(after, 0, 2)).isNotEqualTo("brand-new").hasSize(10);
    }
  }

  @Test
  void aColumnIdThatIsLiveInAnotherElementIsNotKept() {
    try (Sandbox sandbox = Sandbox.start()) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      ObjectNode edited = client.spec(id);
      String borrowed = columnId(edited, 0, 0);
      columns(edited, 1).add(Specs.parse(Specs.column(borrowed, "[ORDERS/Order Date]")));
      client.update(id, edited).expect(200);
      ObjectNode after = client.spec(id);
      assertThat(columnId(after, 0, 0)).isEqualTo(borrowed);
      assertThat(columnId(after, 1, 1)).isNotEqualTo(borrowed);
    }
  }

  @Test
  void anUpdateWithTheIdsOfTheFileReplacesAllOfThem() {
    try (Sandbox sandbox = Sandbox.start()) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      var first = Ids.declared(client.spec(id).path("pages"));
      client.update(id, spec()).expect(200);
      assertThat(Ids.declared(client.spec(id).path("pages")))
          .hasSameSizeAs(first)
          .doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void aKeepingSandboxKeepsThem() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withIds(IdMode.KEEP))) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      var submitted = Ids.declared(spec().path("pages"));
      assertThat(Ids.declared(client.spec(id).path("pages"))).isEqualTo(submitted);
      client.update(id, spec()).expect(200);
      assertThat(Ids.declared(client.spec(id).path("pages"))).isEqualTo(submitted);
    }
  }

  @Test
  void anUpdateCanReplaceKnownIdsAsWasReported() {
    SandboxOptions options =
        SandboxOptions.defaults().withIds(IdMode.KEEP).withQuirks(Quirk.ALL_IDS_REPLACED_ON_UPDATE);
    try (Sandbox sandbox = Sandbox.start(options)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      ObjectNode read = client.spec(id);
      client.update(id, read).expect(200);
      assertThat(Ids.declared(client.spec(id).path("pages")))
          .doesNotContainAnyElementsOf(Ids.declared(read.path("pages")));
    }
  }

  @Test
  void idsOfWarehouseColumnsCanSurvive() {
    SandboxOptions options = SandboxOptions.defaults().withQuirks(Quirk.INODE_COLUMN_IDS_KEPT);
    try (Sandbox sandbox = Sandbox.start(options)) {
      Client client = Client.of(sandbox);
      String inode = "inode-4kQ2mZr7Yt0bVwXc9LpA3d/ORDER_ID";
      ObjectNode spec =
          Specs.model(
              "Orders",
              Specs.orders(
                  "orders",
                  Specs.column(inode, "[ORDERS/Order Id]"),
                  Specs.column("b", "[ORDERS/Region]")));
      ObjectNode read = client.spec(client.create(spec));
      assertThat(columnId(read, 0, 0)).isEqualTo(inode);
      assertThat(columnId(read, 0, 1)).isNotEqualTo("b");
    }
  }

  @Test
  void newIdsDoNotDependOnTheOrderOfRequests() throws Exception {
    List<String> once = createMany(1);
    List<String> concurrently = createMany(8);
    assertThat(concurrently).isEqualTo(once);
  }

  @Test
  void anotherSeedGivesOtherIds() {
    try (Sandbox one = Sandbox.start();
        Sandbox two = Sandbox.start(SandboxOptions.defaults().withSeed(2))) {
      assertThat(Client.of(one).create(spec())).isNotEqualTo(Client.of(two).create(spec()));
    }
  }

  @Test
  void twoModelsOfOneNameAreTwoModels() {
    try (Sandbox sandbox = Sandbox.start()) {
      Client client = Client.of(sandbox);
      assertThat(client.create(spec())).isNotEqualTo(client.create(spec()));
      assertThat(sandbox.dataModelsNamed("Orders")).hasSize(2);
    }
  }

  @Test
  void columnsAndFoldersShareOneSpaceOfIds() {
    ObjectNode spec = spec();
    Specs.element(spec, 0)
        .withArray("folders")
        .add(Specs.parse("{\"id\": \"f\", \"name\": \"F\", \"items\": [\"a\"]}"));
    Specs.element(spec, 0).withArray("order").add("f").add("b");
    try (Sandbox sandbox = Sandbox.start()) {
      Client client = Client.of(sandbox);
      ObjectNode table = Specs.element(client.spec(client.create(spec)), 0);
      String folder = Json.string(Json.objects(table, "folders").getFirst(), "id");
      String second = Json.string(Json.objects(table, "columns").get(1), "id");
      assertThat(Json.strings(table, "order")).containsExactly(folder, second);
      assertThat(Ids.declared(spec.path("pages")))
          .contains(new IdKey(IdKind.COLUMN, "orders", "f"));
    }
  }

  private static List<String> createMany(int threads) throws Exception {
    try (Sandbox sandbox = Sandbox.start();
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Client client = Client.of(sandbox);
      var creates =
          IntStream.range(0, 12)
              .mapToObj(i -> pool.submit(() -> client.create(spec().put("name", "Model " + i))))
              .toList();
      for (var create : creates) {
        create.get();
      }
      return sandbox.dataModels().stream()
          .sorted()
          .map(id -> Json.text(client.spec(id).path("pages")))
          .toList();
    }
  }

  private static ObjectNode spec() {
    return Specs.model(
        "Orders",
        Specs.orders(
            "orders",
            Specs.column("a", "[ORDERS/Order Id]"),
            Specs.column("b", "[ORDERS/Order Date]")),
        Specs.table(
            "days",
            "{\"kind\": \"table\", \"elementId\": \"orders\"}",
            Specs.column("a", "[ORDERS/Order Date]")),
        CONTROL);
  }

  private static ArrayNode columns(ObjectNode spec, int element) {
    return (ArrayNode) Specs.element(spec, element).path("columns");
  }

  private static String columnId(ObjectNode spec, int element, int column) {
    return Json.string(columns(spec, element).path(column), "id");
  }
}
