package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;

/// What a terminal gets is for reading only.
final class ConsoleTextTest {

  @Test
  void coloursAddNothingButColours() {
    Samples.all()
        .values()
        .forEach(sample -> {
          String coloured =
              ConsoleText.of(
                  sample.matter(), sample.occasion(), Sources.NONE, new Terminal(100, true));
          assertThat(coloured).contains("\u001B[");
          assertThat(coloured.replaceAll("\u001B\\[[0-9]+m", ""))
              .isEqualTo(
                  ConsoleText.of(
                      sample.matter(), sample.occasion(), Sources.NONE, new Terminal(100, false)));
        });
  }

  @Test
  void linesAreAsWideAsTheTerminalWhereWordsAllowIt() {
    for (int width : new int[] {46, 60, 100}) {
      String text =
          ConsoleText.of(
              Matter.of(Samples.partial()),
              Occasion.of(Occasion.Kind.DEPLOY),
              Sources.NONE,
              new Terminal(width, false));
      assertThat(text.lines().filter(line -> !line.contains("/") && line.strip().contains(" ")))
          .allMatch(line -> Terminal.columns(line) <= width);
    }
  }

  @Test
  void noControlCharacterOfASpecReachesTheTerminal() {
    qt().withExamples(200)
        .forAll(longs().all())
        .checkAssert(seed -> {
          String text =
              ConsoleText.of(
                  Matter.of(HostilePlans.anyReport(seed, 6)),
                  Occasion.of(Occasion.Kind.DEPLOY),
                  Sources.NONE,
                  Terminal.PLAIN);
          assertThat(text.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}|\u202E|\u200B");
        });
  }

  @Test
  void wideCharactersCountTwiceAndMarksNotAtAll() {
    assertThat(Terminal.columns("abc")).isEqualTo(3);
    assertThat(Terminal.columns("日本")).isEqualTo(4);
    assertThat(Terminal.columns("e\u0301")).isEqualTo(1);
    assertThat(Terminal.columns("😀")).isEqualTo(2);
    assertThat(Terminal.cut("日本語", 5)).isEqualTo("日本…");
    assertThat(Terminal.wrapped("aa bb cc", 5)).containsExactly("aa bb", "cc");
    assertThat(Terminal.wrapped("aaaaaaaa b", 5)).containsExactly("aaaaaaaa", "b");
  }
}
