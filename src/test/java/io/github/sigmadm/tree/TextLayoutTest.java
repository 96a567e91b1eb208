package io.github.sigmadm.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class TextLayoutTest {

  private static final RepositoryPath JSON = new RepositoryPath("a.json");
  private static final RepositoryPath YAML = new RepositoryPath("a.yml");

  @TestFactory
  Stream<DynamicTest> everyCharacterStandsWhereItIsWritten() {
    return Stream.of(
        style("JSON", JSON, WrittenStyles::json),
        style("YAML plain", YAML, WrittenStyles::plain),
        style("YAML single-quoted", YAML, WrittenStyles::singleQuoted),
        style("YAML double-quoted", YAML, WrittenStyles::doubleQuoted),
        style("YAML literal", YAML, WrittenStyles::literal),
        style("YAML folded", YAML, WrittenStyles::folded));
  }

  private static DynamicTest style(
      String name, RepositoryPath file, LongFunction<WrittenText> writer) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            qt().withExamples(3_000)
                .forAll(longs().all())
                .checkAssert(seed -> {
                  WrittenText written = writer.apply(seed);
                  TextNode read = text(file, written.source.toString());
                  assertThat(read.value()).isEqualTo(written.value.toString());
                  for (int i = 0; i < read.value().length(); i++) {
                    assertThat(read.positionOf(i))
                        .as("character %d of %s", i, written.source)
                        .isEqualTo(position(written.source, written.offsets.get(i)));
                  }
                }));
  }

  @Test
  void aTextWithoutEscapesTakesNoTable() {
    assertThat(text(JSON, "{\"a\": \"plain\"}").layout()).isInstanceOf(TextLayout.Straight.class);
    assertThat(text(YAML, "a: plain").layout()).isInstanceOf(TextLayout.Straight.class);
    assertThat(text(YAML, "a: |\n  one line\n").layout()).isInstanceOf(TextLayout.Runs.class);
    assertThat(text(YAML, "a: |-\n  one line\n").layout()).isInstanceOf(TextLayout.Straight.class);
  }

  @Test
  void theEndOfAPartIsBehindAnEscape() {
    TextNode text = text(JSON, "{\"a\": \"x\\u0041y\\n\"}");
    assertThat(text.spanOf(1, 2)).hasToString("1:9-1:15");
    assertThat(text.spanOf(3, 4)).hasToString("1:16-1:18");
  }

  static Position position(CharSequence source, int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      char c = source.charAt(i);
      if (c == '\n' || (c == '\r' && source.charAt(i + 1) != '\n')) {
        line++;
        start = i + 1;
      }
    }
    return new Position(line, offset - start + 1);
  }

  private static TextNode text(RepositoryPath file, String source) {
    Reading reading = TreeReader.read(file, source.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.diagnostics()).as(source).isEmpty();
    return ((ObjectNode) reading.root().orElseThrow()).textNode("a").orElseThrow();
  }
}
