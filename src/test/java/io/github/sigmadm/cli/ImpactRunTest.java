package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.git.WorkTree;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Effect;
import io.github.sigmadm.sandbox.rest.Interception;
import io.github.sigmadm.sandbox.rest.Request;
import io.github.sigmadm.sandbox.rest.Response;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.Specs;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who uses what a pull request breaks, in whole runs on a stand-in for Sigma with workbooks.
final class ImpactRunTest {

  private static final String SALES = "data-models/sales.json";
  private static final String MARGIN = "data-models/margin.json";
  private static final String SOURCES = "/v2/workbooks/*/sources";

  @TempDir private Path folder;

  private static String sales(String amount) {
    return """
    {"name": "Sales", "schemaVersion": 1, "pages": [{"id": "p", "name": "P", "elements": [
      {"id": "orders", "kind": "table",
       "source": {"kind": "warehouse-table", "connectionId": "%s", "path": ["S", "S", "ORDERS"]},
       "columns": [{"id": "id", "formula": "[ORDERS/Order Id]"}%s]},
      {"id": "returns", "kind": "table",
       "source": {"kind": "warehouse-table", "connectionId": "%s", "path": ["S", "S", "RETURNS"]},
       "columns": [{"id": "id", "formula": "[RETURNS/Order Id]"}]}]}]}
    """
        .formatted(Sandbox.CONNECTION, amount, Sandbox.CONNECTION);
  }

  private static final String WITH =
      sales(", {\"id\": \"amount\", \"formula\": \"[ORDERS/Amount]\"}");
  private static final String WITHOUT = sales("");

  private static final String USING =
      """
      {"name": "Margin", "schemaVersion": 1, "pages": [{"id": "p", "name": "P", "elements": [
        {"id": "m", "kind": "table",
         "source": {"kind": "data-model", "dataModelId": "${model:data-models/sales.json}",
                    "elementId": "orders"},
         "columns": [{"id": "id", "formula": "[ORDERS/Order Id]"}]}]}]}
      """;

  /// Two models live, one on the other, with workbooks on both.
  private final class Story implements AutoCloseable {
    final Scene scene;
    final Commit first;

    Story(String configuration, IdMode ids, Quirk... quirks) {
      scene = new Scene(folder, SandboxOptions.defaults().withIds(ids).withQuirks(quirks));
      Map<String, String> files = new LinkedHashMap<>();
      files.put("sigma-dm.yml", configuration);
      files.put(SALES, WITH);
      files.put(MARGIN, USING);
      first = scene.repository.commit("models", files);
      assertThat(scene.execute(new Event.Push("main", Scene.NOTHING, first)))
          .as(() -> String.join("\n", scene.lines))
          .isEqualTo(new Conclusion.Done());
      String sales = scene.sandbox.dataModelsNamed("Sales").getFirst();
      String margin = scene.sandbox.dataModelsNamed("Margin").getFirst();
      scene.sandbox.person().addWorkbook("Weekly sales", sales, element(sales, 0));
      scene.sandbox.person().addWorkbook("Returns only", sales, element(sales, 1));
      scene.sandbox.person().addWorkbook("Board pack", margin, element(margin, 0));
      scene.sandbox.requests().clear();
    }

    private String element(String model, int index) {
      return DataModel.of(Specs.parse(scene.sandbox.specText(model)))
          .tables()
          .toList()
          .get(index)
          .id()
          .value();
    }

    Conclusion planned(String sales) {
      Commit second = scene.repository.commit("change", Map.of(SALES, sales));
      return scene.execute(new Event.PullRequest(7, "synchronize", "main", first, second, false));
    }

    /// What the plan file says under `impact` of the sales model.
    List<String> impact() {
      return Specs.parse(scene.planFile()).objects("models").stream()
          .filter(model -> model.text("path").orElse("").equals(SALES))
          .flatMap(model -> model.objects("impact").stream())
          .map(Story::told)
          .toList();
    }

    private static String told(ObjectNode impact) {
      assertThat(impact.text("url").orElse("")).startsWith("https://app.sigmacomputing.com/");
      return impact.text("workbook").orElse("") + " " + impact.text("reason").orElse("");
    }

    String comment() {
      return scene.conversation.body(7).orElseThrow();
    }

    @Override
    public void close() {
      scene.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void workbooksAndModelsThatUseABrokenElementAreNamedWithLinks(IdMode ids) {
    try (Story story = new Story(Scene.CONFIGURATION, ids)) {
      Conclusion conclusion = story.planned(WITHOUT);

      assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.NEEDS_APPROVAL));
      assertThat(story.impact())
          .containsExactly(
              "Margin is a data model that uses ORDERS",
              "Weekly sales uses ORDERS",
              "Board pack uses Margin, a data model that uses ORDERS");
      assertThat(story.comment())
          .contains(
              "[`Weekly sales`](https://app.sigmacomputing.com/",
              "all 3 workbooks and all 2 data models were looked at")
          .doesNotContain("Returns only");
    }
  }

