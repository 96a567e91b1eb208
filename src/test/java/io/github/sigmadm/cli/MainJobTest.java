package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Position;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.Mode;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.Specs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The main job on a real repository and the stand-in for Sigma.
final class MainJobTest {

  private static final String CONFIGURATION =
      Scene.CONFIGURATION + "    variables: { DB: EXAMPLES }\n";

  private static final String STATIONS = "data-models/stations.json";

  @TempDir private Path folder;

  private static String stations(String name, String... moreColumns) {
    StringBuilder columns = new StringBuilder();
    for (String column : moreColumns) {
      columns.append(",\n          ").append(column);
    }
    return """
    {
      "name": "%s",
      "schemaVersion": 1,
      "pages": [
        { "id": "page", "name": "Stations", "elements": [
          { "id": "stations", "kind": "table",
            "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["${DB}", "BIKES", "STATIONS"] },
            "columns": [
              { "id": "id", "formula": "[STATIONS/Station Id]" },
              { "id": "name", "formula": "[STATIONS/Name]" }%s
            ] } ] } ]
    }
    """
        .formatted(name, Sandbox.CONNECTION, columns);
  }

  private Scene scene(IdMode ids) {
    return new Scene(folder, ids);
  }

  private static Event pullRequest(Commit base, Commit head) {
    return new Event.PullRequest(7, "synchronize", "main", base, head, false);
  }

  private static DataModel live(Scene scene) {
    List<String> models = scene.sandbox.dataModels();
    assertThat(models).hasSize(1);
    return DataModel.of(Specs.parse(scene.sandbox.specText(models.getFirst())));
  }

