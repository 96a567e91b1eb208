package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every character of a text can be seen.
final class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "202E, right-to-left override",
    "2066, isolate",
    "200B, zero width space",
    "200D, zero width joiner",
    "FEFF, byte order mark",
    "AD, soft hyphen",
    "A0, no-break space",
    "2028, line separator",
    "0, null",
    "1B, escape",
    "7F, delete",
    "85, next line",
    "3164, Hangul filler",
    "2800, empty Braille pattern",
    "E0041, tag letter",
    "E000, private use",
    "FE0E, variation selector",
    "D800, half a character"
  })
  void whatCannotBeSeenIsWrittenOut(String point, String name) {
    String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "b";
    assertThat(VisibleText.line(text)).as(name).isEqualTo("a\\u{" + point + "}b");
    assertThat(VisibleText.lines(text)).as(name).isEqualTo("a\\u{" + point + "}b");
  }

  @ParameterizedTest
  @CsvSource({"Grüße", "日本語", "e\u0301", "😀", "❤\uFE0F", "שלום", "a b", "×÷±€"})
  void whatCanBeSeenStays(String text) {
    assertThat(VisibleText.line(text)).isEqualTo(text);
  }

  @Test
  void lineEndsAreWrittenOutOnOneLineAndKeptOnSeveral() {
    assertThat(VisibleText.line("a\nb\r\nc\td")).isEqualTo("a\\nb\\r\\nc\\td");
    assertThat(VisibleText.lines("a\nb\r\nc\rd\te")).isEqualTo("a\nb\nc\nd\te");
  }

  @Test
  void aTextIsNeverCutInsideACharacter() {
    assertThat(VisibleText.shortened("abc", 3)).isEqualTo("abc");
    assertThat(VisibleText.shortened("abcd", 3)).isEqualTo("ab…");
    assertThat(VisibleText.shortened("a😀bc", 3)).isEqualTo("a…");
    qt().forAll(strings().allPossible().ofLengthBetween(2, 12))
        .checkAssert(text -> {
          String cut = VisibleText.shortened(text, 6);
          assertThat(cut.length()).isLessThanOrEqualTo(6);
          if (cut.endsWith("…") && text.length() > 6) {
            assertThat(text).startsWith(cut.substring(0, cut.length() - 1));
          }
        });
  }
}
