package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalsTest {

  private final Sandbox sandbox = Sandbox.start();
  private final Client client = Client.of(sandbox);

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenSpecs")
  void aShapeThatFitsNoVariantIsRefusedInTheObservedWords(
      String message, Consumer<ObjectNode> breakIt) {
    ObjectNode spec = valid();
    breakIt.accept(spec);
    int before = sandbox.dataModels().size();
    assertThat(client.refusedCreate(spec)).isEqualTo(message);
    assertThat(sandbox.dataModels()).hasSize(before);
  }

  static Stream<Arguments> brokenSpecs() {
    return Stream.of(
        broken(
            "Expecting UUID at 0.folderId but instead got: undefined",
            spec -> spec.remove("folderId")),
        broken(
            "Expecting UUID at 0.folderId but instead got: my-folder",
            spec -> spec.put("folderId", "my-folder")),
        broken("name: Invalid string: undefined", spec -> spec.remove("name")),
        broken("schemaVersion: Invalid 1: undefined", spec -> spec.remove("schemaVersion")),
        broken("schemaVersion: Invalid 1: string", spec -> spec.put("schemaVersion", "1")),
        broken("schemaVersion: Invalid 1: number", spec -> spec.put("schemaVersion", 2)),
        broken("pages: Invalid array: undefined", spec -> spec.remove("pages")),
        broken(
            "Syntax error in data model spec",
            spec -> spec.set("document", Json.object().put("schemaVersion", 1))),
        broken("Syntax error in data model spec", spec -> spec.put("layout", "")),
        broken(
            "pages[0].elements[0]: Missing \"kind\" field", spec -> element(spec).remove("kind")),
        broken(
            "pages[0].elements[0]: Invalid kind: chart",
            spec -> element(spec).put("kind", "chart")),
        broken(
            "pages[0].elements[0].columns: Invalid array: undefined",
            spec -> element(spec).remove("columns")),
        broken(
            "pages[0].elements[0].columns[0].formula: Invalid string: undefined",
            spec -> ((ObjectNode) element(spec).path("columns").path(0)).remove("formula")),
        broken(
            "pages[0].elements[0].source: Invalid object: undefined",
            spec -> element(spec).remove("source")),
        broken(
            "pages[0].elements[0].source: Invalid object: string",
            spec -> element(spec).put("source", "ORDERS")),
        broken(
            "pages[0].elements[0].source: Invalid kind: customSQL",
            spec -> element(spec).set("source", Specs.parse("{\"kind\": \"customSQL\"}"))),
        broken(
            "pages[0].elements[0].source.statement: Invalid string: undefined",
            spec ->
                element(spec)
                    .set(
                        "source",
                        Specs.parse(
                            "{\"kind\": \"sql\", \"connectionId\": \"c\", \"sql\": \"select 1\"}"))),
        broken(
            "pages[0].elements[0].filters[0]: Invalid kind: fuzzy",
            spec ->
                element(spec)
                    .withArray("filters")
                    .add(Specs.parse("{\"id\": \"f\", \"columnId\": \"a\", \"kind\": \"fuzzy\"}"))),
        broken(
            "pages[0].elements[0].order[0]: Invalid string: number",
            spec -> element(spec).withArray("order").add(1)),
        broken("Duplicate id: 'orders'", spec -> elements(spec).add(element(spec).deepCopy())),
        broken("Duplicate id: 'page'", RefusalsTest::secondPage),
        broken("Duplicate id: 'limit'", spec -> elements(spec).add(control("limit", "limit"))),
        broken("Duplicate id: 'orders'", spec -> elements(spec).add(control("c1", "orders"))),
        broken(
            "Duplicate id: 'a'",
            spec -> ((ArrayNode) element(spec).path("columns")).add(column("a"))),
        broken(
            "Duplicate column or folder reference: 'a'",
            spec ->
                element(spec)
                    .withArray("groupings")
                    .add(
                        Specs.parse(
                            "{\"id\": \"g\", \"groupBy\": [\"a\"], \"calculations\": [\"a\"]}"))),
        broken(
            "Duplicate column or folder reference: 'a'",
            spec -> {
              element(spec)
                  .withArray("groupings")
                  .add(Specs.parse("{\"id\": \"g\", \"groupBy\": [\"a\"]}"));
              element(spec).withArray("summary").add("a");
            }),
        broken(
            "Dependency not found: 'nowhere'",
            spec ->
                element(spec)
                    .set(
                        "source",
                        Specs.parse("{\"kind\": \"table\", \"elementId\": \"nowhere\"}"))),
        broken(
            "Dependency not found: '9d2f6b18-4c3a-4e57-8b90-6a1e5d7c2f34/el'",
            spec ->
                element(spec)
                    .set(
                        "source",
                        Specs.parse(
                            """
                            {"kind": "data-model", "elementId": "el",
                             "dataModelId": "9d2f6b18-4c3a-4e57-8b90-6a1e5d7c2f34"}
                            """))),
        broken(
            "Invalid parameter on control: c1 targeting data model: no-model, controlId: theirs.",
            spec -> {
              ObjectNode control = control("c1", "mine");
              control
                  .withArray("parameters")
                  .add(
                      Specs.parse(
                          """
                          {"kind": "data-model", "dataModelId": "no-model", "controlId": "theirs"}
                          """));
              elements(spec).add(control);
            }));
  }

  @Test
  void anUpdateNeedsLessButTheSameShape() {
    String id = client.create(valid());
    ObjectNode update = Json.object();
    assertThat(message(client.update(id, update))).isEqualTo("schemaVersion: Invalid 1: undefined");
    update.put("schemaVersion", 1);
    assertThat(message(client.update(id, update))).isEqualTo("pages: Invalid array: undefined");
    update.putArray("pages");
    client.update(id, update).expect(200);
    assertThat(sandbox.latestVersion(id)).isEqualTo(2);
  }

  @Test
  void aFolderThatDoesNotExistIsNotFound() {
    ObjectNode spec = valid().put("folderId", "3f0c2a4e-6a57-4b7e-9a2c-1d5b8f6e7a90");
    JsonNode envelope = client.post("/v2/dataModels/spec", spec).expect(404).json();
    assertThat(envelope.propertyNames()).containsExactlyInAnyOrder("requestId", "message", "code");
  }

  @Test
  void anUnknownRouteHasNoBodyButAnUnknownIdHasOne() {
    Client.Answer route = client.get("/v2/dataModelz").expect(404);
    assertThat(route.text()).isEmpty();
    assertThat(route.header("errorcause")).isEqualTo("UnmatchedHandler");
    Client.Answer id = client.get("/v2/dataModels/3f0c2a4e/spec").expect(404);
    assertThat(id.header("errorcause")).isEmpty();
    assertThat(Json.string(id.json(), "message")).contains("3f0c2a4e");
  }

  @Test
  void aSpecInTheQueryIsTooLong() {
    String query = "?spec=" + "x".repeat(20_000);
    client.call("POST", "/v2/dataModels/spec" + query, "").expect(414);
  }

  @Test
  void theMessageCanBeVagueOrElsewhere() {
    SandboxOptions options =
        SandboxOptions.defaults()
            .withQuirks(Quirk.VAGUE_SHAPE_ERRORS, Quirk.SUMMARY_INSTEAD_OF_MESSAGE);
    try (Sandbox vague = Sandbox.start(options)) {
      ObjectNode spec = valid();
      element(spec).remove("columns");
      JsonNode envelope = Client.of(vague).post("/v2/dataModels/spec", spec).expect(400).json();
      assertThat(Json.string(envelope, "summary")).isEqualTo("Syntax error in data model spec");
      assertThat(envelope.has("message")).isFalse();
    }
  }

  private static String message(Client.Answer refused) {
    return Json.string(refused.expect(400).json(), "message");
  }

  private static Arguments broken(String message, Consumer<ObjectNode> breakIt) {
    return Arguments.of(message, breakIt);
  }

  private static ObjectNode valid() {
    return Specs.model("Orders", Specs.orders("orders", Specs.column("a", "[ORDERS/Order Id]")));
  }

  private static ArrayNode elements(ObjectNode spec) {
    return (ArrayNode) spec.path("pages").path(0).path("elements");
  }

  private static ObjectNode element(ObjectNode spec) {
    return Specs.element(spec, 0);
  }

  private static ObjectNode column(String id) {
    return Specs.parse(Specs.column(id, "[ORDERS/Order Date]"));
  }

  private static ObjectNode control(String id, String controlId) {
    return Json.object()
        .put("kind", "control")
        .put("id", id)
        .put("controlId", controlId)
        .put("controlType", "switch");
  }

  private static void secondPage(ObjectNode spec) {
    List<ObjectNode> pages = Json.objects(spec, "pages");
    ObjectNode copy = pages.getFirst().deepCopy();
    copy.putArray("elements");
    ((ArrayNode) spec.path("pages")).add(copy);
  }
}
