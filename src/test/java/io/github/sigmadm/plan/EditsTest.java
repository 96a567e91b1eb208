package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.Edit;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Edits of one model and the changes they come to, as tables.
///
/// Each file of `plan/edits` has cases: a line `# what is done`, the edits, and the changes, each
/// behind a `>`. Run with `-Dgolden.write=true` to write down what comes out, and review the
/// difference.
final class EditsTest {

  private static final Path FOLDER = Path.of("src/test/resources/plan");
  private static final ObjectNode MODEL = model();

  record Case(Path file, String title, List<String> edits, List<String> changes) {
    @Override
    public String toString() {
      return file.getFileName() + ": " + title;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var files = Files.list(FOLDER.resolve("edits"))) {
      return files.sorted().flatMap(EditsTest::read).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anEditComesToExactlyTheseChanges(Case expected) {
    ObjectNode edited = MODEL;
    for (String edit : expected.edits()) {
      edited = Edit.of(edit).applyTo(edited);
    }
    assertThat(lines(compare(MODEL, edited))).containsExactlyElementsOf(expected.changes());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void backwardsWhatIsAddedIsRemoved(Case expected) {
    ObjectNode edited = MODEL;
    for (String edit : expected.edits()) {
      edited = Edit.of(edit).applyTo(edited);
    }
    assertThat(Mirror.mirrored(compare(edited, MODEL)))
        .isEqualTo(Mirror.straight(compare(MODEL, edited)));
  }

  @Test
  void theExpectedChangesAreRewrittenOnRequest() throws IOException {
    if (!Boolean.getBoolean("golden.write")) {
      return;
    }
    try (var files = Files.list(FOLDER.resolve("edits"))) {
      for (Path file : files.sorted().toList()) {
        List<String> text = new ArrayList<>();
        for (Case each : read(file).toList()) {
          ObjectNode edited = MODEL;
          for (String edit : each.edits()) {
            edited = Edit.of(edit).applyTo(edited);
          }
          text.add((text.isEmpty() ? "" : "\n") + "# " + each.title());
          text.addAll(each.edits());
          lines(compare(MODEL, edited)).forEach(line -> text.add("> " + line));
        }
        Files.writeString(file, String.join("\n", text) + "\n");
      }
    }
  }

  private static List<Change> compare(ObjectNode before, ObjectNode after) {
    return Comparison.compare(Side.of(DataModel.of(before)), Side.of(DataModel.of(after)));
  }

  private static List<String> lines(List<Change> changes) {
    return changes.stream()
        .map(change ->
            (change.kind()
                    + " "
                    + change.severity().word()
                    + " | "
                    + change.page().orElse("")
                    + " / "
                    + change.element().orElse("")
                    + " / "
                    + change.subject()
                    + change.property().map(property -> " : " + property).orElse("")
                    + " | "
                    + change.before().orElse("-")
                    + " -> "
                    + change.after().orElse("-"))
                .replace("\n", "\\n"))
        .toList();
  }

  private static Stream<Case> read(Path file) {
    try {
      List<Case> cases = new ArrayList<>();
      for (String block : Files.readString(file).split("\n\n", -1)) {
        List<String> lines = block.lines().toList();
        cases.add(
            new Case(
                file,
                lines.getFirst().substring(2),
                lines.stream().skip(1).filter(line -> !line.startsWith(">")).toList(),
                lines.stream()
                    .filter(line -> line.startsWith("> "))
                    .map(line -> line.substring(2))
                    .toList()));
      }
      return cases.stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ObjectNode model() {
    try {
      return (ObjectNode)
          TreeReader.readYaml(
                  new RepositoryPath("model.yml"), Files.readAllBytes(FOLDER.resolve("model.yml")))
              .sound()
              .orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