  @Test
  void aModelThatIsToBeDeletedAffectsWhoUsesAnyOfIt() throws IOException {
    try (Story story = new Story(Scene.CONFIGURATION + "policy: { prune: true }\n", IdMode.REMAP)) {
      Files.delete(folder.resolve(MARGIN));
      new WorkTree(folder).git("rm", "-q", MARGIN);
      Commit second = story.scene.repository.commit("gone", Map.of("README.md", "Without margin."));

      Conclusion conclusion =
          story.scene.execute(
              new Event.PullRequest(7, "synchronize", "main", story.first, second, false));

      assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.NEEDS_APPROVAL));
      assertThat(story.scene.planFile()).contains("\"delete\": 1", "\"Board pack\"");
      assertThat(story.comment()).contains("`Board pack`", "uses ORDERS");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_AN_ADMINISTRATOR", "WORKBOOK_SOURCES_WRAPPED"})
  void itWorksHoweverSigmaAnswers(Quirk quirk) {
    try (Story story = new Story(Scene.CONFIGURATION, IdMode.REMAP, quirk)) {
      story.planned(WITHOUT);

      assertThat(story.impact()).hasSize(3);
    }
  }

  @Test
  void whatBreaksNothingAsksNobody() {
    try (Story story = new Story(Scene.CONFIGURATION, IdMode.KEEP)) {
      story.planned(
          WITH.replace("\"[ORDERS/Amount]\"", "\"[ORDERS/Amount]\", \"description\": \"€\""));

      assertThat(story.scene.planFile()).contains("\"update\": 1");
      assertThat(story.impact()).isEmpty();
      assertThat(story.scene.sandbox.requests().count("GET", "/v2/workbooks")).isZero();
    }
  }

  @Test
  void theSearchCanBeSwitchedOff() {
    try (Story story =
        new Story(Scene.CONFIGURATION + "checks: { impact: false }\n", IdMode.KEEP)) {
      story.planned(WITHOUT);

      assertThat(story.impact()).isEmpty();
      assertThat(story.scene.sandbox.requests().count("GET", "/v2/workbooks")).isZero();
    }
  }

  @Test
  void aDeployWritesTheSamePlanFileAsThePullRequest() {
    try (Story story =
        new Story(Scene.CONFIGURATION + "policy: { breaking: allow }\n", IdMode.KEEP)) {
      story.planned(WITHOUT);
      Commit second = story.scene.repository.commit("change", Map.of(SALES, WITHOUT));
      Conclusion planned =
          story.scene.execute(
              new Event.PullRequest(7, "opened", "main", story.first, second, false));
      String plan = story.scene.planFile();

      Conclusion deployed = story.scene.execute(new Event.Push("main", story.first, second));

      assertThat(planned).isEqualTo(new Conclusion.Done());
      assertThat(deployed).isEqualTo(new Conclusion.Done());
      assertThat(plan).contains("\"workbook\"");
      assertThat(story.scene.planFile()).isEqualTo(plan);
    }
  }

  @Test
  void noMoreIsLookedAtThanTheLimitAndThatIsSaid() {
    try (Story story =
        new Story(Scene.CONFIGURATION + "checks: { impact-limit: 4 }\n", IdMode.KEEP)) {
      for (int i = 0; i < 7; i++) {
        story.scene.sandbox.person().addWorkbook("Other " + i, "no-model", "no-element");
      }

      story.planned(WITHOUT);

      assertThat(story.scene.sandbox.requests().count("GET", SOURCES)).isEqualTo(2);
      assertThat(story.comment())
          .contains(
              "2 of 10 workbooks and all 2 data models were looked at",
              "Who else uses it is not known.",
              "raises the limit of 4");
    }
  }

  @Test
  void aDocumentThatCannotBeReadIsNotCountedAsLookedAt() {
    try (Story story = new Story(Scene.CONFIGURATION, IdMode.KEEP)) {
      Response no =
          Response.text(403, "application/json", "{\"message\": \"no\", \"code\": \"forbidden\"}");
      story.scene.sandbox.intercept(
          Request.matching("GET", SOURCES), Interception.before(Effect.answer(no)), 1);

      story.planned(WITHOUT);

      assertThat(story.comment()).contains("2 of 3 workbooks", "Who else uses it is not known.");
    }
  }

  @Test
  void whereWorkbooksCannotBeListedThePlanSaysSo() {
    try (Story story = new Story(Scene.CONFIGURATION, IdMode.KEEP)) {
      Response no =
          Response.text(403, "application/json", "{\"message\": \"no\", \"code\": \"forbidden\"}");
      story.scene.sandbox.intercept(
          Request.matching("GET", "/v2/workbooks"), Interception.before(Effect.answer(no)));

      Conclusion conclusion = story.planned(WITHOUT);

      assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.NEEDS_APPROVAL));
      assertThat(story.comment())
          .contains("Who uses what this plan breaks could not be looked up", "Can view");
    }
  }
}
