package io.github.sigmadm.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.actions.ActionInputs;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.render.Outputs;
import io.github.sigmadm.render.RunResult;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// `action.yml`, the README and the examples say the same.
final class ActionDefinitionTest {

  private static final ObjectNode ACTION = RepositoryFiles.document(Path.of("action.yml"));
  private static final String README = RepositoryFiles.text(Path.of("README.md"));

  /// How the documents name this action; the number is its major version.
  private static final Pattern USE = Pattern.compile("org/sigma-dm-action@(\\S+)");

  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\|(.*)\\|$", Pattern.MULTILINE);

  @Test
  void theProgramReadsEveryInputAndKnowsItsDefault() {
    assertThat(
            fields("inputs").stream()
                .collect(Collectors.toMap(Field::name, input -> text(input, "default"))))
        .isEqualTo(ActionInputs.DEFAULTS);
  }

  @Test
  void theReadmeHasEveryInputOnceWithItsDefault() {
    List<String> defined =
        fields("inputs").stream()
            .map(input ->
                input.name() + " = " + text(input, "default") + ": " + text(input, "description"))
            .toList();

    assertThat(rows("Inputs"))
        .extracting(row -> row.name() + " = " + row.cells().get(0) + ": " + row.cells().get(1))
        .containsExactlyElementsOf(defined);
  }

  @Test
  void theProgramSetsEveryOutputInThisOrder() {
    assertThat(Outputs.of(new Conclusion.NothingToDo(), Outputs.Places.NONE).keySet())
        .containsExactlyElementsOf(names("outputs"));
  }

  @Test
  void theReadmeHasEveryWordThatAnOutputCanBe() {
    String outputs = RepositoryFiles.section(README, "Outputs");
    assertThat(outputs)
        .contains(Stream.of(RunResult.values()).map(value -> "`" + value.word() + "`").toList())
        .contains(
            Stream.of(FailureReason.values()).map(value -> "`" + value.word() + "`").toList());
  }

  @Test
  void theReadmeHasEveryExitCode() {
    Set<String> codes =
        Stream.concat(
                Stream.of("0"),
                Stream.of(FailureReason.values()).map(value -> "" + value.exitCode()))
            .collect(Collectors.toSet());
    assertThat(
            Pattern.compile("^\\| (\\d) \\|", Pattern.MULTILINE)
                .matcher(README)
                .results()
                .map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void theReadmeHasEveryOutputOnce() {
    List<String> defined =
        fields("outputs").stream()
            .map(output -> output.name() + ": " + text(output, "description"))
            .toList();

    assertThat(rows("Outputs"))
        .extracting(row -> row.name() + ": " + row.cells().getFirst())
        .containsExactlyElementsOf(defined);
  }

  /// The marketplace refuses a longer one.
  @Test
  void theDescriptionIsShorterThan125Characters() {
    assertThat(ACTION.text("description").orElseThrow()).hasSizeLessThan(125);
  }

  @Test
  void theImageIsBuiltFromTheDockerfile() {
    ObjectNode runs = ACTION.object("runs").orElseThrow();

    assertThat(runs.text("using")).contains("docker");
    assertThat(Path.of(runs.text("image").orElseThrow())).isRegularFile();
  }

  @TestFactory
  Stream<DynamicTest> everyWorkflowUsesOnlyInputsAndOutputsThatExist() {
    Stream<DynamicTest> files =
        RepositoryFiles.below("examples", file -> file.toString().contains("/.github/workflows/"))
            .stream()
            .map(file -> workflow(file.toString(), RepositoryFiles.text(file)));
    List<String> fences = RepositoryFiles.fences(README, "yaml");
    Stream<DynamicTest> readme =
        Stream.iterate(0, index -> index < fences.size(), index -> index + 1)
            .filter(index -> fences.get(index).contains("org/sigma-dm-action"))
            .map(index -> workflow("README.md, YAML block " + index, fences.get(index)));
    return Stream.concat(files, readme);
  }

  private static DynamicTest workflow(String name, String text) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          List<ObjectNode> steps = ourSteps(text);
          assertThat(steps).isNotEmpty();
          assertThat(steps)
              .flatExtracting(step -> step.object("with").map(ObjectNode::fields).orElse(List.of()))
              .extracting(Field::name)
              .isSubsetOf(names("inputs"));
          assertThat(
                  Pattern.compile("steps\\.sigma\\.outputs\\.([a-z-]+)")
                      .matcher(text)
                      .results()
                      .map(match -> match.group(1)))
              .isSubsetOf(names("outputs"));
        });
  }

  @Test
  void allDocumentsNameTheMajorVersionOfThePom() {
    String version =
        RepositoryFiles.text(Path.of("pom.xml"))
            .replaceFirst("(?s).*?<artifactId>sigma-dm</artifactId>\\s*<version>", "");
    String major = version.substring(0, version.indexOf('.'));
    List<Path> documents =
        RepositoryFiles.below(
            ".", file -> file.toString().endsWith(".md") || file.toString().endsWith(".yml"));

    assertThat(
            documents.stream()
                .map(RepositoryFiles::text)
                .flatMap(text ->
                    USE.matcher(text).results().map(match -> match.group(1).replaceAll("`.*", ""))))
        .isNotEmpty()
        .containsOnly("v" + major);
  }

  @Test
  void theChangelogHasTheVersionOfThePom() {
    String pom = RepositoryFiles.text(Path.of("pom.xml"));
    String version =
        pom.replaceFirst("(?s).*?<artifactId>sigma-dm</artifactId>\\s*<version>([0-9.]+).*", "$1");

    assertThat(RepositoryFiles.text(Path.of("CHANGELOG.md"))).contains("## [" + version + "]");
  }

  @Test
  void everyFileThatTheImageIsBuiltFromIsThere() throws Exception {
    Predicate<String> allowed = line -> line.startsWith("!");
    assertThat(Files.readAllLines(Path.of(".dockerignore")).stream().filter(allowed))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(Path.of(line.substring(1))).exists());
  }

  /// A row of a table whose first cell is a name in backquotes.
  ///
  /// @param cells the other cells; a cell that is one piece of code without its backquotes
  private record Row(String name, List<String> cells) {}

  private static List<Row> rows(String heading) {
    return ROW.matcher(RepositoryFiles.section(README, heading))
        .results()
        .map(row ->
            new Row(
                row.group(1),
                Stream.of(row.group(2).split("\\|", -1))
                    .map(String::strip)
                    .map(cell -> cell.matches("`[^`]*`") ? cell.replace("`", "") : cell)
                    .toList()))
        .toList();
  }

  private static List<ObjectNode> ourSteps(String yaml) {
    String whole = yaml.startsWith(" ") || yaml.startsWith("-") ? "steps:\n" + yaml : yaml;
    ObjectNode document = RepositoryFiles.document("workflow.yml", whole);
    Stream<ObjectNode> holders =
        Stream.concat(
            Stream.of(document),
            document.object("jobs").map(ObjectNode::fields).orElse(List.of()).stream()
                .map(Field::value)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast));
    return holders
        .flatMap(holder -> holder.objects("steps").stream())
        .filter(step -> USE.matcher(step.text("uses").orElse("")).matches())
        .toList();
  }

  private static List<Field> fields(String name) {
    return ACTION.object(name).orElseThrow().fields();
  }

  private static List<String> names(String name) {
    return fields(name).stream().map(Field::name).toList();
  }

  private static String text(Field field, String name) {
    Node value = ((ObjectNode) field.value()).get(name).orElse(TextNode.of("", field.nameSpan()));
    return ((TextNode) value).value();
  }
}
