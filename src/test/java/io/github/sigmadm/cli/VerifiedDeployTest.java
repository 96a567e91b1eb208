package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Deploys of which Sigma makes something else than was sent: they are put back, and said.
final class VerifiedDeployTest {

  private static final String MODEL = "data-models/orders.json";

  @TempDir private Path folder;

  private static String table(String id, String name, String... formulas) {
    StringBuilder columns = new StringBuilder("{ \"id\": \"a\", \"formula\": \"[O/Amount]\" }");
    for (int i = 0; i < formulas.length; i++) {
      columns.append(
          ",\n{ \"id\": \"c%d\", \"name\": \"C%d\", \"formula\": \"%s\" }"
              .formatted(i, i, formulas[i]));
    }
    return """
    { "id": "%s", "kind": "table", "name": "%s",
      "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["D", "S", "O"] },
      "columns": [ %s ] }
    """
        .formatted(id, name, Sandbox.CONNECTION, columns);
  }

  private static String model(String... tables) {
    return """
    { "name": "Orders", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
    %s ] } ] }
    """
        .formatted(String.join(",", tables));
  }

  private static Map<String, String> files(String model) {
    return files(model, "");
  }

  private static Map<String, String> files(String model, String policy) {
    return Map.of("sigma-dm.yml", Scene.CONFIGURATION + policy, MODEL, model);
  }

  private static Event push(Commit before, Commit after) {
    return new Event.Push("main", before, after);
  }

  private static String liveId(Scene scene) {
    assertThat(scene.sandbox.dataModels()).hasSize(1);
    return scene.sandbox.dataModels().getFirst();
  }

  @ParameterizedTest
  @EnumSource
  void aFormulaThatSigmaCanMakeNothingOfIsPutBack(IdMode ids) {
    try (Scene scene = new Scene(folder, ids)) {
      Commit first = scene.repository.commit("first", files(model(table("t", "T", "[Amount]"))));
      assertThat(scene.execute(push(Scene.NOTHING, first))).isEqualTo(new Conclusion.Done());
      String id = liveId(scene);
      String pages = scene.sandbox.spec(id).path("pages").toString();
      Commit second =
          scene.repository.commit(
              "broken", files(model(table("t", "T", "[Amount]", "Frobnicate([Amount])"))));

      assertThat(scene.execute(push(first, second)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.VERIFICATION_FAILED));

      assertThat(scene.sandbox.spec(id).path("pages").toString()).isEqualTo(pages);
      assertThat(scene.sandbox.latestVersion(id)).isEqualTo(3);
      assertThat(scene.lines)
          .anyMatch(line -> line.contains("column `C1` (line 6)") && line.contains("live again"));
      // what is live is what was deployed, so that there is no drift; the file still waits
      assertThat(scene.execute(new Event.Schedule("main")).exitCode()).isZero();
      Commit third =
          scene.repository.commit(
              "repaired", files(model(table("t", "T", "[Amount]", "Abs([Amount])"))));
      assertThat(scene.execute(push(second, third))).isEqualTo(new Conclusion.Done());
      assertThat(scene.sandbox.specText(id)).contains("Abs(");
    }
  }

