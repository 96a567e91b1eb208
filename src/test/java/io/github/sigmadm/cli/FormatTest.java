package io.github.sigmadm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.git.NewRepository;
import io.github.sigmadm.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the command line writes, and where.
final class FormatTest {

  private static final String CONFIGURATION =
      """
      version: 1
      specs: ["models/*.{json,yml}"]
      environments:
        prod: { branches: [main], api: aws-us-west, folder: %s }
      """
          .formatted(Sandbox.PRODUCTION_FOLDER);

  private static final String KNOWN =
      """
      name: Bikes
      schemaVersion: 1
      colour: red
      pages:
        - id: p
          name: P
          elements:
            - id: e
              kind: table
              source: { kind: warehouse-table, connectionId: c, path: [A, B, BIKES] }
              name: Bikes
              columns:
                - { id: a, formula: '[BIKES/Id]' }
      """;

  private static final String BROKEN =
      KNOWN
          + """
                    - id: b
                      name: Twice 😀
                      formula: >-
                        [Idd] * 2
                    - { id: a, formula: '[BIKES/Name]' }
          """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void makeTheRepository() {
    try (NewRepository repository =
        NewRepository.in(folder, Instant.parse("2026-01-05T09:00:00Z"))) {
      repository.commit(
          "base",
          Map.of(
              "sigma-dm.yml",
              CONFIGURATION,
              "models/a.yml",
              KNOWN,
              "models/b.yml",
              KNOWN
                  .replace("colour: red\n", "")
                  .replace("name: Bikes\nschema", "name: Cars\nschema")));
      repository.branch("change");
      repository.commit("change", Map.of("models/a.yml", BROKEN));
    }
  }

  @Test
  void textShowsEachFindingOnceWithItsLineAndEndsWithTheirNumber() {
    assertThat(run("validate", "--base", "main")).isEqualTo(1);
    assertThat(err()).isEmpty();
    assertThat(out())
        .contains(
            """
            models/a.yml:17:15: error: The column "Twice 😀" refers to [Idd], and "Bikes" has no\
             column or metric of that name, nor is there such a control. [unknown-name]
              17 | [Idd] * 2
                 | ^~~~~
              hint: Did you mean "Id"?\
            """)
        .endsWith("\n\n1 of 1 spec is invalid\n2 errors in 1 file; 1 known from before\n");
    for (String code : List.of("unknown-field", "unknown-name", "duplicate-id")) {
      assertThat(out()).containsOnlyOnce("[" + code + "]");
    }
    assertThat(out()).containsOnlyOnce("(it was there before this change)");
  }

  @Test
  void allValidIsSaidOfSpecsNotOfModels() {
    assertThat(run("validate", "--models", "models/b.yml")).isZero();
    assertThat(out()).endsWith("1 spec is valid\n").doesNotContain("unchanged", "error");
  }

  @Test
  void jsonIsThePlanAndNothingElse() {
    assertThat(run("validate", "--base", "main", "--format", "json")).isEqualTo(1);
    JsonNode plan = JsonMapper.shared().readTree(out());
    assertThat(plan.at("/summary/invalid").asInt()).isEqualTo(1);
    assertThat(plan.at("/models/0/diagnostics").size()).isEqualTo(3);
    assertThat(err()).contains("2 errors in 1 file; 1 known from before");
  }

  @Test
  void sarifIsTheFindingsAndNothingElse() {
    assertThat(run("plan", "--environment", "prod", "--base", "main", "--format", "sarif"))
        .isEqualTo(1);
    JsonNode results = JsonMapper.shared().readTree(out()).at("/runs/0/results");
    assertThat(results.valueStream().map(result -> result.path("ruleId").asString()))
        .containsExactly("duplicate-id", "unknown-name", "unknown-field");
    assertThat(results.valueStream().map(result -> result.path("baselineState").asString()))
        .containsExactly("new", "new", "unchanged");
    JsonNode region = results.path(1).at("/locations/0/physicalLocation/region");
    assertThat(region.toString())
        .isEqualTo("{\"startLine\":17,\"startColumn\":15,\"endLine\":17,\"endColumn\":20}");
  }

  @Test
  void githubIsCommandsForTheRunnerAndNothingElse() {
    assertThat(run("validate", "--base", "main", "--format", "github")).isEqualTo(1);
    assertThat(out().lines())
        .hasSize(3)
        .allMatch(line -> line.matches("::(error|warning|notice) file=models/a.yml,line=.*"));
    assertThat(err()).contains("models/a.yml:17:15: error: ");
  }

  @Test
  void theConfigurationsFindingsAreInEveryFormat() {
    try (NewRepository repository =
        NewRepository.in(folder.resolve("other"), Instant.parse("2026-01-05T09:00:00Z"))) {
      repository.commit("base", Map.of("sigma-dm.yml", "version: 1\nspec: []\n"));
    }
    assertThat(run("validate", "-C", "other", "--format", "sarif")).isEqualTo(2);
    assertThat(JsonMapper.shared().readTree(out()).at("/runs/0/results").size()).isPositive();
    assertThat(run("validate", "-C", "other", "--format", "github")).isEqualTo(2);
    assertThat(out()).contains("::error file=sigma-dm.yml,line=2,").contains("::error::");
    assertThat(run("validate", "-C", "other")).isEqualTo(2);
    assertThat(out()).contains("2 | spec: []\n    | ^~~~\n");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void troubleLeavesNoHalfDocument(Format format) {
    assertThat(run("validate", "--base", "nowhere", "--format", format.toString())).isEqualTo(2);
    String said = format == Format.GITHUB ? out() : err();
    assertThat(said).contains("There is no branch or commit 'nowhere' here");
    if (format != Format.GITHUB) {
      assertThat(out()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dry-run", "--max-parallel", "--base-url", "--allowed-hosts"})
  void helpOffersOnlyWhatMeansSomething(String option) {
    run("validate", "--help");
    assertThat(out()).doesNotContain(option).contains("--format");
    run("deploy", "--help");
    assertThat(out()).contains(option).doesNotContain("--format");
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertThat(Console.wantsColours(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
    for (Map<String, String> variables : List.of(Map.of("NO_COLOR", "1"), Map.of("TERM", "dumb"))) {
      assertThat(Console.wantsColours(variables)).isFalse();
    }
    run("validate", "--base", "main");
    assertThat(out()).doesNotContain("\u001B");
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Console console =
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    return new Main(Map.of(), console, folder).run(arguments);
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }
}
