package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Position;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.Mode;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.CatalogueMode;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Effect;
import io.github.sigmadm.sandbox.rest.Interception;
import io.github.sigmadm.sandbox.rest.Request;
import io.github.sigmadm.sandbox.rest.Response;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a change brings into use in the warehouse, in whole runs on a stand-in for Sigma whose
/// catalogue has only what was put into it.
final class WarehouseRunTest {

  private static final String SPEC = "data-models/orders.json";
  private static final String COLUMNS = "/v2/connections/tables/*/columns";
  private static final String LOOKUP = "/v2/connection/*/lookup";

  @TempDir private Path folder;

  private Scene scene(Quirk... quirks) {
    Scene scene =
        new Scene(
            folder,
            SandboxOptions.defaults()
                .withIds(IdMode.REMAP)
                .withCatalogue(CatalogueMode.STRICT)
                .withQuirks(quirks));
    Map<String, String> columns = new LinkedHashMap<>();
    IntStream.range(0, 700).forEach(i -> columns.put("FILLER_" + i, "VARCHAR"));
    columns.put("ORDER_ID", "VARCHAR");
    columns.put("AMOUNT", "FLOAT");
    scene.sandbox.person().addTable(Sandbox.CONNECTION, path("ORDERS"), columns);
    scene
        .sandbox
        .person()
        .addTable(Sandbox.CONNECTION, path("RETURNS"), Map.of("REASON", "VARCHAR"));
    return scene;
  }

  private static List<String> path(String table) {
    return List.of("SHOP", "SALES", table);
  }

