package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.SharedMaterial;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The specs that lie beside the project, deployed for real to the stand-in.
final class RealSpecsDeployTest {

  private static final Pattern UNNAMED_FORMULA = Pattern.compile("\"formula\": \"(\\[[^\"]+])\"");

  /// The id by which one example refers to another.
  private static final String STAR_SCHEMA = "9d2f6b18-4c3a-4e57-8b90-6a1e5d7c2f34";

  /// Where the control is that the same example drives.
  private static final String CONTROLS = "${model:data-models/07-controls-filters-rls.json}";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}, ids {1}")
  @CsvSource({"sigma/examples, REMAP", "sigma/examples, KEEP", "corpus, REMAP", "corpus, KEEP"})
  void deployASecondTimeWithoutWritingAndPlanExactlyOneChange(String material, IdMode ids)
      throws IOException {
    List<Path> specs = SharedMaterial.specs(material);
    assumeFalse(specs.isEmpty(), () -> "../shared/" + material + " is not on this machine");
    try (Scene scene = new Scene(folder, ids)) {
      Map<String, String> files = new LinkedHashMap<>();
      files.put("sigma-dm.yml", Scene.CONFIGURATION);
      for (Path spec : specs) {
        // the first holds placeholders, and the last is another one's twin in YAML
        if (!spec.getFileName().toString().matches("(01|10)-.*")) {
          files.put(
              "data-models/" + spec.getFileName(),
              Files.readString(spec)
                  .replace(
                      STAR_SCHEMA + "\",\n              \"controlId",
                      CONTROLS + "\",\n              \"controlId")
                  .replace(STAR_SCHEMA, "${model:data-models/02-star-schema.json}"));
        }
      }
      Commit first = scene.repository.commit("specs", files);

      Conclusion created = scene.execute(new Event.Push("main", Scene.NOTHING, first));

      assertThat(created).as(() -> String.join("\n", scene.lines)).isEqualTo(new Conclusion.Done());
      int models = files.size() - 1;
      assertThat(scene.outputs).containsEntry("creates", Integer.toString(models));
      assertThat(scene.sandbox.dataModels()).hasSize(models);

      scene.sandbox.requests().clear();
      Conclusion repeated = scene.execute(new Event.Dispatch("main"));

      assertThat(repeated).as(scene::planFile).isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.sandbox.requests().writes()).isZero();

      oneChangeEach(scene, files, first);
    }
  }

  /// Every spec gets a description on its first column; the plan is that and nothing else.
  private static void oneChangeEach(Scene scene, Map<String, String> files, Commit first) {
    Map<String, String> changed = new LinkedHashMap<>();
    files.forEach((path, text) -> {
      if (path.startsWith("data-models/")) {
        String edited =
            UNNAMED_FORMULA
                .matcher(text)
                .replaceFirst("\"formula\": \"$1\", \"description\": \"Changed by a test.\"");
        if (!edited.equals(text)) {
          changed.put(path, edited);
        }
      }
    });
    Commit second = scene.repository.commit("a description each", changed);

    Conclusion shown =
        scene.execute(new Event.PullRequest(1, "opened", "main", first, second, false));

    assertThat(shown).as(() -> String.join("\n", scene.lines)).isEqualTo(new Conclusion.Done());
    ObjectNode plan = parse(scene.planFile());
    List<String> planned =
        plan.objects("models").stream().map(model -> model.text("path").orElse("")).toList();
    assertThat(planned).containsAll(changed.keySet());
    for (ObjectNode model : plan.objects("models")) {
      if (!changed.containsKey(model.text("path").orElse(""))) {
        // a model that refers to a changed one is planned along
        assertThat(model.text("action")).contains("unchanged");
        continue;
      }
      assertThat(model.objects("changes"))
          .as(() -> model.text("path").orElse(""))
          .singleElement()
          .satisfies(change -> {
            assertThat(change.text("kind")).contains("column.changed");
            assertThat(change.text("property")).contains("description");
            assertThat(change.text("after")).contains("Changed by a test.");
          });
    }

    scene.sandbox.requests().clear();
    Map<String, List<String>> before = columnIds(scene);
    Conclusion deployed = scene.execute(new Event.Push("main", first, second));

    assertThat(deployed).as(() -> String.join("\n", scene.lines)).isEqualTo(new Conclusion.Done());
    assertThat(columnIds(scene)).isEqualTo(before);
  }

  private static Map<String, List<String>> columnIds(Scene scene) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (String id : scene.sandbox.dataModels()) {
      ids.put(
          id,
          DataModel.of(parse(scene.sandbox.specText(id)))
              .tables()
              .flatMap(table ->
                  table.columns().stream()
                      .map(column -> table.id().value() + "/" + column.id().value()))
              .toList());
    }
    return ids;
  }

  private static ObjectNode parse(String json) {
    return (ObjectNode)
        TreeReader.readJson(
                new io.github.sigmadm.core.RepositoryPath("plan.json"),
                json.getBytes(StandardCharsets.UTF_8))
            .sound()
            .orElseThrow();
  }
}
