package io.github.sigmadm.sandbox.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormulaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ORDER_ID     | Order Id
          UNIT PRICE   | Unit Price
          V userId     | V User Id
          Net/Gross    | Net Gross
          Sub-Category | Sub Category
          STORE_2      | Store 2
          DAY_OF_WEEK  | Day of Week
          __a[b].c__   | A B C
          Straße       | Straße
          """)
  void aRawNameIsShownAsAFriendlyOne(String raw, String friendly) {
    assertThat(new FriendlyName(false).of(raw)).isEqualTo(friendly);
  }

  @Test
  void aFriendlyNameStaysAndHasTheSameKey() {
    FriendlyName names = new FriendlyName(false);
    qt().forAll(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 20))
        .checkAssert(raw -> {
          String friendly = names.of(raw);
          assertThat(names.of(friendly)).isEqualTo(friendly);
        });
    qt().forAll(strings().ascii().ofLengthBetween(1, 20))
        .assuming(raw -> raw.chars().anyMatch(Character::isLetterOrDigit))
        .checkAssert(
            raw -> assertThat(FriendlyName.key(names.of(raw))).isEqualTo(FriendlyName.key(raw)));
  }

  @Test
  void scanningNeverFailsAndTokensDoNotOverlap() {
    qt().forAll(strings().betweenCodePoints(32, 126).ofLengthBetween(0, 40))
        .checkAssert(formula -> {
          int end = 0;
          for (Token token : FormulaScanner.scan(formula)) {
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(token.end()).isGreaterThan(token.start());
            end = token.end();
          }
          assertThat(end).isLessThanOrEqualTo(formula.length());
          assertThat(FormulaScanner.rewrite(formula, reference -> Optional.of(reference.parts())))
              .isEqualTo(formula);
        });
  }

  @Test
  void aWrittenReferenceIsReadAsItWas() {
    qt().forAll(
            lists()
                .of(strings().betweenCodePoints(32, 126).ofLengthBetween(0, 10))
                .ofSizeBetween(1, 3))
        .checkAssert(parts ->
            assertThat(FormulaScanner.passThrough(Token.Reference.text(parts)))
                .map(Token.Reference::parts)
                .contains(parts));
  }

  @Test
  void onlyReferencesAreRewritten() {
    assertThat(
            FormulaScanner.rewrite(
                "If([A] = \"[A]\", [B/A], '[A]')", _ -> Optional.of(List.of("x/y"))))
        .isEqualTo("If([x\\/y] = \"[A]\", [x\\/y], '[A]')");
  }

  @Test
  void everyFunctionOfTheIndexIsKnownInAnyCase() {
    assertThat(Functions.count()).isEqualTo(235);
    assertThat(Functions.result("cumulativeSUM")).isPresent();
    assertThat(Functions.result("RunningSum")).isEmpty();
  }
}
