package io.github.sigmadm.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.testing.SharedMaterial;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadingTest {

  private static final RepositoryPath JSON = new RepositoryPath("a.json");
  private static final RepositoryPath YAML = new RepositoryPath("a.yaml");

  @Test
  void everyJsonValueAndKeyKnowsItsPlace() {
    assertThat(
            places(
                JSON,
                " {\n  \"a\" : [ 1.50, true ],\r\n\t\"b\\n\":null , \"c\":{ }, \"d\": \"\" }\n"))
        .containsExactly(
            "1:2-3:33 object",
            "2:3-2:6 key a",
            "2:9-2:23 array",
            "2:11-2:15 number 1.50",
            "2:17-2:21 true",
            "3:2-3:7 key b\n",
            "3:8-3:12 null",
            "3:15-3:18 key c",
            "3:19-3:22 object",
            "3:24-3:27 key d",
            "3:29-3:31 text ");
  }

  @Test
  void everyYamlValueAndKeyKnowsItsPlace() {
    assertThat(
            places(
                YAML,
                """
                # a note
                a: &x
                  - 1
                  - 'two'   # more
                b: !!map
                  c:
                  d: [e, {f: g}, h: i]
                j: |
                  k
                   l

                m: *x
                n:
                - o
                - p: q
                  r: !!str 12
                """))
        .containsExactly(
            "2:1-16:14 object",
            "2:1-2:2 key a",
            "3:3-4:10 array",
            "3:5-3:6 number 1",
            "4:5-4:10 text two",
            "5:1-5:2 key b",
            "6:3-7:23 object",
            "6:3-6:4 key c",
            "6:5-6:5 null",
            "7:3-7:4 key d",
            "7:6-7:23 array",
            "7:7-7:8 text e",
            "7:10-7:16 object",
            "7:11-7:12 key f",
            "7:14-7:15 text g",
            "7:18-7:22 object",
            "7:18-7:19 key h",
            "7:21-7:22 text i",
            "8:1-8:2 key j",
            "8:4-10:5 text k\n l\n",
            "12:1-12:2 key m",
            "3:3-4:10 array",
            "3:5-3:6 number 1",
            "4:5-4:10 text two",
            "13:1-13:2 key n",
            "14:1-16:14 array",
            "14:3-14:4 text o",
            "15:3-16:14 object",
            "15:3-15:4 key p",
            "15:6-15:7 text q",
            "16:3-16:4 key r",
            "16:12-16:14 text 12");
  }

  @Test
  void columnsCountUtf16UnitsAndNoByteOrderMark() {
    assertThat(places(JSON, "\ufeff[\"😀\", 1]")).contains("1:8-1:9 number 1");
    assertThat(places(YAML, "\ufeff[\"😀\", 1]")).contains("1:8-1:9 number 1");
    assertThat(places(YAML, "😀: 1")).contains("1:1-1:3 key 😀", "1:5-1:6 number 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "No",
        "on",
        "OFF",
        "y",
        "12:30:00",
        "1:30",
        "2024-01-31",
        "2024-01-31T10:00:00Z",
        "010",
        "-01",
        "0o8",
        "0b1",
        "1_000",
        "0x",
        "+",
        ".",
        "+.e1",
        "e3",
        "1e",
        "1.2.3",
        "nULL",
        "tRue",
        "=",
        "abc",
        "6036a5a7-1234",
        "inf",
        "nan"
      })
  void whatJsonWouldQuoteIsText(String written) {
    assertThat(single(written)).isEqualTo("text " + written);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "0, number 0",
        "-0, number 0",
        "12, number 12",
        "+12, number 12",
        "1.50, number 1.50",
        ".5, number 0.5",
        "5., number 5",
        "1e3, number 1E+3",
        "1.5E-3, number 0.0015",
        "0x1F, number 31",
        "0o17, number 15",
        "true, true",
        "False, false",
        "TRUE, true",
        "~, null",
        "Null, null",
        "NULL, null",
        "!!str 12, text 12",
        "! 12, text 12",
        "!!int '12', number 12",
        "!!float 1, number 1",
        "!!bool 'true', true",
        "!!null '', null",
        "'12', text 12",
        "'true', text true",
      })
  void theCoreSchemaGivesTypes(String written, String meaning) {
    assertThat(single(written)).isEqualTo(meaning);
  }

  @Test
  void anExplicitEmptyTextIsText() {
    assertThat(single("!!str")).isEqualTo("text ");
    assertThat(single("''")).isEqualTo("text ");
    assertThat(places(YAML, "a:\nb: \"\"")).contains("1:3-1:3 null", "2:4-2:6 text ");
  }

  @Test
  void keysAreTextsAsTheyAreSpelled() {
    assertThat(places(YAML, "1: a\ntrue: b\n~: c\n2024-01-31: d\n\"<<\": e\n? f\n: g"))
        .contains(
            "1:1-1:2 key 1",
            "2:1-2:5 key true",
            "3:1-3:2 key ~",
            "4:1-4:11 key 2024-01-31",
            "5:1-5:5 key <<",
            "6:3-6:4 key f");
  }

  @Test
  void mergedFieldsGiveWayToTheObjectsOwn() {
    Node merged =
        read(YAML, "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  <<: [*x, *y]\n  c: 5\n  d: 6\n")
            .at(TreePath.of("z"))
            .orElseThrow();
    assertThat(TreeWriter.compact(merged)).isEqualTo("{\"c\":5,\"d\":6,\"a\":1,\"b\":2}");
  }

  @Test
  void anAnchorMayBeGivenAgain() {
    assertThat(TreeWriter.compact(read(YAML, "[&a 1, *a, &a 2, *a, &a [&a 3, *a], *a]")))
        .isEqualTo("[1,1,2,2,[3,3],[3,3]]");
  }

  @Test
  void theFormatFollowsTheExtensionElseTheFirstCharacter() {
    assertThat(codes("a.JSON", "a: 1")).containsExactly("invalid-json");
    assertThat(codes("a.yml", "{a: 1}")).isEmpty();
    assertThat(codes("a.YAML", "{a: 1}")).isEmpty();
    assertThat(codes("a.txt", "\ufeff \n{a: 1}")).containsExactly("invalid-json");
    assertThat(codes("a.txt", "[a]")).containsExactly("invalid-json");
    assertThat(codes("json", "a: 1")).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedAtTheirPlace() {
    byte[] latin = "{\n \"a\": \"caf?\"}".getBytes(StandardCharsets.UTF_8);
    latin[latin.length - 3] = (byte) 0xE9;
    Diagnostic found = TreeReader.read(JSON, latin).diagnostics().getFirst();
    assertThat(found.code()).isEqualTo("invalid-utf8");
    assertThat(found.span()).hasToString("2:11-2:11");
    assertThat(TreeReader.read(JSON, "{}".getBytes(StandardCharsets.UTF_16)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("invalid-utf8");
    assertThat(TreeReader.read(JSON, "{}".getBytes(StandardCharsets.UTF_16LE)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("invalid-character");
  }

  @Test
  void eachLimitHolds() {
    Limits limits = new Limits(60, 3, 6, 10, 5, 8);
    assertThat(codes(limits, "[[[]]]")).isEmpty();
    assertThat(codes(limits, "[[[[]]]]")).containsExactly("nested-too-deep");
    assertThat(codes(limits, "[1,2,3,4,5]")).isEmpty();
    assertThat(codes(limits, "[1,2,3,4,5,6]")).containsExactly("too-many-values");
    assertThat(codes(limits, "[\"0123456789\"]")).isEmpty();
    assertThat(codes(limits, "[\"0123456789+\"]")).containsExactly("text-too-long");
    assertThat(codes(limits, "{\"0123456789+\": 1}")).containsExactly("text-too-long");
    assertThat(codes(limits, "[12345]")).isEmpty();
    assertThat(codes(limits, "[123456]")).containsExactly("number-out-of-range");
    assertThat(codes(limits, "[1e7]")).isEmpty();
    assertThat(codes(limits, "[1e8]")).containsExactly("number-out-of-range");
    assertThat(codes(limits, "[1e-9]")).containsExactly("number-out-of-range");
    assertThat(codes(limits, "[" + " ".repeat(58) + "]")).isEmpty();
    assertThat(codes(limits, "[" + " ".repeat(59) + "]")).containsExactly("file-too-large");
  }

  @Test
  void aSoundReadingHasNoErrors() {
    Reading doubled =
        TreeReader.readJson(JSON, "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8));
    assertThat(doubled.root()).isPresent();
    assertThat(doubled.sound()).isEmpty();
    assertThat(TreeWriter.compact(doubled.root().orElseThrow())).isEqualTo("{\"a\":1}");
  }

  @Test
  void largeObjectsFindEveryFieldAndStayEqual() {
    List<Field> fields =
        IntStream.range(0, 500)
            .mapToObj(i -> new Field("k" + i, Span.FILE_START, NumberNode.of(i, Span.FILE_START)))
            .toList();
    ObjectNode large = new ObjectNode(fields, Span.FILE_START);
    fields.forEach(field -> assertThat(large.get(field.name())).contains(field.value()));
    assertThat(large.get("k500")).isEmpty();
    assertThat(large)
        .isEqualTo(new ObjectNode(fields, Span.FILE_START))
        .hasSameHashCodeAs(new ObjectNode(fields, Span.FILE_START));
    assertThat(large.without("k7").get("k7")).isEmpty();
    assertThat(large.with("k7", new NullNode(Span.FILE_START)).get("k7"))
        .get()
        .isInstanceOf(NullNode.class);
  }

  @Test
  void anObjectCannotHaveAKeyTwice() {
    Field field = new Field("a", Span.FILE_START, new NullNode(Span.FILE_START));
    assertThatThrownBy(() -> new ObjectNode(List.of(field, field), Span.FILE_START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a'");
  }

  @Test
  void pathsLeadToValuesAndReadWell() {
    Node root = read(JSON, "{\"pages\":[{\"elements\":[{\"a b\":{\"x\":1}}]}]}");
    TreePath path = TreePath.of("pages").index(0).key("elements").index(0).key("a b").key("x");
    assertThat(path).hasToString("pages[0].elements[0][\"a b\"].x");
    assertThat(root.at(path)).get().isInstanceOf(NumberNode.class);
    assertThat(root.at(TreePath.of("pages").index(1))).isEmpty();
    assertThat(root.at(TreePath.of("pages", "a"))).isEmpty();
    assertThat(root.at(TreePath.ROOT)).contains(root);
    assertThat(path.parent().orElseThrow()).hasToString("pages[0].elements[0][\"a b\"]");
  }

  @Test
  void realExportsAreReadWithoutAWord() throws IOException {
    assumeTrue(SharedMaterial.folder("corpus").isPresent(), "no shared/corpus");
    for (Path file : SharedMaterial.specs("corpus")) {
      Reading reading =
          TreeReader.read(
              new RepositoryPath(file.getFileName().toString()), Files.readAllBytes(file));
      assertThat(reading.diagnostics()).as(file.toString()).isEmpty();
    }
  }

  private static List<String> codes(String file, String text) {
    return codes(TreeReader.read(new RepositoryPath(file), text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> codes(Limits limits, String text) {
    return codes(TreeReader.readJson(JSON, text.getBytes(StandardCharsets.UTF_8), limits));
  }

  private static List<String> codes(Reading reading) {
    return reading.diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static String single(String written) {
    String place = places(YAML, "- " + written).get(1);
    return place.substring(place.indexOf(' ') + 1);
  }

  private static List<String> places(RepositoryPath file, String text) {
    return places(read(file, text)).toList();
  }

  private static Stream<String> places(Node node) {
    String place = node.span() + " ";
    return switch (node) {
      case ObjectNode object ->
          Stream.concat(
              Stream.of(place + "object"),
              object.fields().stream()
                  .flatMap(field ->
                      Stream.concat(
                          Stream.of(field.nameSpan() + " key " + field.name()),
                          places(field.value()))));
      case ArrayNode array ->
          Stream.concat(
              Stream.of(place + "array"), array.items().stream().flatMap(ReadingTest::places));
      case TextNode text -> Stream.of(place + "text " + text.value());
      case NumberNode number -> Stream.of(place + "number " + number.value());
      case BooleanNode bool -> Stream.of(place + bool.value());
      case NullNode _ -> Stream.of(place + "null");
    };
  }

  private static Node read(RepositoryPath file, String text) {
    Reading reading = TreeReader.read(file, text.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.diagnostics()).as(text).isEmpty();
    return reading.root().orElseThrow();
  }
}
