package io.github.sigmadm.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

final class CanonicalFormulaTest {

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "(",
          ")",
          "/",
          "\\",
          "\"",
          "'",
          ",",
          ".",
          "[A]",
          "[B/c d]",
          "[0]",
          "\"x\"",
          "'y'",
          "1",
          "1.0",
          ".5",
          "0",
          "Sum(",
          "and ",
          "or ",
          "not ",
          "in ",
          "True",
          " ",
          "\n",
          "+",
          "-",
          "*",
          "^",
          "&",
          "=",
          "<>",
          "!",
          "${X}",
          "${",
          "}",
          "//",
          "/*",
          "*/",
          ".a",
          "é",
          "_",
          "[%/]",
          "[\\]]",
          "\\\"",
          "\uD83D\uDE00",
          "\uD83D",
          "e5",
          "Substring(");

  private static final Gen<String> ANY =
      lists()
          .of(integers().between(0, PIECES.size() - 1))
          .ofSizeBetween(0, 14)
          .map(indexes -> String.join("", indexes.stream().map(PIECES::get).toList()));

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~",
      quoteCharacter = '\u0007',
      textBlock =
          """
          [ORDERS/ORDER_ID]       ~ [Orders/Order Id]
          [ORDERS/Order ID]       ~ [ORDERS/Order Id]
          [Net\\/Gross]           ~ [Net Gross]
          sum( [a] )              ~ Sum([A])
          [a]+1                   ~ [a]  +  1
          'x'                     ~ "x"
          'say "hi"'              ~ "say \\"hi\\""
          TRUE and NOT [a]        ~ True AND not [A]
          1.0 + 0.50              ~ 1 + .5
          Substring([a], 1, 2)    ~ Mid([a], 1, 2)
          [Sub-Category]          ~ [Sub Category]
          [J].a                   ~ [J]."a"
          """)
  void isTheSameForWhatSigmaRegardsAsTheSame(String first, String second) {
    assertThat(CanonicalFormula.of(first)).isEqualTo(CanonicalFormula.of(second));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~",
      quoteCharacter = '\u0007',
      textBlock =
          """
          [Profit %]              ~ [Profit]
          "a b"                   ~ "ab"
          "X"                     ~ "x"
          [J].a                   ~ [J].A
          ([a])                   ~ [a]
          [a] - [b]               ~ [b] - [a]
          [A/b]                   ~ [b]
          [A/b]                   ~ [Ab]
          "\\\\d"                 ~ "\\d"
          [a] // one              ~ [a] // two
          Sum([a]                 ~ sum([a]
          """)
  void differsForWhatMayMeanSomethingElse(String first, String second) {
    assertThat(CanonicalFormula.of(first)).isNotEqualTo(CanonicalFormula.of(second));
  }

  @Test
  void aFormulaThatCannotBeReadIsComparedAsItStands() {
    assertThat(CanonicalFormula.of("  Sum([a] ").text()).isEqualTo("Sum([a]");
  }

  @Test
  void theCanonicalSpellingIsItsOwn() {
    qt().withExamples(20_000)
        .forAll(ANY)
        .checkAssert(text -> {
          CanonicalFormula once = CanonicalFormula.of(text);
          assertThat(CanonicalFormula.of(once.text())).isEqualTo(once);
        });
  }

  @Test
  void anyTextIsReadAndItsProblemsAreInsideIt() {
    qt().withExamples(20_000)
        .forAll(ANY)
        .checkAssert(text -> {
          Formula formula = Formula.parse(text);
          for (FormulaProblem problem : formula.problems()) {
            assertThat(problem.start()).isBetween(0, problem.end());
            assertThat(problem.end()).isLessThanOrEqualTo(text.length());
          }
          for (Expression part : formula.parts()) {
            assertThat(part.start()).isBetween(0, part.end());
            assertThat(part.end()).isLessThanOrEqualTo(text.length());
          }
        });
  }
}
