package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.testing.SharedMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two real exports, one of which reads from the other by the id that it had at home, put into an
/// empty folder of another organisation as they are.
final class UneditedExportsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void areCreatedInOrderWithTheReferenceTranslatedAndThenLeftAlone(IdMode ids) throws IOException {
    Path corpus =
        SharedMaterial.folder("corpus")
            .orElseGet(() -> Assumptions.abort("there is no ../shared/corpus here"));
    try (Scene scene = new Scene(folder, ids)) {
      Commit commit =
          scene.repository.commit(
              "exports",
              Map.of(
                  "sigma-dm.yml",
                  Scene.CONFIGURATION,
                  "data-models/profit.json",
                  Files.readString(corpus.resolve("profit.json")),
                  "data-models/profit-base.json",
                  Files.readString(corpus.resolve("profit-base.json"))));

      assertThat(scene.execute(new Event.Push("main", Scene.NOTHING, commit)))
          .as(String.join("\n", scene.lines))
          .isEqualTo(new Conclusion.Done());

      assertThat(scene.sandbox.dataModels()).hasSize(2);
      String base = scene.sandbox.dataModels().getFirst();
      String dependent = scene.sandbox.dataModels().getLast();
      assertThat(scene.sandbox.specText(dependent)).contains(base);
      scene.sandbox.requests().clear();
      assertThat(scene.execute(new Event.Dispatch("main"))).isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.sandbox.requests().count()).isZero();
    }
  }
}
