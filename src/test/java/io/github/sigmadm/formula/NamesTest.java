package io.github.sigmadm.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.QuickTheory;
import org.quicktheories.generators.SourceDSL;

final class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "ORDER_ID,Order Id",
    "ORDER_ID,Order ID",
    "UNIT PRICE,Unit Price",
    "V userId,V User Id",
    "Net/Gross,Net Gross",
    "Sub-Category,Sub Category",
    "STORE_2,Store 2",
    "Number Of Employees,Number of Employees",
    "Profit (in %),PROFIT IN %",
  })
  void spellingsOfOneNameAreTheSame(String first, String second) {
    assertThat(Names.same(first, second)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Profit %,Profit", "C#,C", "R&D,RD", "A,B", "Store 2,Store", "%,#", "-,/"})
  void namesThatDifferInASignWithMeaningAreNot(String first, String second) {
    assertThat(Names.same(first, second)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_ID,Order Id",
    "UNIT PRICE,Unit Price",
    "V userId,V User Id",
    "Net/Gross,Net Gross",
    "Sub-Category,Sub Category",
    "STORE_2,Store 2",
    "DAY_OF_WEEK,Day of Week",
    "OF_AGE,Of Age",
    "customerName,Customer Name",
    "a.b[0],A B 0",
    "__x__,X",
    "_,_",
    "PCT_%,Pct %",
  })
  void friendlyNamesAreThoseOfTheProduct(String raw, String friendly) {
    assertThat(Names.friendly(raw)).isEqualTo(friendly);
  }

  @Test
  void aFriendlyNameIsTheSameNameAsTheRawOne() {
    QuickTheory.qt()
        .forAll(SourceDSL.strings().allPossible().ofLengthBetween(0, 12))
        .checkAssert(raw -> {
          String normal = Names.normalise(raw);
          assertThat(Names.normalise(normal)).isEqualTo(normal);
        });
    QuickTheory.qt()
        .forAll(SourceDSL.strings().basicLatinAlphabet().ofLengthBetween(1, 12))
        .assuming(raw -> raw.chars().anyMatch(Character::isLetterOrDigit))
        .checkAssert(raw -> assertThat(Names.same(raw, Names.friendly(raw))).isTrue());
  }
}
