package io.github.sigmadm.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.testing.SharedMaterial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// No bytes make reading throw, hang or fill the memory.
final class HostileInputTest {

  private static final RepositoryPath JSON = new RepositoryPath("a.json");
  private static final RepositoryPath YAML = new RepositoryPath("a.yml");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Limits SMALL = new Limits(1_000_000, 50, 10_000, 100_000, 100, 100);

  /// Pieces that are likely to reach a corner of a parser.
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "\\",
          "\\u",
          "\\ud800",
          "\\U0011ffff",
          "\\UFFFFFFFF",
          "\\x",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          ": ",
          "- ",
          "? ",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "  ",
          "&a ",
          "*a",
          "!!binary ",
          "!",
          "!<",
          "!!",
          "|",
          "|9",
          "|+",
          ">-",
          ">0",
          "---\n",
          "\n...\n",
          "%YAML 1.1\n",
          "%TAG ! x\n",
          "#",
          "<<: ",
          "<<: *a",
          "1e999999999",
          "-",
          "0x",
          "0o9",
          ".inf",
          "~",
          "\0",
          "\u0085",
          "\u2028",
          "\ufeff",
          "😀",
          "NaN",
          "//",
          "@",
          "`",
          "=");

  @TestFactory
  Stream<DynamicTest> aDamagedFileIsReadOrRefused() {
    List<byte[]> seeds = new ArrayList<>(YAML_SEEDS.stream().map(HostileInputTest::utf8).toList());
    return Stream.concat(
        seeds.stream().map(seed -> damaged("seed " + seeds.indexOf(seed), seed, 2_000)),
        Stream.of(
            DynamicTest.dynamicTest("examples", () -> damagedFiles("sigma/examples")),
            DynamicTest.dynamicTest("corpus", () -> damagedFiles("corpus"))));
  }

  private static final List<String> YAML_SEEDS =
      List.of(
          "a: &x |+2\n    one\n\n   two\n  \nb: *x\n? [c]\n: {d: 'e''f', \"g\": \"h\\u0041\\\n  i\"}\n",
          "base: &base {a: 1, b: [x, y: z]}\nuse:\n  <<: [*base, {c: ~}]\n  - !!str 12\n",
          "%YAML 1.2\n---\n- >-\n  folded\n  text\n\n   more\n- plain\n  text # note\n- 0x1F\n...\n",
          "{\"a\": [1.5e3, true, null, \"\\ud83d\\ude00\"], \"b\": {\"c\": \"\\n\"}}");

  private static DynamicTest damaged(String name, byte[] seed, int times) {
    return DynamicTest.dynamicTest(name, () -> damage(name, seed, times));
  }

  private static void damagedFiles(String folder) throws IOException {
    assumeTrue(SharedMaterial.folder(folder).isPresent(), "no shared/" + folder);
    for (Path file : SharedMaterial.specs(folder)) {
      damage(file.getFileName().toString(), Files.readAllBytes(file), 60);
    }
  }

  private static void damage(String name, byte[] seed, int times) {
    Random random = new Random(name.hashCode());
    for (int i = 0; i < times; i++) {
      byte[] bytes = mutate(seed, random);
      for (RepositoryPath file : List.of(JSON, YAML)) {
        assertThatCode(() -> assertTimeout(SOON, () -> readAndWalk(file, bytes)))
            .as(() -> file + ": " + new String(bytes, StandardCharsets.UTF_8))
            .doesNotThrowAnyException();
      }
    }
  }

  private static void readAndWalk(RepositoryPath file, byte[] bytes) {
    Reading reading = TreeReader.read(file, bytes, SMALL);
    assertThat(reading.root().isPresent() || reading.hasErrors()).isTrue();
    assertThat(reading.diagnostics()).isSortedAccordingTo(Diagnostic.READING_ORDER);
    reading
        .sound()
        .ifPresent(root -> {
          Reading again = TreeReader.readJson(JSON, utf8(TreeWriter.pretty(root)));
          assertThat(again.sound().orElseThrow().sameValue(root)).isTrue();
        });
  }

  private static byte[] mutate(byte[] seed, Random random) {
    byte[] bytes = seed;
    for (int k = random.nextInt(3); k >= 0; k--) {
      int at = random.nextInt(bytes.length + 1);
      int end = Math.min(bytes.length, at + random.nextInt(4));
      byte[] piece =
          switch (random.nextInt(4)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> new byte[0];
            default -> utf8(PIECES.get(random.nextInt(PIECES.size())));
          };
      byte[] next = new byte[at + piece.length + bytes.length - end];
      System.arraycopy(bytes, 0, next, 0, at);
      System.arraycopy(piece, 0, next, at, piece.length);
      System.arraycopy(bytes, end, next, at + piece.length, bytes.length - end);
      bytes = next;
    }
    return random.nextInt(10) == 0 ? java.util.Arrays.copyOf(bytes, bytes.length / 2) : bytes;
  }

  @Test
  void randomBytesAreReadOrRefused() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      readAndWalk(JSON, bytes);
      readAndWalk(YAML, bytes);
    }
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(2_000_000);
    assertThat(soon(JSON, deep)).containsExactly("nested-too-deep");
    assertThat(soon(YAML, deep)).containsExactly("nested-too-deep");
    assertThat(soon(JSON, "{\"a\":".repeat(1_000_000))).containsExactly("nested-too-deep");
    assertThat(soon(YAML, "- ".repeat(1_000_000) + "a")).containsExactly("nested-too-deep");
    assertThat(soon(YAML, "{a: ".repeat(1_000_000))).containsExactly("nested-too-deep");
    assertThat(soon(YAML, "? ".repeat(1_000_000) + "a")).contains("nested-too-deep");
  }

  @Test
  void aNestOfAliasesIsRefused() {
    String laughs =
        IntStream.range(1, 20)
            .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n")
            .collect(Collectors.joining("", "a0: &a0 [lol, lol]\n", ""));
    assertThat(soon(YAML, laughs)).containsExactly("too-many-aliases");
  }

  @Test
  void aLongTextRepeatedByAliasesIsRefused() {
    String text = "a: &a " + "x".repeat(500_000) + "\nb:\n" + "- *a\n".repeat(100);
    assertThat(soon(YAML, text)).containsExactly("too-many-aliases");
  }

  @Test
  void aTowerOfAliasesIsRefused() {
    String tower =
        IntStream.range(1, 2_000)
            .mapToObj(i -> "- &a" + i + " [*a" + (i - 1) + "]\n")
            .collect(Collectors.joining("", "- &a0 [x]\n", ""));
    assertThat(soon(YAML, tower)).containsExactly("nested-too-deep");
  }

  @Test
  void mergesOfMergesStayWithinTheLimits() {
    String merges =
        IntStream.range(1, 2_000)
            .mapToObj(i -> "- &a" + i + " {<<: *a" + (i - 1) + ", k" + i + ": 1}\n")
            .collect(Collectors.joining("", "- &a0 {k0: 1}\n", ""));
    assertThat(soon(YAML, merges)).containsExactly("too-many-aliases");
  }

  @Test
  void numbersThatCannotBeWrittenOutAreRefused() {
    for (String number :
        List.of(
            "1e999999999",
            "-1e-999999999",
            "1E+99999999999999999999",
            "0e999999999",
            "1e401",
            "9".repeat(300),
            "0." + "0".repeat(500) + "1",
            "1" + "0".repeat(100_000))) {
      assertThat(soon(JSON, "[" + number + "]")).as(number).containsExactly("number-out-of-range");
      assertThat(soon(YAML, "- " + number)).as(number).containsExactly("number-out-of-range");
    }
    assertThat(soon(YAML, "- 0x" + "f".repeat(1_000_000))).containsExactly("number-out-of-range");
  }

  @Test
  void whatIsNeverClosedIsRefused() {
    String open = "\"" + "x ".repeat(1_000_000);
    assertThat(soon(JSON, open)).containsExactly("invalid-json");
    assertThat(soon(YAML, open)).containsExactly("invalid-yaml");
    assertThat(soon(YAML, "'" + "\n".repeat(1_000_000))).containsExactly("invalid-yaml");
    assertThat(soon(JSON, "[1, 2,\n")).containsExactly("invalid-json");
  }

  @Test
  void longWordsAndManyLinesTakeNoLongerThanTheirLength() {
    String word = "x".repeat(4_000_000);
    for (String text :
        List.of(
            "a: " + word,
            "a: '" + word + "'",
            "a: |\n  " + word,
            "a: >\n  " + "x\n  ".repeat(1_000_000),
            "a: x\n" + "  x\n".repeat(1_000_000),
            "a: |\n" + "  \n".repeat(1_000_000),
            "# " + word + "\na: b",
            "a: b" + "\n".repeat(4_000_000))) {
      assertThat(soon(YAML, text)).as(text.substring(0, 12)).isEmpty();
    }
  }

  @Test
  void thousandsOfEqualKeysAreReportedOnlySoOften() {
    String object = "{" + "\"a\":1,".repeat(100_000) + "\"a\":1}";
    assertThat(soon(JSON, object)).hasSize(1_000).containsOnly("duplicate-key");
  }

  /// Keys whose hash codes collide.
  @Test
  void collidingKeysTakeNoLonger() {
    String fields =
        IntStream.range(0, 1 << 15)
            .mapToObj(i -> {
              StringBuilder key = new StringBuilder();
              for (int bit = 0; bit < 15; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
              }
              return "\"" + key + "\":1";
            })
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(soon(JSON, fields)).isEmpty();
    assertThat(soon(YAML, fields)).isEmpty();
  }

  private static List<String> soon(RepositoryPath file, String text) {
    return assertTimeout(
        SOON,
        () ->
            TreeReader.read(file, utf8(text)).diagnostics().stream()
                .map(Diagnostic::code)
                .toList());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