  private static String spec(String table, String... formulas) {
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < formulas.length; i++) {
      columns.append(
          "%s            { \"id\": \"c%d\", \"formula\": \"%s\" }"
              .formatted(i == 0 ? "" : ",\n", i, formulas[i]));
    }
    return """
    {
      "name": "Orders",
      "schemaVersion": 1,
      "pages": [
        { "id": "page", "name": "Orders", "elements": [
          { "id": "orders", "kind": "table",
            "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["SHOP", "SALES", "%s"] },
            "columns": [
    %s
            ] } ] } ]
    }
    """
        .formatted(Sandbox.CONNECTION, table, columns);
  }

  private static Event pullRequest(Commit base, Commit head) {
    return new Event.PullRequest(7, "synchronize", "main", base, head, false);
  }

  private static List<String> told(Scene scene) {
    return scene.annotations.stream()
        .map(found -> found.code() + "@" + found.span().start())
        .toList();
  }

  private static Conclusion plan(Scene scene, String spec) {
    return plan(scene, Scene.CONFIGURATION, spec);
  }

  private static Conclusion plan(Scene scene, String configuration, String spec) {
    Commit first = scene.repository.commit("configuration", Map.of("sigma-dm.yml", configuration));
    Commit second = scene.repository.commit("orders", Map.of(SPEC, spec));
    return scene.execute(pullRequest(first, second));
  }

  @Test
  void aColumnThatTheTableDoesNotHaveFailsThePullRequestAtItsPlace() {
    try (Scene scene = scene()) {
      Conclusion conclusion = plan(scene, spec("ORDERS", "[ORDERS/Order Id]", "[ORDERS/Amout]"));

      assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.INVALID_SPEC));
      assertThat(scene.annotations)
          .singleElement()
          .satisfies(found -> {
            assertThat(found.code()).isEqualTo("unknown-warehouse-column");
            assertThat(found.span().start()).isEqualTo(new Position(10, 47));
            assertThat(found.hint().orElseThrow()).startsWith("Did you mean \"Amount\"?");
          });
      assertThat(scene.conversation.body(7).orElseThrow()).contains("unknown-warehouse-column");
      assertThat(scene.planFile()).contains("\"invalid\": 1");
      assertThat(scene.sandbox.requests().writes()).isZero();
    }
  }

  @Test
  void aTableThatIsNotThereIsToldWithTheOneThatWasMeant() {
    try (Scene scene = scene()) {
      Conclusion conclusion = plan(scene, spec("ODRERS", "[ODRERS/Order Id]"));

      assertThat(conclusion.exitCode()).isEqualTo(1);
      assertThat(scene.annotations)
          .singleElement()
          .satisfies(found -> {
            assertThat(found.code()).isEqualTo("unknown-table");
            assertThat(found.span().start().line()).isEqualTo(7);
            assertThat(found.hint().orElseThrow())
                .startsWith("Did you mean \"SHOP.SALES.ORDERS\"?");
          });
    }
  }

  @Test
  void whatIsThereIsPlannedWithTwoCallsForATable() {
    try (Scene scene = scene()) {
      Conclusion conclusion = plan(scene, spec("ORDERS", "[ORDERS/Order Id]", "[ORDERS/AMOUNT]"));

      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      assertThat(scene.annotations).isEmpty();
      assertThat(scene.sandbox.requests().count("POST", LOOKUP)).isEqualTo(1);
      // 702 columns, at most 500 on a page
      assertThat(scene.sandbox.requests().count("GET", COLUMNS)).isEqualTo(2);
    }
  }

  @Test
  void onlyWhatIsNewIsLookedUp() {
    try (Scene scene = scene()) {
      Commit first =
          scene.repository.commit(
              "orders",
              Map.of(
                  "sigma-dm.yml", Scene.CONFIGURATION, SPEC, spec("ORDERS", "[ORDERS/Order Id]")));
      assertThat(scene.execute(new Event.Push("main", Scene.NOTHING, first)))
          .isEqualTo(new Conclusion.Done());
      scene.sandbox.requests().clear();

      Commit second =
          scene.repository.commit(
              "described",
              Map.of(SPEC, spec("ORDERS", "[ORDERS/Order Id]\", \"description\": \"The number")));
      assertThat(scene.execute(pullRequest(first, second))).isEqualTo(new Conclusion.Done());
      assertThat(scene.planFile()).contains("\"update\": 1");
      assertThat(scene.sandbox.requests().count("POST", LOOKUP)).isZero();

      Commit third =
          scene.repository.commit(
              "a column", Map.of(SPEC, spec("ORDERS", "[ORDERS/Order Id]", "[ORDERS/Price]")));
      assertThat(scene.execute(pullRequest(first, third)).exitCode()).isEqualTo(1);
      assertThat(told(scene)).containsExactly("unknown-warehouse-column@10:47");
    }
  }

  @Test
  void whatTheBaseGotWrongIsToldAndFailsNothing() {
    try (Scene scene = scene()) {
      Commit first =
          scene.repository.commit(
              "orders",
              Map.of(
                  "sigma-dm.yml",
                  Scene.CONFIGURATION,
                  SPEC,
                  spec("ORDERS", "[ORDERS/Order Id]", "[ORDERS/Price]")));
      Commit second =
          scene.repository.commit(
              "amount",
              Map.of(
                  SPEC, spec("ORDERS", "[ORDERS/Order Id]", "[ORDERS/Price]", "[ORDERS/Amount]")));

      assertThat(scene.execute(pullRequest(first, second))).isEqualTo(new Conclusion.Done());
      assertThat(scene.annotations)
          .singleElement()
          .matches(Diagnostic::known)
          .extracting(Diagnostic::code)
          .isEqualTo("unknown-warehouse-column");
    }
  }

  @Test
  void aConnectionOutOfReachIsAWarning() {
    try (Scene scene = scene(Quirk.CONNECTIONS_OUT_OF_REACH)) {
      Conclusion conclusion = plan(scene, spec("ORDERS", "[ORDERS/No Such Column]"));

      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      assertThat(told(scene)).containsExactly("warehouse-not-checked@7:112");
      assertThat(scene.annotations.getFirst().message())
          .contains("Sigma answered 403", "Can use on the connection");
    }
  }

  @Test
  void aSigmaThatBreaksWhenAskedIsAWarning() {
    try (Scene scene = scene()) {
      scene.sandbox.intercept(
          Request.matching("GET", COLUMNS),
          Interception.before(Effect.answer(Response.text(400, "text/plain", "what?"))));

      Conclusion conclusion = plan(scene, spec("ORDERS", "[ORDERS/No Such Column]"));

      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      assertThat(told(scene)).containsExactly("warehouse-not-checked@7:112");
    }
  }

  @Test
  void aSchemaThatWasNeverSynchronisedIsAWarning() {
    try (Scene scene = scene()) {
      scene
          .sandbox
          .person()
          .addUnsyncedTable(
              Sandbox.CONNECTION, List.of("NEW", "SALES", "ORDERS"), Map.of("ORDER_ID", "VARCHAR"));

      Conclusion conclusion =
          plan(scene, spec("ORDERS", "[ORDERS/Order Id]").replace("SHOP", "NEW"));

      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      assertThat(told(scene)).containsExactly("warehouse-not-checked@7:112");
      assertThat(scene.annotations.getFirst().message()).contains("never synchronised");
    }
  }

  @Test
  void theCheckCanBeSwitchedOff() {
    try (Scene scene = scene()) {
      Conclusion conclusion =
          plan(
              scene,
              Scene.CONFIGURATION + "checks: { warehouse: false }\n",
              spec("ORDERS", "[ORDERS/No Such Column]"));

      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      assertThat(scene.annotations).isEmpty();
      assertThat(scene.sandbox.requests().count("POST", LOOKUP)).isZero();
    }
  }

  @Test
  void withoutCredentialsNothingIsLookedUp() {
    try (Scene scene = scene().withoutCredentials()) {
      Conclusion conclusion = plan(scene, spec("ORDERS", "[ORDERS/No Such Column]"));

      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      assertThat(scene.annotations).isEmpty();
      assertThat(scene.sandbox.requests().count()).isZero();
    }
  }

  @Test
  void validationLooksUpWhatAChangeBringsIn() {
    try (Scene scene = scene()) {
      Commit first =
          scene.repository.commit(
              "orders",
              Map.of(
                  "sigma-dm.yml", Scene.CONFIGURATION, SPEC, spec("RETURNS", "[RETURNS/Reason]")));
      Commit second =
          scene.repository.commit(
              "orders", Map.of(SPEC, spec("RETURNS", "[RETURNS/Reason]", "[RETURNS/Raeson]")));

      Conclusion conclusion = scene.execute(pullRequest(first, second), Mode.VALIDATE, false);

      assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.INVALID_SPEC));
      assertThat(told(scene)).containsExactly("unknown-warehouse-column@10:48");
      assertThat(scene.sandbox.requests().count("GET", "/v2/dataModels")).isZero();
    }
  }

  @Test
  void manyTablesAreLookedUpOnlySoFar() {
    try (Scene scene = scene()) {
      StringBuilder elements = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        String table = "T%02d".formatted(i);
        scene.sandbox.person().addTable(Sandbox.CONNECTION, path(table), Map.of("ID", "INT"));
        elements.append(
            """
            %s{ "id": "%s", "kind": "table", "columns": [{ "id": "a", "formula": "[%s/Id]" }],
              "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["SHOP", "SALES", "%s"] } }
            """
                .formatted(i == 0 ? "" : ",", table, table, Sandbox.CONNECTION, table));
      }
      Conclusion conclusion =
          plan(
              scene,
              """
              {"name": "Many", "schemaVersion": 1, "pages": [{"id": "p", "name": "P", "elements": [
              %s]}]}
              """
                  .formatted(elements));

      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      assertThat(scene.sandbox.requests().count("POST", LOOKUP)).isEqualTo(50);
      assertThat(scene.annotations.getFirst().message())
          .contains("SHOP.SALES.T50, SHOP.SALES.T51, SHOP.SALES.T52 and 7 more")
          .contains("Only the first 50");
    }
  }
}
