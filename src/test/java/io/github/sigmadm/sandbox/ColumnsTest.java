package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.CatalogueMode;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ColumnsTest {

  private static final SandboxOptions OPTIONS =
      SandboxOptions.defaults().withIds(IdMode.KEEP).withTokenRateLimit(false);

  private final Sandbox sandbox = Sandbox.start(OPTIONS);
  private final Client client = Client.of(sandbox);

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [ORDERS/Order Date]                       | datetime
          [ORDERS/Unit Price]                       | number
          [ORDERS/Region]                           | text
          [Price] * 2                               | number
          [Price] > 2 and not IsNull([Day])         | boolean
          "a" & [Price]                             | text
          DateTrunc("month", [Day])                 | datetime
          If([Price] > 1, "dear", "cheap")          | text
          Switch([Price], 1, [Day])                 | datetime
          Lookup([Customers/Since], [Price], [Customers/Key]) | datetime
          [Customers/Since]                         | datetime
          [ORDERS/Buyer/Since]                      | datetime
          Sum([Price]) / Count()                    | number
          [Json].items[0].name                      | variant
          [limit] + 1                               | number
          [Metrics/Total]                           | number
          Null                                      | variant
          [Nowhere]                                 | error
          [NOWHERE/Price]                           | error
          [Customers/Nothing]                       | error
          [ORDERS/Nobody/Since]                     | error
          [Metrics/Nothing]                         | error
          Frobnicate([Price])                       | error
          RunningSum([Price])                       | error
          SumOver([Price])                          | error
          And([Price] > 1, [Price] < 2)             | error
          [Price] in (1, 2)                         | error
          [Price                                    | error
          ([Price]                                  | error
          [Price] <> 2                              | error
          [X] + 1                                   | error
          [Cyclic] + 1                              | error
          """)
  void aColumnHasATypeOrIsInError(String formula, String type) {
    ObjectNode orders =
        Specs.parse(
            Specs.orders(
                "orders",
                Specs.column("price", "[ORDERS/Unit Price]", "Price"),
                Specs.column("day", "[ORDERS/Order Date]", "Day"),
                Specs.column("json", "Json([ORDERS/Payload])", "Json"),
                Specs.column("cyclic", "[X] * 2", "Cyclic"),
                Specs.column("x", formula.strip(), "X")));
    orders.withArray("metrics").add(Specs.parse(Specs.column("m", "Sum([Price])", "Total")));
    orders
        .withArray("relationships")
        .add(
            Specs.parse(
                """
                {"id": "r", "targetElementId": "customers", "name": "Buyer",
                 "keys": [{"sourceColumnId": "price", "targetColumnId": "key"}]}
                """));
    ObjectNode customers =
        Specs.parse(
            Specs.orders(
                "customers",
                Specs.column("key", "[ORDERS/Key]"),
                Specs.column("since", "[ORDERS/Customer Since]", "Since")));
    customers.put("name", "Customers");
    String control =
        """
        {"kind": "control", "id": "c", "controlId": "limit", "controlType": "number", "mode": "="}
        """;
    String id = client.create(Specs.model("M", Json.text(orders), Json.text(customers), control));
    assertThat(types(client, id).get("x")).isEqualTo(type);
  }

  @Test
  void aColumnEntryHasItsNameAndFormula() {
    String id =
        client.create(
            Specs.model("M", Specs.orders("orders", Specs.column("a", "[ORDERS/ORDER_ID]"))));
    JsonNode entry = client.pages("/v2/dataModels/" + id + "/columns").getFirst();
    assertThat(Json.text(entry))
        .isEqualTo(
            """
            {"columnId":"a","elementId":"orders","name":"Order Id","label":"Order Id",\
            "formula":"[ORDERS/Order Id]","type":{"type":"text"}}\
            """);
  }

  @Test
  void aTypeOfTheCatalogueIsTaken() {
    sandbox
        .person()
        .addTable(
            Sandbox.CONNECTION,
            List.of("DB", "TYPED"),
            Map.of("A_DATE", "NUMBER", "A_FLAG", "BOOLEAN", "A_PRICE", "VARCHAR(20)"));
    String id =
        client.create(
            Specs.model(
                "M",
                Specs.table(
                    "t",
                    "{\"kind\": \"warehouse-table\", \"connectionId\": \""
                        + Sandbox.CONNECTION
                        + "\", \"path\": [\"DB\", \"TYPED\"]}",
                    Specs.column("a", "[TYPED/A Date]"),
                    Specs.column("b", "[TYPED/A Flag]"),
                    Specs.column("c", "[TYPED/A Price]"),
                    Specs.column("d", "[TYPED/Unknown]"))));
    assertThat(types(client, id))
        .containsExactlyEntriesOf(
            ordered("a", "number", "b", "boolean", "c", "text", "d", "error"));
  }

  @Test
  void anErrorPassesThroughModelsAndGoesWhenItIsMended() {
    ObjectNode base =
        Specs.model("Base", Specs.orders("base", Specs.column("a", "[Nothing]", "Amount")));
    String baseId = client.create(base);
    String id =
        client.create(
            Specs.model(
                "Mart",
                Specs.table(
                    "t",
                    "{\"kind\": \"data-model\", \"elementId\": \"base\", \"dataModelId\": \""
                        + baseId
                        + "\"}",
                    Specs.column("x", "[ORDERS/Amount]"),
                    Specs.column("y", "[ORDERS/Vanished]"))));
    assertThat(types(client, id)).containsExactlyEntriesOf(ordered("x", "error", "y", "error"));
    sandbox.person().changeFormula(baseId, "ORDERS", "Amount", "[ORDERS/Amount]");
    assertThat(types(client, id)).containsExactlyEntriesOf(ordered("x", "number", "y", "error"));
  }

  @Test
  void anElementWhoseSourceIsGoneIsInErrorAltogether() {
    String baseId =
        client.create(
            Specs.model("Base", Specs.orders("base", Specs.column("a", "[ORDERS/Amount]"))));
    String id =
        client.create(
            Specs.model(
                "Mart",
                Specs.table(
                    "t",
                    "{\"kind\": \"data-model\", \"elementId\": \"base\", \"dataModelId\": \""
                        + baseId
                        + "\"}",
                    Specs.column("x", "[ORDERS/Amount]"),
                    Specs.column("y", "1 + 1", "Two"))));
    assertThat(elements(client, id).getFirst().has("error")).isFalse();
    sandbox.person().delete(baseId);
    assertThat(Json.string(elements(client, id).getFirst(), "error")).isEqualTo("Source not found");
    assertThat(types(client, id)).containsExactlyEntriesOf(ordered("x", "error", "y", "error"));
    client.spec(id);
  }

  @Test
  void modelsThatUseEachOtherEndInErrorsAndNotInALoop() {
    String first =
        client.create(
            Specs.model("First", Specs.orders("one", Specs.column("a", "[ORDERS/Amount]"))));
    String source = "{\"kind\": \"data-model\", \"elementId\": \"%s\", \"dataModelId\": \"%s\"}";
    String second =
        client.create(
            Specs.model(
                "Second",
                Specs.table("two", source.formatted("one", first), Specs.column("b", "[X/A]"))));
    ObjectNode back =
        Specs.model(
            "First",
            Specs.table("one", source.formatted("two", second), Specs.column("a", "[X/B]")));
    client.update(first, back).expect(200);
    assertThat(types(client, first)).containsEntry("a", "error");
  }

  @Test
  void tablesOnEachOtherEndInErrorsToo() {
    String source = "{\"kind\": \"table\", \"elementId\": \"%s\"}";
    ObjectNode spec =
        Specs.model(
            "Circle",
            Specs.table("one", source.formatted("two"), Specs.column("a", "[Metrics/None]", "A")),
            Specs.table("two", source.formatted("one"), Specs.column("b", "[/A]", "B")));
    assertThat(types(client, client.create(spec)))
        .containsExactlyEntriesOf(ordered("a", "error", "b", "error"));
  }

  @Test
  void aMetricIsInheritedFromThePrimarySource() {
    ObjectNode spec =
        Specs.model(
            "M",
            Specs.orders("base", Specs.column("a", "[ORDERS/Amount]")),
            Specs.table(
                "copy",
                "{\"kind\": \"table\", \"elementId\": \"base\"}",
                Specs.column("b", "[Metrics/total] * 2", "B")));
    Specs.element(spec, 0)
        .withArray("metrics")
        .add(Specs.parse(Specs.column("m", "Sum([Amount])", "Total")));
    assertThat(types(client, client.create(spec))).containsEntry("b", "number");
  }

  @Test
  void oneErrorCanSpread() {
    try (Sandbox other = Sandbox.start(OPTIONS.withQuirks(Quirk.ERRORS_SPREAD))) {
      Client there = Client.of(other);
      String id =
          there.create(
              Specs.model(
                  "M",
                  Specs.orders(
                      "t",
                      Specs.column("a", "[ORDERS/Amount]"),
                      Specs.column("b", "[Nothing]", "B"))));
      assertThat(types(there, id)).containsExactlyEntriesOf(ordered("a", "error", "b", "error"));
    }
  }

  @Test
  void brokenFormulasCanBeRefused() {
    try (Sandbox other = Sandbox.start(OPTIONS.withQuirks(Quirk.BROKEN_FORMULAS_REFUSED))) {
      Client there = Client.of(other);
      assertThat(
              there.refusedCreate(
                  Specs.model("M", Specs.orders("t", Specs.column("b", "[ORDERS/A] + [No/B]")))))
          .isEqualTo("dependency not found: formula reference 'no/b'");
      assertThat(
              there.refusedCreate(
                  Specs.model("M", Specs.orders("t", Specs.column("b", "Frobnicate(1)")))))
          .isEqualTo("Unknown function");
    }
  }

  @Test
  void theCompiledQueryHasATextForWhatIsUnknown() {
    String id =
        client.create(
            Specs.model(
                "M",
                Specs.orders(
                    "t", Specs.column("a", "[ORDERS/Amount]"), Specs.column("b", "[It's]", "B"))));
    JsonNode query = client.get("/v2/dataModels/" + id + "/elements/t/query").expect(200).json();
    assertThat(Json.string(query, "sql"))
        .isEqualTo(
            "select \"Amount\" as \"Amount\", 'Unknown column \"[It''s]\"' as \"B\" from"
                + " \"ORDERS\"");
  }

  @Test
  void aTableThatIsNotInAStrictCatalogueNeedsASynchronisation() {
    try (Sandbox strict = Sandbox.start(OPTIONS.withCatalogue(CatalogueMode.STRICT))) {
      Client there = Client.of(strict);
      ObjectNode spec = Specs.model("M", Specs.orders("t", Specs.column("a", "[ORDERS/Amount]")));
      assertThat(there.refusedCreate(spec)).isEqualTo("Source not found");
      List<String> path = List.of("SHOP", "SALES", "ORDERS");
      strict.person().addUnsyncedTable(Sandbox.CONNECTION, path, Map.of("AMOUNT", "NUMBER"));
      assertThat(there.refusedCreate(spec)).isEqualTo("Source not found");
      ObjectNode schema = Json.object();
      schema.set("path", Json.array(List.of("SHOP", "SALES")));
      there.post("/v2/connections/" + Sandbox.CONNECTION + "/sync", schema).expect(200);
      assertThat(types(there, there.create(spec))).containsEntry("a", "number");
    }
  }

  private static Map<String, String> types(Client client, String modelId) {
    Map<String, String> types = new LinkedHashMap<>();
    for (JsonNode column : client.pages("/v2/dataModels/" + modelId + "/columns")) {
      types.put(Json.string(column, "columnId"), Json.string(column.path("type"), "type"));
    }
    return types;
  }

  private static List<JsonNode> elements(Client client, String modelId) {
    return client.pages("/v2/dataModels/" + modelId + "/elements");
  }

  private static Map<String, String> ordered(String... keysAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
