package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.git.WorkTree;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole runs that remember what earlier ones deployed.
final class StateJobTest {

  private static final String ORDERS = "data-models/orders.json";
  private static final String SALES = "data-models/sales.json";

  @TempDir private Path folder;

  /// A model of one table.
  private static String model(String name, String... columns) {
    StringBuilder text = new StringBuilder();
    for (String column : columns) {
      text.append(text.isEmpty() ? "" : ",\n").append("          ").append(column);
    }
    return """
    {
      "name": "%s",
      "schemaVersion": 1,
      "pages": [
        { "id": "page", "name": "Page 1", "elements": [
          { "id": "table", "kind": "table", "name": "Table",
            "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["DB", "S", "ORDERS"] },
            "columns": [
    %s
            ] } ] } ]
    }
    """
        .formatted(name, Sandbox.CONNECTION, text);
  }

  private static String column(String id, String name, String formula) {
    return "{ \"id\": \"%s\", \"name\": \"%s\", \"formula\": \"%s\" }".formatted(id, name, formula);
  }

  private static final String AMOUNT = column("a", "Amount", "[ORDERS/Amount]");
  private static final String TAX = column("t", "Tax", "[Amount] * 0.2");

  private static Event push(Commit before, Commit after) {
    return new Event.Push("main", before, after);
  }

  private Commit deployed(Scene scene, Map<String, String> files) {
    Commit first = scene.repository.commit("first", withConfiguration(files, ""));
    assertThat(scene.execute(push(Scene.NOTHING, first))).isEqualTo(new Conclusion.Done());
    return first;
  }

  private static Map<String, String> withConfiguration(Map<String, String> files, String policy) {
    Map<String, String> all = new java.util.TreeMap<>(files);
    all.put("sigma-dm.yml", Scene.CONFIGURATION + policy);
    return all;
  }

