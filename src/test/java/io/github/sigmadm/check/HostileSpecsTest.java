package io.github.sigmadm.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.SharedMaterial;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Reading;
import io.github.sigmadm.tree.TreeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whatever bytes a spec is made of, there are findings or none, at once, and never a failure.
final class HostileSpecsTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final RepositoryPath JSON = new RepositoryPath("a.json");
  private static final RepositoryPath YAML = new RepositoryPath("a.yml");
  private static final String WAREHOUSE =
      "{'kind':'warehouse-table','connectionId':'c','path':['T']}";

  /// What is written over a piece of a spec.
  private static final List<String> PIECES =
      List.of(
          "\"",
          "[",
          "]",
          "[[",
          "/",
          "\\\\",
          "\\u0000",
          "\\ud800",
          "(",
          ")",
          "((((",
          ",",
          "{{",
          "}}",
          "${",
          "}",
          "null",
          "true",
          "-1e999",
          "99999999999999999999",
          "{}",
          "[]",
          "[[]]",
          "\"id\"",
          "\"kind\"",
          "\"table\"",
          "\"control\"",
          "\"join\"",
          "\"union\"",
          "\"elementId\"",
          "Lookup(",
          "Sum(Sum(",
          "&",
          "*",
          "\0",
          "\r\n",
          "\ufeff",
          "YOUR_X",
          "é😀");

  @TestFactory
  Stream<DynamicTest> damagedSpecsAreCheckedOrRefused() {
    return Stream.of("sigma/examples", "corpus")
        .flatMap(folder -> SharedMaterial.specs(folder).stream())
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> damage(file)));
  }

  private static void damage(Path file) throws IOException {
    byte[] sound = Files.readAllBytes(file);
    RepositoryPath path = file.toString().endsWith("json") ? JSON : YAML;
    Random random = new Random(sound.length);
    int checked = 0;
    for (int i = 0; i < 60; i++) {
      byte[] bytes = damaged(sound, random);
      Reading reading = Assertions.assertTimeout(SOON, () -> TreeReader.read(path, bytes));
      assertThat(reading.root().isPresent() || reading.hasErrors()).isTrue();
      if (reading.root().orElse(null) instanceof ObjectNode document) {
        check(document);
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound;
    for (int k = random.nextInt(3); k >= 0; k--) {
      int at = random.nextInt(bytes.length + 1);
      int end = Math.min(bytes.length, at + random.nextInt(12));
      ByteArrayOutputStream next = new ByteArrayOutputStream(bytes.length + 8);
      next.write(bytes, 0, at);
      if (random.nextInt(5) == 0) {
        next.write(random.nextInt(256));
      } else {
        next.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
      }
      next.write(bytes, end, bytes.length - end);
      bytes = next.toByteArray();
    }
    return bytes;
  }

  @Test
  void marksAndLineEndsChangeNoFinding() {
    Assumptions.assumeFalse(SharedMaterial.specs("sigma/examples").isEmpty(), "no examples");
    for (Path file : SharedMaterial.specs("sigma/examples")) {
      RepositoryPath path = file.toString().endsWith("json") ? JSON : YAML;
      String text = read(file).replace("Sum(", "Summ(").replace("\"id\"", "\"idd\"");
      assertThat(codes(path, "\ufeff" + text)).isEqualTo(codes(path, text));
      assertThat(codes(path, text.replace("\n", "\r\n"))).isEqualTo(codes(path, text));
    }
  }

  @Test
  void aHundredThousandColumns() {
    assertThat(
            codes(
                model(
                    table(
                        "t",
                        WAREHOUSE,
                        columns(100_000, i -> i == 0 ? "1" : "[N " + (i - 1) + "] + [T/N]")))))
        .isEmpty();
  }

  @Test
  void manyThousandColumnsInACircle() {
    assertThat(
            codes(
                model(table("t", WAREHOUSE, columns(30_000, i -> "[N " + (i + 1) % 30_000 + "]")))))
        .containsExactly("circular-formula");
  }

  @Test
  void manyThousandColumnsOfOneName() {
    assertThat(
            codes(
                model(
                    table(
                        "t",
                        WAREHOUSE,
                        columns(30_000, i -> "[A] + 1").replaceAll("N \\d+", "A")))))
        .contains("duplicate-name");
  }

  @Test
  void manyThousandReferencesToNothing() {
    assertThat(
            codes(
                model(
                    table(
                        "t",
                        WAREHOUSE,
                        columns(30_000, i -> "[Nothing " + i + "] + [N/" + i + "]")))))
        .contains("unknown-name", "unknown-prefix");
  }

  @Test
  void tablesOnTablesOnTables() {
    assertThat(
            codes(
                model(
                    list(
                        20_000,
                        i ->
                            "{'id':'t%d','kind':'table','source':%s,'columns':[]}"
                                .formatted(
                                    i,
                                    i == 0
                                        ? WAREHOUSE
                                        : "{'kind':'table','elementId':'t" + (i - 1) + "'}")))))
        .contains("duplicate-element-name");
  }

  @Test
  void tablesInACircle() {
    assertThat(
            codes(
                model(
                    list(
                        20_000,
                        i ->
                            "{'id':'t%d','kind':'table','source':{'kind':'table','elementId':'t%d'},'columns':[]}"
                                .formatted(i, (i + 1) % 20_000)))))
        .contains("source-cycle");
  }

  @Test
  void thousandsOfTablesOfOneNameAreLookedUp() {
    assertThat(
            codes(
                model(
                    list(
                        3_000,
                        i ->
                            "{'id':'t%d','kind':'table','name':'A','source':%s,'columns':[{'id':'a','name':'X','formula':'Lookup([A/B], 1, 1)'}]}"
                                .formatted(i, WAREHOUSE)))))
        .contains("duplicate-element-name");
  }

  @Test
  void sourcesInsideOfSources() {
    String source = WAREHOUSE;
    for (int i = 0; i < 20; i++) {
      source =
          "{'kind':'join','joins':[{'left':%s,'right':%s,'columns':[{'left':'[A]','right':'[A]'}]}]}"
              .formatted(source, WAREHOUSE);
    }
    assertThat(codes(model(table("t", source, "")))).contains("not-composable");
  }

  @Test
  void joinsWithThousandsOfLegs() {
    String legs =
        list(
            5_000,
            i ->
                "{'left':%s,'right':{'kind':'warehouse-table','connectionId':'c','path':['R%d']},'columns':[{'left':'[A]','right':'[A]'}],'name':'R%d'}"
                    .formatted(WAREHOUSE, i, i));
    assertThat(
            codes(
                model(
                    table(
                        "t",
                        "{'kind':'join','joins':[" + legs + "]}",
                        columns(5_000, i -> "[R" + i + "/A]")))))
        .isEmpty();
  }

  @Test
  void foldersInsideOfFolders() {
    String folders =
        list(50_000, i -> "{'id':'f%d','name':'F','items':['f%d']}".formatted(i, (i + 1) % 50_000));
    assertThat(
            codes(
                model(
                    table("t", WAREHOUSE, columns(1, i -> "1"))
                        .replace("'columns'", "'folders':[" + folders + "],'columns'"))))
        .contains("folder-cycle");
  }

  @TestFactory
  Stream<DynamicTest> formulasWithoutEnd() {
    return Stream.of(
            "(".repeat(100_000),
            "[".repeat(100_000),
            "]".repeat(100_000),
            "Sum(".repeat(20_000),
            "-".repeat(100_000) + "1",
            "not ".repeat(50_000) + "1",
            "1" + "+1".repeat(100_000),
            "[N 0]" + " & [N 0]".repeat(50_000),
            "[a" + "/a".repeat(50_000) + "]",
            "[a]" + ".b".repeat(50_000),
            "[a]" + "[0]".repeat(50_000),
            "'" + "x".repeat(200_000),
            "If(" + "1,".repeat(50_000) + "1)",
            "\\u0000\\u0001\\ud83d\\ude00",
            "YOUR_".repeat(20_000),
            "[YOUR_".repeat(20_000),
            "{{".repeat(50_000))
        .map(formula ->
            DynamicTest.dynamicTest(
                formula.substring(0, Math.min(12, formula.length())),
                () -> {
                  codes(
                      model(
                          table(
                              "t",
                              WAREHOUSE,
                              "{'id':'a','name':'A','formula':'%s'}"
                                  .formatted(formula.replace("'", "\\\""))),
                          table(
                              "u",
                              "{'kind':'sql','connectionId':'c','statement':'%s'}"
                                  .formatted(formula.replace("'", " ")),
                              "")));
                }));
  }

  private static String model(String... elements) {
    return "{'name':'A','schemaVersion':1,'pages':[{'id':'p','name':'P','elements':["
        + String.join(",", elements)
        + "]}]}";
  }

  private static String table(String id, String source, String columns) {
    return "{'id':'%s','kind':'table','name':'%s','source':%s,'columns':[%s]}"
        .formatted(id, "Table " + id, source, columns);
  }

  private static String columns(int count, IntFunction<String> formula) {
    return list(
        count, i -> "{'id':'c%d','name':'N %d','formula':'%s'}".formatted(i, i, formula.apply(i)));
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
  }

  /// The codes of what is found in a spec that can be read, with `'` for `"`; each once.
  private static List<String> codes(String text) {
    return codes(JSON, text.replace('\'', '"')).stream().distinct().sorted().toList();
  }

  private static List<String> codes(RepositoryPath path, String text) {
    Reading reading =
        Assertions.assertTimeout(
            SOON, () -> TreeReader.read(path, text.getBytes(StandardCharsets.UTF_8)));
    if (!(reading.root().orElse(null) instanceof ObjectNode document)) {
      return reading.diagnostics().stream().map(Diagnostic::code).toList();
    }
    return check(document).stream().map(Diagnostic::code).toList();
  }

  private static List<Diagnostic> check(ObjectNode document) {
    ParsedSpec spec = new ParsedSpec(JSON, DataModel.of(document));
    return Assertions.assertTimeout(SOON, () -> Checks.run(CheckInput.existing(spec)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
