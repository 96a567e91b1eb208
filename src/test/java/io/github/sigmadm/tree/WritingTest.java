package io.github.sigmadm.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.testing.SharedMaterial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class WritingTest {

  private static final RepositoryPath JSON = new RepositoryPath("a.json");
  private static final RepositoryPath YAML = new RepositoryPath("a.yml");

  @Test
  void whatIsWrittenReadsAsTheSameValue() {
    qt().withExamples(5_000)
        .forAll(longs().all())
        .checkAssert(seed -> {
          Node tree = Trees.random(seed);
          for (String json : new String[] {TreeWriter.pretty(tree), TreeWriter.compact(tree)}) {
            assertThat(read(JSON, json).sameValue(tree)).as(json).isTrue();
          }
          String yaml = YamlWriter.write(tree);
          assertThat(read(YAML, yaml).sameValue(tree)).as(yaml).isTrue();
        });
  }

  /// What people call a superset of JSON; only `\/` and raw line separators are not understood.
  @Test
  void jsonReadAsYamlIsTheSameValue() {
    qt().withExamples(2_000)
        .forAll(longs().all())
        .checkAssert(seed -> {
          Node tree = Trees.random(seed);
          String json = TreeWriter.pretty(tree);
          boolean representable =
              json.chars().noneMatch(c -> c == 0x85 || c == 0x2028 || c == 0x7f);
          if (representable && json.lines().noneMatch(line -> line.length() > 1_000)) {
            assertThat(read(YAML, json).sameValue(tree)).as(json).isTrue();
          }
        });
  }

  @Test
  void sameValuesHaveTheSameCanonicalText() {
    qt().withExamples(3_000)
        .forAll(longs().all())
        .checkAssert(seed -> {
          Node tree = Trees.random(seed);
          Node respelled = Trees.respelled(tree, seed);
          assertThat(respelled.sameValue(tree)).isTrue();
          assertThat(CanonicalJson.text(respelled)).isEqualTo(CanonicalJson.text(tree));
          assertThat(read(JSON, CanonicalJson.text(tree)).sameValue(tree)).isTrue();
        });
  }

  @Test
  void differentValuesHaveDifferentCanonicalTexts() {
    qt().withExamples(3_000)
        .forAll(longs().all(), longs().all())
        .checkAssert((one, other) -> {
          Node first = Trees.random(one);
          Node second = Trees.random(other);
          assertThat(CanonicalJson.text(first).equals(CanonicalJson.text(second)))
              .isEqualTo(first.sameValue(second));
        });
  }

  @Test
  void canonicalNumbersHaveOneSpelling() {
    for (String[] row :
        new String[][] {
          {"-0", "0"},
          {"1.0", "1"},
          {"1e2", "100"},
          {"1e20", "100000000000000000000"},
          {"1e21", "1e+21"},
          {"0.10", "0.1"},
          {"1e-7", "0.0000001"},
          {"12e-9", "1.2e-8"},
          {"-25e29", "-2.5e+30"},
        }) {
      assertThat(CanonicalJson.text(Trees.number(row[0]))).isEqualTo(row[1]);
    }
  }

  @Test
  void prettyJsonIsThatOfJavaScript() {
    Node tree = read(JSON, "{\"b\":[1.0,{},[],{\"x\":\"\\u00e9\\u001f\"}],\"a\":null}");
    assertThat(TreeWriter.pretty(tree))
        .isEqualTo(
            """
            {
              "b": [
                1.0,
                {},
                [],
                {
                  "x": "é\\u001f"
                }
              ],
              "a": null
            }
            """);
  }

  @Test
  void yamlIsWrittenForPeople() {
    Node tree =
        read(
            JSON,
            """
            {"name": "Orders", "formula": "[Orders/Id]", "if": "If([a] = \\"x\\", 1, 0)",
             "flag": "yes", "size": 1e3, "none": [], "sql": "select 1\\nfrom t\\n",
             "columns": [{"id": "a", "tags": ["x", "12"]}, [1, [2]]]}
            """);
    assertThat(YamlWriter.write(tree))
        .isEqualTo(
            """
            name: Orders
            formula: "[Orders/Id]"
            if: If([a] = "x", 1, 0)
            flag: "yes"
            size: 1000
            none: []
            sql: |
              select 1
              from t
            columns:
              - id: a
                tags:
                  - x
                  - "12"
              - - 1
                - - 2
            """);
  }

  @Test
  void spellingsOfYamlAloneBecomeJson() {
    assertThat(TreeWriter.compact(read(YAML, "[+1, .5, 1., 0x1F, 0o17, 1.50, -.5e3, ~]")))
        .isEqualTo("[1,0.5,1,31,15,1.50,-500,null]");
  }

  @Test
  void theExamplesSurviveEveryFormat() throws IOException {
    assumeTrue(SharedMaterial.folder("sigma/examples").isPresent(), "no shared/sigma/examples");
    for (Path file : SharedMaterial.specs("sigma/examples")) {
      Reading reading =
          TreeReader.read(
              new RepositoryPath(file.getFileName().toString()), Files.readAllBytes(file));
      Node tree = reading.sound().orElseThrow();
      assertThat(read(JSON, TreeWriter.compact(tree)).sameValue(tree)).isTrue();
      assertThat(read(YAML, YamlWriter.write(tree)).sameValue(tree)).isTrue();
    }
  }

  private static Node read(RepositoryPath file, String text) {
    Reading reading = TreeReader.read(file, text.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.diagnostics()).as(text).isEmpty();
    return reading.root().orElseThrow();
  }
}
