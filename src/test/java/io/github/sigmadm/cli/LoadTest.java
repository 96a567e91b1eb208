package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Effect;
import io.github.sigmadm.sandbox.rest.Interception;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five hundred models in one run, on a Sigma that takes its time and refuses more than a handful
/// of requests at once.
final class LoadTest {

  private static final int MODELS = 500;

  @TempDir private Path folder;

  private static String model(int number, String column) {
    return """
    { "name": "Model %d", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
      { "id": "t", "kind": "table", "name": "T",
        "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["D", "S", "O"] },
        "columns": [ { "id": "a", "formula": "[O/Amount]" }, { "id": "b", "name": "B", "formula": "%s" } ] } ]
    } ] }
    """
        .formatted(number, Sandbox.CONNECTION, column);
  }

  private static Map<String, String> files(String column) {
    Map<String, String> files = new TreeMap<>();
    files.put("sigma-dm.yml", Scene.CONFIGURATION + "checks: { warehouse: false }\n");
    for (int i = 0; i < MODELS; i++) {
      files.put("data-models/m" + i + ".json", model(i, column));
    }
    return files;
  }

  @Test
  void fiveHundredModelsAreDeployedWithTheCallsThatTheyNeedAndNoMore() {
    SandboxOptions options = SandboxOptions.defaults().withQuirks(Quirk.SIXTH_AT_ONCE_REFUSED);
    try (Scene scene = new Scene(folder, options)) {
      scene.sandbox.intercept(
          request -> true, Interception.before(new Effect.Delay(Duration.ofMillis(5))));
      Commit first = scene.repository.commit("first", files("[O/Number]"));

      assertThat(scene.execute(new Event.Push("main", Scene.NOTHING, first)))
          .isEqualTo(new Conclusion.Done());

      assertThat(scene.sandbox.dataModels()).hasSize(MODELS);
      // a token, the list; for each model a write, a read and its columns
      assertThat(scene.sandbox.requests().count()).isEqualTo(2 + 3 * MODELS);
      scene.sandbox.requests().clear();

      Commit second = scene.repository.commit("second", files("[O/Other Number]"));
      assertThat(scene.execute(new Event.Push("main", first, second)))
          .isEqualTo(new Conclusion.Done());

      // a token, the list; for each model a read and its elements to plan; before and after the
      // write its columns, its schedules before, and the read that confirms it
      assertThat(scene.sandbox.requests().count()).isEqualTo(2 + 7 * MODELS);
      scene.sandbox.requests().clear();
      assertThat(scene.execute(new Event.Dispatch("main"))).isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.sandbox.requests().count()).isZero();
    }
  }
}