  private static List<String> ids(DataModel model) {
    return model
        .tables()
        .flatMap(table -> table.columns().stream())
        .map(column -> column.id().value())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aModelIsCreatedThenExtendedAndRenamedAndStaysTheSameModel(IdMode ids) {
    try (Scene scene = scene(ids)) {
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION, STATIONS, stations("Bike Stations")));
      assertThat(scene.execute(new Event.Push("main", Scene.NOTHING, first)))
          .isEqualTo(new Conclusion.Done());
      String model = scene.sandbox.dataModels().getFirst();
      List<String> before = ids(live(scene));

      Commit second =
          scene.repository.commit(
              "two",
              Map.of(
                  STATIONS,
                  stations(
                      "City Bike Stations",
                      "{ \"id\": \"docks\", \"formula\": \"[STATIONS/Docks]\" }",
                      "{ \"id\": \"big\", \"formula\": \"[Docks] > 20\", \"name\": \"Big\" }")));
      assertThat(scene.execute(pullRequest(first, second))).isEqualTo(new Conclusion.Done());
      assertThat(scene.planFile()).contains("\"rename\": 1", "\"model.renamed\"");
      assertThat(scene.execute(new Event.Push("main", first, second)))
          .isEqualTo(new Conclusion.Done());

      assertThat(scene.sandbox.dataModels()).containsExactly(model);
      assertThat(scene.sandbox.file(model).name()).isEqualTo("City Bike Stations");
      assertThat(ids(live(scene))).hasSize(4).startsWith(before.toArray(String[]::new));
      scene.sandbox.requests().clear();
      assertThat(scene.execute(new Event.Dispatch("main"))).isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.sandbox.requests().writes()).isZero();
    }
  }

  @Test
  void anInvalidSpecIsToldAtItsLineAndNothingIsWritten() {
    try (Scene scene = scene(IdMode.REMAP)) {
      Commit first =
          scene.repository.commit("configuration", Map.of("sigma-dm.yml", CONFIGURATION));
      Commit second =
          scene.repository.commit(
              "a broken spec",
              Map.of(
                  STATIONS,
                  stations("Bikes", "{ \"id\": \"id\", \"formula\": \"[STATIONS/Docks]\" }")));

      Conclusion conclusion = scene.execute(pullRequest(first, second));

      assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.INVALID_SPEC));
      assertThat(conclusion.exitCode()).isEqualTo(1);
      assertThat(scene.annotations)
          .anySatisfy(found -> {
            assertThat(found.code()).isEqualTo("duplicate-id");
            assertThat(found.span().start()).isEqualTo(new Position(11, 19));
          });
      assertThat(scene.conversation.body(7).orElseThrow()).contains("duplicate-id");
      assertThat(scene.sandbox.requests().writes()).isZero();
    }
  }

  @Test
  void leftOverPlaceholdersAndUndeclaredVariablesAreErrors() {
    try (Scene scene = scene(IdMode.REMAP)) {
      Commit first =
          scene.repository.commit("configuration", Map.of("sigma-dm.yml", CONFIGURATION));
      Commit second =
          scene.repository.commit(
              "placeholders",
              Map.of(
                  STATIONS,
                  stations("Bikes")
                      .replace(Sandbox.CONNECTION, "<YOUR_CONNECTION_ID>")
                      .replace("${DB}", "${DATABSE}")));

      scene.execute(pullRequest(first, second));

      assertThat(scene.annotations)
          .extracting(found -> found.code() + "@" + found.span().start().line())
          .contains("placeholder@7", "unresolved-variable@7");
    }
  }

  @Test
  void theCommentIsEditedInPlaceAndTheMergeReportsOnIt() {
    try (Scene scene = scene(IdMode.REMAP)) {
      Commit first =
          scene.repository.commit("configuration", Map.of("sigma-dm.yml", CONFIGURATION));
      scene.repository.branch("bikes");
      Commit head = scene.repository.commit("bikes", Map.of(STATIONS, stations("Bikes")));
      scene.execute(pullRequest(first, head));
      String planned = scene.conversation.body(7).orElseThrow();
      assertThat(planned).contains("1 model to create");

      Commit merge = scene.repository.merge("main", "bikes", "Merge");
      scene.conversation.merge(7, merge);
      scene.execute(new Event.Push("main", first, merge));

      assertThat(scene.conversation.body(7).orElseThrow()).contains("1 model created");
      assertThat(scene.lines).noneMatch(line -> line.contains("not the one"));
      assertThat(scene.outputs)
          .containsEntry("result", "success")
          .containsEntry("environment", "prod")
          .containsEntry("creates", "1")
          .containsEntry("has-changes", "true");
    }
  }

  @Test
  void aBreakingChangeWaitsForTheLabelAndThenGoesThrough() {
    try (Scene scene = scene(IdMode.REMAP)) {
      String docks = "{ \"id\": \"docks\", \"formula\": \"[STATIONS/Docks]\" }";
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION, STATIONS, stations("Bikes", docks)));
      scene.execute(new Event.Push("main", Scene.NOTHING, first));
      scene.repository.branch("less");
      Commit head = scene.repository.commit("less", Map.of(STATIONS, stations("Bikes")));

      assertThat(scene.execute(pullRequest(first, head)).exitCode()).isEqualTo(3);
      scene.conversation.label(7, "sigma-approved");
      assertThat(scene.execute(pullRequest(first, head)).exitCode()).isZero();

      Commit merge = scene.repository.merge("main", "less", "Merge");
      assertThat(scene.execute(new Event.Push("main", first, merge)))
          .as("pushed without the pull request")
          .isEqualTo(new Conclusion.Stopped(FailureReason.NEEDS_APPROVAL));
      scene.conversation.merge(7, merge);
      assertThat(scene.execute(new Event.Push("main", first, merge)))
          .isEqualTo(new Conclusion.Done());
      assertThat(ids(live(scene))).hasSize(2);
    }
  }

  @Test
  void withoutCredentialsThePlanIsMadeFromGitAlone() {
    try (Scene scene = scene(IdMode.REMAP).withoutCredentials()) {
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION, STATIONS, stations("Bikes")));
      Commit head = scene.repository.commit("two", Map.of(STATIONS, stations("Bikes in Town")));

      assertThat(scene.execute(pullRequest(first, head))).isEqualTo(new Conclusion.Done());

      assertThat(scene.planFile()).contains("\"model.renamed\"", "\"fingerprint\": null");
      assertThat(scene.conversation.body(7).orElseThrow()).contains("no Sigma credentials");
      assertThat(scene.sandbox.requests().count()).isZero();
      assertThatThrownBy(() -> scene.execute(new Event.Push("main", first, head)))
          .isInstanceOf(Trouble.BadCredentials.class);
    }
  }

  @Test
  void twoModelsOfOneNameAreListedAndNeitherIsTouched() {
    try (Scene scene = scene(IdMode.REMAP)) {
      String spec =
          stations("Bikes")
              .replace("${DB}", "EXAMPLES")
              .replace(
                  "\"pages\"", "\"folderId\": \"" + Sandbox.PRODUCTION_FOLDER + "\", \"pages\"");
      scene.sandbox.person().addDataModel(spec);
      scene.sandbox.person().addDataModel(spec);
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION, STATIONS, stations("Bikes")));
      scene.sandbox.requests().clear();

      Conclusion conclusion = scene.execute(new Event.Push("main", Scene.NOTHING, first));

      assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.AMBIGUOUS_MODEL));
      assertThat(scene.kept.get("sigma-dm-plan.json")).contains("\"conflict\"");
      assertThat(scene.sandbox.requests().writes()).isZero();
    }
  }

  @Test
  void aPushToAnotherBranchOnlyValidates() {
    try (Scene scene = scene(IdMode.REMAP)) {
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION, STATIONS, stations("Bikes")));

      assertThat(scene.execute(new Event.Push("elsewhere", Scene.NOTHING, first)).exitCode())
          .isZero();

      assertThat(scene.sandbox.requests().count()).isZero();
    }
  }

  @Test
  void aDryRunPlansAndWritesNothing() {
    try (Scene scene = scene(IdMode.REMAP)) {
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION, STATIONS, stations("Bikes")));

      scene.execute(new Event.Push("main", Scene.NOTHING, first), Mode.DEPLOY, true);

      assertThat(scene.outputs).containsEntry("creates", "1");
      assertThat(scene.sandbox.dataModels()).isEmpty();
    }
  }

  @Test
  void aMistakeInTheConfigurationIsToldWithItsPlace() {
    try (Scene scene = scene(IdMode.REMAP)) {
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION.replace("branches:", "branch:")));

      assertThatThrownBy(() -> scene.execute(new Event.Push("main", Scene.NOTHING, first)))
          .isInstanceOf(Trouble.BadConfiguration.class)
          .hasMessageContaining("sigma-dm.yml:5:5")
          .hasMessageContaining("branches");
    }
  }

  @Test
  void credentialsAreNotSentToAHostThatNobodyAllowed() {
    try (Scene scene = scene(IdMode.KEEP).speakingTo("https://api.sigma.example")) {
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION, STATIONS, stations("Bike Stations")));
      assertThatThrownBy(() -> scene.execute(new Event.Push("main", Scene.NOTHING, first)))
          .isInstanceOf(Trouble.BadConfiguration.class)
          .hasMessageContaining("Credentials are not sent to api.sigma.example")
          .hasMessageContaining("allowed-hosts");
    }
  }

  @Test
  void planAndDeployOfTheSameInputsGiveTheSamePlanFile() {
    try (Scene scene = scene(IdMode.REMAP)) {
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION, STATIONS, stations("Bikes")));
      Event push = new Event.Push("main", Scene.NOTHING, first);
      scene.execute(push, Mode.PLAN, false);
      String planned = scene.planFile();

      scene.execute(push, Mode.DEPLOY, false);

      assertThat(scene.planFile()).isEqualTo(planned);
    }
  }

  @Test
  void anEditMadeInSigmaShowsAsDriftOnASchedule() {
    try (Scene scene = scene(IdMode.REMAP)) {
      Commit first =
          scene.repository.commit(
              "one", Map.of("sigma-dm.yml", CONFIGURATION, STATIONS, stations("Bikes")));
      scene.execute(new Event.Push("main", Scene.NOTHING, first));
      String model = scene.sandbox.dataModels().getFirst();
      scene.sandbox.person().rename(model, "Bikes of the Town");
      scene.sandbox.person().rename(model, "Bikes");
      scene
          .sandbox
          .person()
          .editText(model, text -> text.replace("[STATIONS/Name]", "Upper([STATIONS/Name])"));

      scene.execute(new Event.Schedule("main"));

      assertThat(scene.planFile()).contains("\"column.");
      assertThat(scene.outputs).containsEntry("updates", "1");
    }
  }
}