  @Test
  void aModelThatWasMadeAndIsNotAsItWasSentIsDeletedAgain() {
    try (Scene scene =
        new Scene(folder, SandboxOptions.defaults().withQuirks(Quirk.LAST_COLUMN_DROPPED))) {
      Commit first = scene.repository.commit("first", files(model(table("t", "T", "[Amount]"))));

      assertThat(scene.execute(push(Scene.NOTHING, first)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.VERIFICATION_FAILED));

      assertThat(scene.sandbox.dataModels()).isEmpty();
      assertThat(scene.lines)
          .anyMatch(line -> line.contains("does not have the column `C0` of `T`"));
      // and the next run tries again from nothing
      assertThat(scene.execute(new Event.Dispatch("main")).exitCode()).isEqualTo(4);
      assertThat(scene.sandbox.dataModels()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST_TABLE_HIDDEN_ON_UPDATE", "ALL_IDS_REPLACED_ON_UPDATE"})
  void whereItCannotBePutBackThatIsSaidAndWhatWasThereIsKept(Quirk quirk) {
    try (Scene scene = new Scene(folder, SandboxOptions.defaults().withQuirks(quirk))) {
      Commit first = scene.repository.commit("first", files(model(table("t", "T", "[Amount]"))));
      assertThat(scene.execute(push(Scene.NOTHING, first))).isEqualTo(new Conclusion.Done());
      String id = liveId(scene);
      Commit second =
          scene.repository.commit("second", files(model(table("t", "T", "[Amount]", "1"))));

      assertThat(scene.execute(push(first, second)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.VERIFICATION_FAILED));

      assertThat(scene.lines).anyMatch(line -> line.contains("could NOT be put back"));
      assertThat(scene.kept.get("sigma-dm-before-" + id + ".json")).contains("\"C0\"");
    }
  }

  @Test
  void whereOnlyFailingIsWantedWhatWasWrittenStaysAndTheNextRunTriesAgain() {
    try (Scene scene =
        new Scene(
            folder, SandboxOptions.defaults().withQuirks(Quirk.FIRST_TABLE_HIDDEN_ON_UPDATE))) {
      String fail = "policy:\n  verify: fail\n";
      Commit first =
          scene.repository.commit("first", files(model(table("t", "T", "[Amount]")), fail));
      assertThat(scene.execute(push(Scene.NOTHING, first))).isEqualTo(new Conclusion.Done());
      Commit second =
          scene.repository.commit("second", files(model(table("t", "T", "[Amount]", "1")), fail));

      assertThat(scene.execute(push(first, second)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.VERIFICATION_FAILED));

      assertThat(scene.sandbox.latestVersion(liveId(scene))).isEqualTo(2);
      assertThat(scene.execute(new Event.Dispatch("main")).exitCode()).isEqualTo(4);
      assertThat(scene.sandbox.latestVersion(liveId(scene))).isEqualTo(3);
    }
  }

  @Test
  void aModelWithAnInputTableIsNotTouchedAndThePullRequestSaysSo() {
    try (Scene scene = new Scene(folder, IdMode.REMAP)) {
      Commit first = scene.repository.commit("first", files(model(table("t", "T", "[Amount]"))));
      assertThat(scene.execute(push(Scene.NOTHING, first))).isEqualTo(new Conclusion.Done());
      String id = liveId(scene);
      scene.sandbox.person().addInputTable(id, "Targets", "Month", "Target");
      int version = scene.sandbox.latestVersion(id);
      Commit second =
          scene.repository.commit("second", files(model(table("t", "T", "[Amount]", "1"))));

      assertThat(scene.execute(new Event.PullRequest(7, "opened", "main", first, second, false)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.LOSSY_MODEL));
      assertThat(scene.conversation.body(7).orElseThrow()).contains("Targets", "input-table");
      assertThat(scene.execute(push(first, second)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.LOSSY_MODEL));
      assertThat(scene.sandbox.latestVersion(id)).isEqualTo(version);
    }
  }

  @Test
  void aScheduleThatIsLostIsNamedSinceItDoesNotComeBack() {
    try (Scene scene = new Scene(folder, IdMode.KEEP)) {
      String policy = "policy:\n  breaking: allow\n";
      Commit first =
          scene.repository.commit(
              "first",
              files(model(table("t", "T", "[Amount]"), table("u", "U"), table("v", "V")), policy));
      assertThat(scene.execute(push(Scene.NOTHING, first))).isEqualTo(new Conclusion.Done());
      String id = liveId(scene);
      for (String element : new String[] {"t", "u", "v"}) {
        scene.sandbox.person().scheduleMaterialization(id, element, "0 6 * * *");
      }
      Commit second =
          scene.repository.commit("second", files(model(table("t", "T", "[Amount]")), policy));

      assertThat(scene.execute(push(first, second)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.VERIFICATION_FAILED));

      assertThat(scene.lines)
          .anyMatch(line ->
              line.contains("schedule of `T` is gone") && !line.contains("schedule of `U`"));
    }
  }
}
