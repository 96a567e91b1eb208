package io.github.sigmadm.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.formula.FormulaFunction.ArgumentCount;
import io.github.sigmadm.formula.FormulaFunction.Trait;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionCatalogueTest {

  @Test
  void holdsTheWholeIndexOfTheHelp() {
    assertThat(FunctionCatalogue.all()).hasSize(235);
    assertThat(
            FunctionCatalogue.all().stream()
                .collect(Collectors.groupingBy(FormulaFunction::group, Collectors.counting())))
        .hasSize(13)
        .containsEntry("Aggregate", 30L)
        .containsEntry("Math", 41L)
        .containsEntry("Window", 31L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sum", "SUM", "sum", "md5", "ATAN2"})
  void findsFunctionsInAnyCase(String name) {
    assertThat(FunctionCatalogue.find(name)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Sum,AGGREGATE,true",
    "ArrayAgg,AGGREGATE,true",
    "SparklineAgg,AGGREGATE,true",
    "AggNumber,AGGREGATE,true",
    "CallNumber,AGGREGATE,false",
    "PercentOfTotal,AGGREGATE,false",
    "PercentOfTotal,WRAPS_AGGREGATE,true",
    "Rollup,WRAPS_AGGREGATE,true",
    "DateLookback,WRAPS_AGGREGATE,true",
    "Lag,WINDOW,true",
    "Lag,AGGREGATE,false",
    "CurrentUserInTeam,USER_DEPENDENT,true",
    "CurrentTimezone,USER_DEPENDENT,false",
    "Today,TIME_DEPENDENT,true",
    "Nothing,AGGREGATE,false"
  })
  void knowsWhatIsSpecialAboutThem(String name, Trait trait, boolean expected) {
    assertThat(FunctionCatalogue.is(name, trait)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Now,0,true",
    "Now,1,false",
    "Count,0,true",
    "Count,2,false",
    "Sum,1,true",
    "Sum,2,false",
    "SumIf,1,false",
    "SumIf,9,true",
    "Lookup,1,false",
    "Lookup,3,true",
    "Lookup,4,false",
    "Lookup,5,true",
    "Between,3,true",
    "RowNumber,0,true"
  })
  void knowsHowManyArgumentsTheyTake(String name, int count, boolean accepted) {
    assertThat(
            FunctionCatalogue.find(name)
                .flatMap(FormulaFunction::arguments)
                .orElseThrow()
                .accepts(count))
        .isEqualTo(accepted);
  }

  @Test
  void everyCountBelongsToAFunction() {
    assertThat(
            FunctionCatalogue.all().stream().filter(each -> each.arguments().isPresent()).count())
        .isEqualTo(
            FunctionTable.ARGUMENTS
                .strip()
                .lines()
                .mapToInt(
                    line -> line.substring(line.indexOf(':') + 1).strip().split(" +", -1).length)
                .sum());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0;0;false;no arguments",
        "1;1;false;1 argument",
        "3;3;false;3 arguments",
        "2;3;false;2 to 3 arguments",
        "1;2147483647;false;at least 1 argument",
        "2;2147483647;false;at least 2 arguments",
        "3;2147483647;true;an odd number of arguments, at least 3"
      })
  void countsSpeak(int minimum, int maximum, boolean odd, String words) {
    assertThat(new ArgumentCount(minimum, maximum, odd, true).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SumOver;a window function such as CumulativeSum, or a grouping;true",
        "RankOver;Rank;true",
        "RunningSum;CumulativeSum;true",
        "runningavg;CumulativeAvg;true",
        "IsIn;In;true",
        "COUNTD;CountDistinct;true",
        "iif;If;true",
        "ToString;Text;true",
        "Case;If or Switch;true",
        "Length;Len;false",
        "Percentile;PercentileCont or PercentileDisc;false",
        "WINDOW_SUM;a window function such as CumulativeSum, MovingAvg, Rank or Lag;true"
      })
  void knowsWhatIsMeantByNamesOfOtherTools(String name, String instead, boolean certain) {
    assertThat(FunctionCatalogue.misnomer(name))
        .contains(new FunctionCatalogue.Misnomer(instead, certain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sum", "Len", "Rank", "Over", "Running", "Discover", "Frobnicate"})
  void doesNotGuessAboutOtherNames(String name) {
    assertThat(FunctionCatalogue.misnomer(name)).isEmpty();
  }
}
