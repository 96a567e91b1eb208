package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SpellingTest {

  private static final SandboxOptions KEEP = SandboxOptions.defaults().withIds(IdMode.KEEP);

  private final Sandbox sandbox = Sandbox.start(KEEP);
  private final Client client = Client.of(sandbox);

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [ORDERS/ORDER_ID]                  | [ORDERS/Order Id]
          [ORDERS/order_id]                  | [ORDERS/Order Id]
          [ORDERS/Order_Id]                  | [ORDERS/Order Id]
          [orders/ORDER_ID]                  | [ORDERS/Order Id]
          [ORDERS/Order Id]                  | [ORDERS/Order Id]
          [ORDERS/UNIT PRICE]                | [ORDERS/Unit Price]
          [ORDERS/Net\\/Gross]               | [ORDERS/Net Gross]
          [ORDERS/DAY_OF_WEEK]               | [ORDERS/Day of Week]
          Sum([ORDERS/UNIT_PRICE]) * 2       | Sum([ORDERS/Unit Price]) * 2
          "[ORDERS/ORDER_ID]" & "x"          | "[ORDERS/ORDER_ID]" & "x"
          [key of the order] & 'a'           | [Key of the Order] & 'a'
          [OTHER/ORDER_ID]                   | [OTHER/ORDER_ID]
          """)
  void aReferenceIsStoredUnderTheNameThatSigmaShows(String submitted, String stored) {
    ObjectNode read =
        roundTrip(
            Specs.orders(
                "orders",
                Specs.column("key", "[ORDERS/Order Number]", "Key of the Order"),
                Specs.column("a", submitted.strip(), "A")));
    assertThat(formula(read, 0, 1)).isEqualTo(stored.strip());
  }

  @Test
  void namesThatFollowFromRespelledReferencesAreFollowedEverywhere() {
    ObjectNode read =
        roundTrip(
            Specs.orders(
                "orders",
                Specs.column("a", "[ORDERS/UNIT_PRICE]"),
                Specs.column("b", "[UNIT_PRICE] * 2", "Twice")),
            Specs.table(
                "copy",
                "{\"kind\": \"table\", \"elementId\": \"orders\"}",
                Specs.column("c", "[ORDERS/UNIT_PRICE]"),
                Specs.column("d", "[ORDERS/TWICE]")));
    assertThat(formula(read, 0, 1)).isEqualTo("[Unit Price] * 2");
    assertThat(formula(read, 1, 0)).isEqualTo("[ORDERS/Unit Price]");
    assertThat(formula(read, 1, 1)).isEqualTo("[ORDERS/Twice]");
  }

  @Test
  void metricsAreRespelledToo() {
    ObjectNode spec =
        Specs.model("Orders", Specs.orders("orders", Specs.column("a", "[ORDERS/UNIT_PRICE]")));
    Specs.element(spec, 0)
        .withArray("metrics")
        .add(Specs.parse(Specs.column("m", "Sum([unit_price])", "Total")));
    ObjectNode read = client.spec(client.create(spec));
    ObjectNode metric = Json.objects(Specs.element(read, 0), "metrics").getFirst();
    assertThat(Json.string(metric, "formula")).isEqualTo("Sum([Unit Price])");
  }

  @Test
  void aConnectionWithoutFriendlyNamesLeavesRawNames() {
    sandbox.person().addConnection("raw", "Raw", false);
    ObjectNode read =
        roundTrip(
            Specs.table(
                "t",
                "{\"kind\": \"warehouse-table\", \"connectionId\": \"raw\", \"path\": [\"T\"]}",
                Specs.column("a", "[T/ORDER_ID]")));
    assertThat(formula(read, 0, 0)).isEqualTo("[T/ORDER_ID]");
  }

  @Test
  void aKnownTableLendsItsOwnNames() {
    List<String> path = List.of("DB", "S", "KNOWN");
    sandbox.person().addTable(Sandbox.CONNECTION, path, Map.of("SKU_NUMBER", "NUMBER(38,0)"));
    ObjectNode read =
        roundTrip(
            Specs.table(
                "t",
                "{\"kind\": \"warehouse-table\", \"connectionId\": \""
                    + Sandbox.CONNECTION
                    + "\", \"path\": [\"DB\", \"S\", \"KNOWN\"]}",
                Specs.column("a", "[KNOWN/skuNumber]"),
                Specs.column("b", "[KNOWN/Nothing]")));
    assertThat(formula(read, 0, 0)).isEqualTo("[KNOWN/Sku Number]");
    assertThat(formula(read, 0, 1)).isEqualTo("[KNOWN/Nothing]");
  }

  @Test
  void acronymsCanStayAsOneNoteHasIt() {
    try (Sandbox other = Sandbox.start(KEEP.withQuirks(Quirk.ACRONYMS_IN_FRIENDLY_NAMES))) {
      Client there = Client.of(other);
      ObjectNode spec =
          Specs.model("Orders", Specs.orders("o", Specs.column("a", "[ORDERS/ORDER_ID]")));
      assertThat(formula(there.spec(there.create(spec)), 0, 0)).isEqualTo("[ORDERS/Order ID]");
    }
  }

  @Test
  void defaultsAreLeftOut() {
    ObjectNode table =
        Specs.parse(
            Specs.orders(
                "orders",
                "{\"id\": \"a\", \"formula\": \"[ORDERS/ORDER_ID]\", \"name\": \"Order Id\","
                    + " \"hidden\": false}",
                "{\"id\": \"b\", \"formula\": \"[ORDERS/REGION]\", \"hidden\": true}"));
    table.put("visibleAsSource", true).put("name", "ORDERS");
    table.putArray("metrics");
    table.putArray("filters");
    ObjectNode read = Specs.element(roundTrip(Json.text(table)), 0);
    assertThat(read.propertyNames()).containsExactly("id", "kind", "source", "columns");
    List<ObjectNode> columns = Json.objects(read, "columns");
    assertThat(columns.get(0).propertyNames()).containsExactly("id", "formula");
    assertThat(columns.get(1).propertyNames()).containsExactly("id", "formula", "hidden");
  }

  @Test
  void defaultsOfJoinsAreLeftOut() {
    String side = "{\"kind\": \"warehouse-table\", \"connectionId\": \"c\", \"path\": [\"%s\"]}";
    String join =
        """
        {"kind": "join", "name": "FACT", "joins": [
          {"left": %1$s, "right": %2$s, "name": "DIM", "joinType": "inner",
           "columns": [{"left": "[K]", "right": "[K]", "op": "="}]},
          {"left": %1$s, "right": %3$s, "name": "Other", "joinType": "lookup",
           "columns": [{"left": "[K]", "right": "[K]", "op": "<"}]}]}
        """
            .formatted(side.formatted("FACT"), side.formatted("DIM"), side.formatted("DIM2"));
    ObjectNode read =
        Specs.element(
            roundTrip(
                Specs.table(
                    "t",
                    join,
                    Specs.column("a", "[FACT/Key]"),
                    Specs.column("b", "[DIM/Key]", "Key (DIM)"),
                    Specs.column("c", "[Other/KEY]", "Other Key"))),
            0);
    assertThat(read.path("source").propertyNames()).containsExactly("kind", "joins");
    List<ObjectNode> joins = Json.objects(read.path("source"), "joins");
    assertThat(joins.get(0).propertyNames()).containsExactly("left", "right", "columns");
    assertThat(Json.text(joins.get(0).path("columns")))
        .isEqualTo("[{\"left\":\"[K]\",\"right\":\"[K]\"}]");
    assertThat(joins.get(1).propertyNames())
        .containsExactly("left", "right", "columns", "name", "joinType");
    List<ObjectNode> columns = Json.objects(read, "columns");
    assertThat(columns.get(1).has("name")).isFalse();
    assertThat(Json.string(columns.get(2), "formula")).isEqualTo("[Other/Key]");
  }

  @Test
  void keysComeInTheOrderOfExports() {
    ObjectNode table =
        Specs.parse(
            """
            {"visibleAsSource": false, "sort": [{"columnId": "a", "direction": "ascending"}],
             "order": ["a"], "name": "Orders Of Today", "columns": [
               {"format": {"kind": "number"}, "name": "Key", "formula": "[ORDERS/Order Id]",
                "id": "a", "mystery": 1}],
             "source": {"path": ["ORDERS"], "kind": "warehouse-table", "connectionId": "c"},
             "future": true, "kind": "table", "id": "orders", "description": "All of them"}
            """);
    ObjectNode read = Specs.element(roundTrip(Json.text(table)), 0);
    assertThat(read.propertyNames())
        .containsExactly(
            "id",
            "kind",
            "source",
            "columns",
            "name",
            "description",
            "order",
            "visibleAsSource",
            "sort",
            "future");
    assertThat(read.path("source").propertyNames()).containsExactly("connectionId", "kind", "path");
    assertThat(Json.objects(read, "columns").getFirst().propertyNames())
        .containsExactly("id", "formula", "name", "format", "mystery");
  }

  @Test
  void aSingleSelectionLosesItsListOfValues() {
    ObjectNode control =
        Specs.parse(
            """
            {"kind": "control", "id": "c", "controlId": "region", "controlType": "list",
             "selectionMode": "single", "values": ["EMEA"], "value": "EMEA"}
            """);
    ObjectNode read = Specs.element(roundTrip(Json.text(control)), 0);
    assertThat(read.has("values")).isFalse();
    assertThat(Json.string(read, "value")).isEqualTo("EMEA");
  }

  private ObjectNode roundTrip(String... elements) {
    return client.spec(client.create(Specs.model("Orders", elements)));
  }

  private static String formula(ObjectNode spec, int element, int column) {
    return Json.string(
        Json.objects(Specs.element(spec, element), "columns").get(column), "formula");
  }
}