  @Test
  void nothingIsAskedOfSigmaWhereNothingDiffersFromWhatWasDeployed() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT)));
      scene.sandbox.requests().clear();

      assertThat(scene.execute(new Event.Dispatch("main"))).isEqualTo(new Conclusion.NothingToDo());
      Commit second =
          scene.repository.commit("spaces", Map.of(ORDERS, model("Orders", AMOUNT + "  ")));
      assertThat(scene.execute(push(first, second))).isEqualTo(new Conclusion.NothingToDo());

      assertThat(scene.sandbox.requests().count()).isZero();
      assertThat(scene.outputs).containsEntry("unchanged", "1");
      assertThat(scene.outputs.get("models"))
          .contains(scene.sandbox.dataModels().getFirst(), "\"version\":1");
    }
  }

  @Test
  void eachDeployIsOneEntryOfTheLogThatSaysWhatItDid() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      Commit first =
          deployed(
              scene, Map.of(ORDERS, model("Orders", AMOUNT), SALES, model("Sales", AMOUNT, TAX)));
      Commit second = scene.repository.commit("more", Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      assertThat(scene.execute(push(first, second))).isEqualTo(new Conclusion.Done());

      WorkTree tree = new WorkTree(folder);
      assertThat(tree.git("log", "--format=%s", "refs/sigma-dm/prod"))
          .isEqualTo(
              "Deploy %s to prod: 1 updated\nDeploy %s to prod: 2 created"
                  .formatted(second.abbreviated(), first.abbreviated()));
      assertThat(tree.git("log", "-1", "--format=%b", "refs/sigma-dm/prod"))
          .isEqualTo("updated data-models/orders.json\n\nCommit: " + second);
      assertThat(tree.git("ls-tree", "-r", "--name-only", "refs/sigma-dm/prod"))
          .isEqualTo("live/data-models/orders.json\nlive/data-models/sales.json\nstate.json");
      assertThat(tree.git("branch", "--list")).isEqualTo("* main");
    }
  }

  @Test
  void peopleCanLookAtTheStateAndAtHowItCameAbout() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      assertThat(commandLine("state", "show", "--environment", "prod"))
          .isEqualTo("Nothing was deployed to prod yet.\n");
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      String model = scene.sandbox.dataModels().getFirst();

      assertThat(commandLine("state", "show"))
          .isEqualTo(
              """
              prod has 1 model, last deployed from %s.

              data-models/orders.json
                model    Orders (%s)
                version  1, from %s, made by a deploy
                folder   %s
                ids      4 known
              """
                  .formatted(
                      first.abbreviated(), model, first.abbreviated(), Sandbox.PRODUCTION_FOLDER));
      assertThat(commandLine("state", "log", "-n", "1"))
          .contains("UTC  Deploy " + first.abbreviated() + " to prod: 1 created")
          .contains("    created data-models/orders.json");
      assertThat(commandLine("state", "log", "--environment", "a b"))
          .startsWith("error: --environment");
    }
  }

  private String commandLine(String... arguments) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
    new Main(Map.of(), new Console(out, out, false), folder).run(arguments);
    return log.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void aPushThatWasSkippedIsMadeGoodByTheNextOne(IdMode ids) {
    try (Scene scene = new Scene(folder, ids)) {
      deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT), SALES, model("Sales", AMOUNT)));
      Commit skipped =
          scene.repository.commit("skipped", Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      Commit next = scene.repository.commit("next", Map.of("README.md", "hello"));

      assertThat(scene.execute(push(skipped, next))).isEqualTo(new Conclusion.Done());

      String model = scene.sandbox.dataModelsNamed("Orders").getFirst();
      assertThat(scene.sandbox.specText(model)).contains("\"Tax\"");
      assertThat(scene.outputs).containsEntry("updates", "1").containsEntry("creates", "0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatMovesAndChangesItsNameKeepsItsModel(IdMode ids) {
    try (Scene scene = new Scene(folder, ids)) {
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      List<String> models = scene.sandbox.dataModels();
      WorkTree tree = new WorkTree(folder);
      tree.git("mv", ORDERS, SALES);
      Commit moved = scene.repository.commit("moved", Map.of(SALES, model("Sales", AMOUNT, TAX)));

      assertThat(scene.execute(push(first, moved))).isEqualTo(new Conclusion.Done());

      assertThat(scene.sandbox.dataModels()).isEqualTo(models);
      assertThat(scene.sandbox.file(models.getFirst()).name()).isEqualTo("Sales");
      assertThat(tree.git("ls-tree", "-r", "--name-only", "refs/sigma-dm/prod"))
          .isEqualTo("live/data-models/sales.json\nstate.json");
      scene.sandbox.requests().clear();
      assertThat(scene.execute(new Event.Dispatch("main"))).isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.sandbox.requests().count()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aColumnThatIsRenamedAndRewrittenKeepsItsIdByTheRecordOfTheLastDeploy(IdMode ids) {
    try (Scene scene = new Scene(folder, ids)) {
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      String model = scene.sandbox.dataModels().getFirst();
      String before = idOf(scene, model, "Tax");
      Commit second =
          scene.repository.commit(
              "all of it",
              Map.of(
                  ORDERS,
                  model(
                      "Orders",
                      AMOUNT,
                      column("t", "Vat", "[Amount] / 5"),
                      column("n", "N", "1"))));

      assertThat(scene.execute(pullRequest(first, second))).isNotNull();
      assertThat(scene.planFile()).contains("\"column.renamed\"").doesNotContain("column.removed");
      scene.conversation.label(7, "sigma-approved");
      scene.conversation.merge(7, second);
      assertThat(scene.execute(push(first, second))).isEqualTo(new Conclusion.Done());

      assertThat(idOf(scene, model, "Vat")).isEqualTo(before);
    }
  }

  private static Event pullRequest(Commit base, Commit head) {
    return new Event.PullRequest(7, "synchronize", "main", base, head, false);
  }

  private static String idOf(Scene scene, String model, String name) {
    for (var column : scene.sandbox.spec(model).at("/pages/0/elements/0/columns")) {
      if (column.path("name").asString("").equals(name)) {
        return column.path("id").asString();
      }
    }
    throw new AssertionError("no column " + name + " in " + scene.sandbox.specText(model));
  }

  @Test
  void whatWasChangedInSigmaSinceStopsTheDeployAndIsToldApart() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      String model = scene.sandbox.dataModels().getFirst();
      scene.sandbox.person().changeFormula(model, "Table", "Tax", "[Amount] * 0.25");
      Commit second =
          scene.repository.commit(
              "more",
              Map.of(ORDERS, model("Orders", AMOUNT, TAX, column("n", "Net", "[Amount] - [Tax]"))));

      assertThat(scene.execute(push(first, second)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.DRIFT));
      assertThat(scene.planFile()).contains("\"drifted\": 1", "\"column.added\"");
      assertThat(scene.sandbox.latestVersion(model)).isEqualTo(2);

      Commit third =
          scene.repository.commit(
              "overwrite", withConfiguration(Map.of(), "policy:\n  drift: overwrite\n"));
      assertThat(scene.execute(push(second, third))).isEqualTo(new Conclusion.Done());
      assertThat(scene.sandbox.specText(model)).contains("0.2").doesNotContain("0.25");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasOnlyAddedInSigmaStaysWhereThatIsWanted(IdMode ids) {
    try (Scene scene = new Scene(folder, ids)) {
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      String model = scene.sandbox.dataModels().getFirst();
      scene
          .sandbox
          .person()
          .editText(
              model,
              pages ->
                  pages.replaceFirst(
                      "\\}\\](,\"name\":\"Table\")",
                      "},{\"id\":\"ui-added\",\"name\":\"Gross\",\"formula\":\"[Amount] + [Tax]\"}]$1"));
      Commit second =
          scene.repository.commit(
              "more",
              withConfiguration(
                  Map.of(ORDERS, model("Orders", AMOUNT, TAX, column("n", "Net", "[Amount]"))),
                  "policy:\n  drift: keep\n"));

      assertThat(scene.execute(push(first, second))).isEqualTo(new Conclusion.Done());

      assertThat(idOf(scene, model, "Gross")).isEqualTo("ui-added");
      assertThat(idOf(scene, model, "Net")).isNotEmpty();
      scene.sandbox.requests().clear();
      assertThat(scene.execute(new Event.Dispatch("main"))).isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.sandbox.requests().writes()).isZero();
    }
  }

  @Test
  void theScheduledReportTellsDriftOfModelsWhoseFilesNobodyTouched() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      assertThat(scene.execute(new Event.Schedule("main"))).isEqualTo(new Conclusion.NothingToDo());
      scene
          .sandbox
          .person()
          .changeFormula(scene.sandbox.dataModels().getFirst(), "Table", "Tax", "[Amount] * 0.25");

      assertThat(scene.execute(new Event.Schedule("main")))
          .isEqualTo(new Conclusion.Stopped(FailureReason.DRIFT));
      assertThat(scene.planFile()).contains("\"drifted\": 1");
    }
  }

  @Test
  void aModelWhoseFileIsGoneIsDeletedOnlyIfThatIsWantedAndThisMadeIt() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      Commit first =
          deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT), SALES, model("Sales", AMOUNT)));
      WorkTree tree = new WorkTree(folder);
      tree.delete(SALES);
      tree.git("add", "--all");
      Commit second = scene.repository.commit("gone", Map.of("README.md", "x"));
      assertThat(scene.execute(push(first, second))).isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.sandbox.dataModelsNamed("Sales")).hasSize(1);

      Commit third =
          scene.repository.commit("prune", withConfiguration(Map.of(), "policy:\n  prune: true\n"));
      assertThat(scene.execute(push(second, third)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.NEEDS_APPROVAL));
      assertThat(scene.sandbox.dataModelsNamed("Sales")).hasSize(1);

      scene.conversation.label(9, "sigma-approved");
      scene.conversation.merge(9, third);
      assertThat(scene.execute(push(second, third))).isEqualTo(new Conclusion.Done());
      assertThat(scene.sandbox.dataModelsNamed("Sales")).isEmpty();
      assertThat(scene.outputs).containsEntry("deletes", "1");
      assertThat(scene.execute(push(second, third))).isEqualTo(new Conclusion.NothingToDo());
    }
  }

  @Test
  void theLabelOfThePullRequestCountsInTheMergeQueueToo() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      Commit second = scene.repository.commit("less", Map.of(ORDERS, model("Orders", AMOUNT)));
      Event queue = new Event.MergeGroup("main", first, second, OptionalInt.of(7));

      assertThat(scene.execute(queue))
          .isEqualTo(new Conclusion.Stopped(FailureReason.NEEDS_APPROVAL));
      scene.conversation.label(7, "sigma-approved");
      assertThat(scene.execute(queue)).isEqualTo(new Conclusion.Done());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeployThatWasCutShortBeforeItWasRecordedIsNotTakenForAnEditInSigma(IdMode ids) {
    try (Scene scene = new Scene(folder, ids)) {
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      WorkTree tree = new WorkTree(folder);
      String recorded = tree.git("rev-parse", "refs/sigma-dm/prod");
      Commit second =
          scene.repository.commit(
              "other tax",
              Map.of(ORDERS, model("Orders", AMOUNT, column("t", "Tax", "[Amount] * 0.3"))));
      assertThat(scene.execute(push(first, second))).isEqualTo(new Conclusion.Done());
      tree.git("update-ref", "refs/sigma-dm/prod", recorded);
      Commit third =
          scene.repository.commit(
              "another tax",
              Map.of(ORDERS, model("Orders", AMOUNT, column("t", "Tax", "[Amount] * 0.4"))));

      assertThat(scene.execute(push(second, third))).isEqualTo(new Conclusion.Done());

      assertThat(scene.planFile()).contains("\"drifted\": 0");
      assertThat(scene.sandbox.specText(scene.sandbox.dataModels().getFirst())).contains("0.4");
    }
  }

  @Test
  void aMistakeThatIsDeployedAlreadyIsNobodysNewOneWhereThereIsNoBaseToTell() {
    try (Scene scene = new Scene(folder, IdMode.KEEP)) {
      String broken = column("b", "Broken", "[Amount] + [Nowhere]");
      Commit first =
          scene.repository.commit(
              "first", withConfiguration(Map.of(ORDERS, model("Orders", AMOUNT, broken)), OFF));
      Commit second =
          scene.repository.commit("second", Map.of(ORDERS, model("Orders", AMOUNT, broken, TAX)));
      assertThat(scene.execute(push(Scene.NOTHING, first)).exitCode()).isEqualTo(1);
      assertThat(scene.execute(push(first, second))).isEqualTo(new Conclusion.Done());

      assertThat(scene.execute(new Event.Dispatch("main"))).isEqualTo(new Conclusion.NothingToDo());

      assertThat(scene.annotations)
          .anyMatch(found -> found.code().equals("unknown-name") && found.known());
    }
  }

  private static final String OFF = "policy:\n  verify: off\n";

  @Test
  void anOldRunThatIsRepeatedDoesNotPutOldModelsBack() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT)));
      Commit second = scene.repository.commit("more", Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      assertThat(scene.execute(push(first, second))).isEqualTo(new Conclusion.Done());

      assertThat(scene.execute(push(Scene.NOTHING, first))).isEqualTo(new Conclusion.NothingToDo());

      assertThat(scene.lines).anyMatch(line -> line.contains("comes after"));
      assertThat(scene.sandbox.specText(scene.sandbox.dataModels().getFirst())).contains("Tax");
    }
  }

  @Test
  void aModelThatWasDeletedInSigmaIsNotSilentlyMadeAnew() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      Commit first = deployed(scene, Map.of(ORDERS, model("Orders", AMOUNT)));
      scene.sandbox.person().delete(scene.sandbox.dataModels().getFirst());
      Commit second = scene.repository.commit("more", Map.of(ORDERS, model("Orders", AMOUNT, TAX)));

      assertThat(scene.execute(push(first, second)).exitCode()).isEqualTo(4);
      assertThat(scene.sandbox.dataModels()).isEmpty();

      Commit third =
          scene.repository.commit(
              "overwrite", withConfiguration(Map.of(), "policy:\n  drift: overwrite\n"));
      assertThat(scene.execute(push(second, third))).isEqualTo(new Conclusion.Done());
      assertThat(scene.sandbox.dataModels()).hasSize(1);
    }
  }

  @Test
  void withoutStateEverythingElseWorksAndWhatIsLostIsSaid() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      Commit first =
          scene.repository.commit(
              "first", withConfiguration(Map.of(ORDERS, model("Orders", AMOUNT)), "state: none\n"));
      assertThat(scene.execute(push(Scene.NOTHING, first))).isEqualTo(new Conclusion.Done());
      assertThat(scene.lines).anyMatch(line -> line.startsWith("warning: No state is kept"));
      Commit second = scene.repository.commit("more", Map.of(ORDERS, model("Orders", AMOUNT, TAX)));
      assertThat(scene.execute(push(first, second))).isEqualTo(new Conclusion.Done());
      assertThat(scene.sandbox.dataModels()).hasSize(1);
      assertThat(new WorkTree(folder).git("for-each-ref", "refs/sigma-dm")).isEmpty();
    }
  }
}
