package io.github.sigmadm.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.Specs;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MatcherTest {

  @Test
  void namesAreComparedWithoutCaseSpaceAndPunctuationWhereNoneIsTheSame() {
    assertThat(columns("'a', '[T/ORDER_ID]'", "'x', '[T/Order Id]'")).containsExactly("a=x");
  }

  @Test
  void theNameAsWrittenWinsOverOneThatOnlyReadsAlike() {
    assertThat(
            columns(
                "'a', '[T/P]', 'Order Id' | 'b', '[T/Q]', 'order_id'",
                "'x', '[T/R]', 'order_id' | 'y', '[T/S]', 'Order Id'"))
        .containsExactly("a=y", "b=x");
  }

  @Test
  void aRenamedColumnIsFoundByItsFormula() {
    assertThat(columns("'a', '[T/Amount] * 2', 'Twice'", "'x', '[t/AMOUNT]*2', 'Double'"))
        .containsExactly("a=x");
  }

  @Test
  void aRenamedColumnWithAnotherFormulaIsFoundByTheWarehouseColumnInItsId() {
    assertThat(
            columns(
                "'inode-A/COST', 'Zn([T/Cost])', 'Spend'", "'inode-B/COST', '[T/Cost]', 'Cost'"))
        .containsExactly("inode-A/COST=inode-B/COST");
  }

  @Test
  void withoutIdsTheNameWinsOverTheFormula() {
    assertThat(
            columns(
                "'a', '[T/P]', 'One' | 'b', '[T/Q]', 'Two'",
                "'x', '[T/P]', 'Two' | 'y', '[T/Q]', 'One'"))
        .containsExactly("a=y", "b=x");
  }

  @Test
  void withoutIdsASwapOfNamesAndOneOfFormulasLookAlikeAndAreTold() {
    Matching matching =
        match(
            table("e", "T", "'a', '[T/P]', 'One' | 'b', '[T/Q]', 'Two' | 'c', '[T/R]', 'Three'"),
            table("e", "T", "'x', '[T/P]', 'Two' | 'y', '[T/Q]', 'One' | 'z', '[T/S]', 'Three'"));
    assertThat(matching.ambiguities())
        .extracting(Ambiguity::message)
        .containsExactly(
            "The column \"One\" of \"T\" has the name of the live column y and is built like the"
                + " live column x: names were swapped, or what is behind them. It is taken for the"
                + " one of its name.",
            "The column \"Two\" of \"T\" has the name of the live column x and is built like the"
                + " live column y: names were swapped, or what is behind them. It is taken for the"
                + " one of its name.");
    assertThat(matching.ambiguities())
        .extracting(Ambiguity::hint)
        .contains("If names were swapped, give it the live id x in the spec.");
  }

  @Test
  void aNameThatGoesOnToAnotherColumnWhileItsOwnGoesAwayCrossesNothing() {
    assertThat(
            match(
                    table("e", "T", "'a', '[T/P]', 'Two'"),
                    table("e", "T", "'x', '[T/P]', 'One' | 'y', '[T/Q]', 'Two'"))
                .ambiguities())
        .isEmpty();
  }

  @Test
  void withoutIdsASwapOfTheNamesOfTablesIsTold() {
    String live =
        table("x", "Orders", "'k', '[T/P]' | 'l', '[T/Q]'")
            + ","
            + table("y", "Returns", "'k', '[T/V]' | 'l', '[T/W]'").replace("'S','T'", "'S','U'");
    String desired =
        table("e", "Returns", "'a', '[T/P]' | 'b', '[T/Q]'")
            + ","
            + table("f", "Orders", "'a', '[T/V]' | 'b', '[T/W]'").replace("'S','T'", "'S','U'");
    Matching matching = match(desired, live);
    assertThat(matching.ids().of(ScopedId.element("e"))).contains("y");
    assertThat(matching.ambiguities())
        .extracting(ambiguity -> ambiguity.label() + " " + ambiguity.hint())
        .containsExactly(
            "Returns If names were swapped, give it the live id x in the spec.",
            "Orders If names were swapped, give it the live id y in the spec.");
  }

  @Test
  void whatIsRememberedSettlesASwap() {
    IdMap remembered =
        new IdMap(
            Map.of(
                ScopedId.element("e"), "e",
                column("e", "a"), "x",
                column("e", "b"), "y"));
    Matching matching =
        Matcher.match(
            model(table("e", "T", "'a', '[T/P]', 'One' | 'b', '[T/Q]', 'Two'")),
            model(table("e", "T", "'x', '[T/P]', 'Two' | 'y', '[T/Q]', 'One'")),
            remembered);
    assertThat(matching.ids().of(column("e", "a"))).contains("x");
    assertThat(matching.ambiguities()).isEmpty();
  }

  @Test
  void withIdsASwapOfNamesIsTwoRenames() {
    assertThat(
            columns(
                "'a', '[T/P]', 'One' | 'b', '[T/Q]', 'Two'",
                "'a', '[T/P]', 'Two' | 'b', '[T/Q]', 'One'"))
        .containsExactly("a=a", "b=b");
  }

  @Test
  void columnsOfOneNameAreToldApartByTheirFormulas() {
    assertThat(
            columns(
                "'a', '[T/P]', 'One' | 'b', '[T/Q]', 'One'",
                "'x', '[T/Q]', 'One' | 'y', '[T/P]', 'One'"))
        .containsExactly("a=y", "b=x");
  }

  @Test
  void whatCouldBeSeveralIsMatchedWithNoneAndTold() {
    Matching matching =
        match(
            table("e", "T", "'a', '[T/P] + 1', 'New'"),
            table("e", "T", "'x', '[T/P] + 1', 'One' | 'y', '[T/P] + 1', 'Two'"));
    assertThat(matching.ids().of(column("e", "a"))).isEmpty();
    assertThat(matching.ambiguities())
        .singleElement()
        .satisfies(ambiguity ->
            assertThat(ambiguity.message())
                .isEqualTo(
                    "The column \"New\" of \"T\" could be any of 2 that are live: x, y. It is"
                        + " taken for a new one."));
  }

  @Test
  void twinsKeepTheirPlaces() {
    assertThat(
            columns(
                "'a', '[T/P]', 'One' | 'b', '[T/P]', 'One'",
                "'x', '[T/P]', 'One' | 'y', '[T/P]', 'One'"))
        .containsExactly("a=x", "b=y");
  }

  @Test
  void moreTwinsOnOneSideThanOnTheOtherAreAmbiguous() {
    Matching matching =
        match(
            table("e", "T", "'a', '[T/P]', 'One' | 'b', '[T/P]', 'One'"),
            table("e", "T", "'x', '[T/P]', 'One'"));
    assertThat(matching.ambiguities()).hasSize(2);
    assertThat(matching.ids().of(column("e", "a"))).isEmpty();
  }

  @Test
  void whatIsRememberedButNoLongerLiveIsForgotten() {
    IdMap remembered = new IdMap(Map.of(ScopedId.element("e"), "gone"));
    assertThat(
            Matcher.match(
                    model(table("e", "T", "'a', '[T/P]'")),
                    model(table("x", "T", "'a', '[T/P]'")),
                    remembered)
                .ids()
                .of(ScopedId.element("e")))
        .contains("x");
  }

  @Test
  void columnsAreRememberedThoughTheirElementGotAnotherIdInTheFile() {
    IdMap remembered =
        new IdMap(
            Map.of(
                ScopedId.element("old"), "x",
                column("old", "a"), "live-a",
                column("old", "b"), "live-b"));
    Matching matching =
        Matcher.match(
            model(table("new", "T", "'a', '[T/P]', 'Two' | 'b', '[T/Q]', 'One'")),
            model(table("x", "T", "'live-a', '[T/P]', 'One' | 'live-b', '[T/Q]', 'Two'")),
            remembered);
    assertThat(matching.ids().of(column("new", "a"))).contains("live-a");
  }

  @Test
  void aRenamedTableWithOtherColumnsIsFoundByItsSourceAndTheColumnsThatStayed() {
    Matching matching =
        match(
            table("e", "Sales", "'a', '[T/P]' | 'b', '[T/Q]' | 'c', '[T/R]'"),
            table("x", "Orders", "'k', '[T/P]' | 'l', '[T/Q]' | 'm', '[T/S]' | 'n', '[T/U]'")
                + ","
                + table("y", "Other", "'k', '[T/V]'"));
    assertThat(matching.ids().of(ScopedId.element("e"))).contains("x");
    assertThat(matching.ids().of(column("e", "b"))).contains("l");
  }

  @Test
  void theSameSourceAloneDoesNotMakeTwoTablesTheSame() {
    Matching matching =
        match(table("e", "Sales", "'a', '[T/P]'"), table("x", "Orders", "'k', '[T/Q]'"));
    assertThat(matching.ids().live()).doesNotContainKey(ScopedId.element("e"));
  }

  @Test
  void aRenamedTableOnARenamedTableIsFoundInALaterRound() {
    Matching matching =
        match(
            table("e", "Sales", "'a', '[T/P]'") + "," + onTable("f", "Sums", "e", "[Sales/P]"),
            table("x", "Orders", "'k', '[T/P]'") + "," + onTable("y", "Totals", "x", "[Orders/P]"));
    assertThat(matching.ids().of(ScopedId.element("f"))).contains("y");
  }

  @Test
  void anElementIsFoundOnAnotherPage() {
    DataModel desired =
        Specs.model(
            "{'pages':[{'id':'p','name':'One','elements':[]},{'id':'q','name':'Two','elements':["
                + table("e", "T", "'a', '[T/P]'")
                + "]}]}");
    DataModel live =
        Specs.model(
            "{'pages':[{'id':'1','name':'One','elements':["
                + table("x", "T", "'k', '[T/P]'")
                + "]}]}");
    IdMap ids = Matcher.match(desired, live, IdMap.EMPTY).ids();
    assertThat(ids.of(ScopedId.element("e"))).contains("x");
    assertThat(ids.of(ScopedId.page("p"))).contains("1");
    assertThat(ids.of(ScopedId.page("q"))).isEmpty();
  }

  @Test
  void aRenamedPageIsTheOneThatHoldsMostOfItsElements() {
    DataModel desired =
        Specs.model(
            "{'pages':[{'id':'p','name':'New','elements':["
                + table("e", "A", "'a', '[T/P]'")
                + ","
                + table("f", "B", "'a', '[T/P]'")
                + "]}]}");
    DataModel live =
        Specs.model(
            "{'pages':[{'id':'1','name':'Old','elements':["
                + table("x", "A", "'k', '[T/P]'")
                + ","
                + table("y", "B", "'k', '[T/P]'")
                + "]},{'id':'2','name':'Older','elements':["
                + table("z", "C", "'k', '[T/P]'")
                + "]}]}");
    assertThat(Matcher.match(desired, live, IdMap.EMPTY).ids().of(ScopedId.page("p")))
        .contains("1");
  }

  @Test
  void tablesAndControlsNeverMatchEachOtherNotEvenByTheSameId() {
    Matching matching =
        match(
            "{'id':'e','kind':'control','controlId':'T','controlType':'text'}",
            table("e", "T", "'a', '[T/P]'"));
    assertThat(matching.ids().live()).doesNotContainKey(ScopedId.element("e"));
  }

  @Test
  void aControlIsKnownByItsControlIdElseByItsLabelAndType() {
    Matching matching =
        match(
            "{'id':'c1','kind':'control','controlId':'region','name':'A','controlType':'list'},"
                + "{'id':'c2','kind':'control','controlId':'year2','name':'Y','controlType':'number'}",
            "{'id':'k1','kind':'control','controlId':'region','name':'B','controlType':'text'},"
                + "{'id':'k2','kind':'control','controlId':'year','name':'Y','controlType':'number'}");
    assertThat(matching.ids().of(ScopedId.element("c1"))).contains("k1");
    assertThat(matching.ids().of(ScopedId.element("c2"))).contains("k2");
  }

  @Test
  void foldersNeverMatchColumns() {
    Matching matching =
        match(
            "{'id':'e','kind':'table','name':'T','columns':[],'folders':[{'id':'x','name':'P','items':[]}]}",
            table("e", "T", "'x', '[T/P]'"));
    assertThat(matching.ids().of(column("e", "x"))).isEmpty();
  }

  @Test
  void filtersAndRulesAreKnownByTheColumnsTheyAreOn() {
    Matching matching =
        match(
            "{'id':'e','kind':'table','name':'T','columns':[{'id':'a','formula':'[T/P]'}],"
                + "'filters':[{'id':'f','columnId':'a','kind':'list','values':[1]}],"
                + "'columnSecurities':[{'id':'s','restrictedColumns':['a'],'criteria':{'kind':'no-one-can-view'}}],"
                + "'groupings':[{'id':'g','groupBy':['a']}],"
                + "'relationships':[{'id':'r','targetElementId':'e','keys':[{'sourceColumnId':'a','targetColumnId':'a'}]}]}",
            "{'id':'e2','kind':'table','name':'T','columns':[{'id':'k','formula':'[T/P]'}],"
                + "'filters':[{'id':'f2','columnId':'k','kind':'list','values':[2]}],"
                + "'columnSecurities':[{'id':'s2','restrictedColumns':['k'],'criteria':{'kind':'user-attribute','assignments':[]}}],"
                + "'groupings':[{'id':'g2','groupBy':['k']}],"
                + "'relationships':[{'id':'r2','targetElementId':'e2','keys':[{'sourceColumnId':'k','targetColumnId':'k'}]}]}");
    assertThat(matching.ids().of(ScopedId.within("e", IdKind.FILTER, "f"))).contains("f2");
    assertThat(matching.ids().of(ScopedId.within("e", IdKind.COLUMN_SECURITY, "s"))).contains("s2");
    assertThat(matching.ids().of(ScopedId.within("e", IdKind.GROUPING, "g"))).contains("g2");
    assertThat(matching.ids().of(ScopedId.within("e", IdKind.RELATIONSHIP, "r"))).contains("r2");
  }

  private static java.util.List<String> columns(String desired, String live) {
    return match(table("e", "T", desired), table("e", "T", live)).ids().live().entrySet().stream()
        .filter(entry -> entry.getKey().kind() == IdKind.COLUMN)
        .map(entry -> entry.getKey().id() + "=" + entry.getValue())
        .toList();
  }

  private static Matching match(String desired, String live) {
    return Matcher.match(model(desired), model(live), IdMap.EMPTY);
  }

  private static DataModel model(String elements) {
    return Specs.model("{'pages':[{'id':'p','name':'P','elements':[" + elements + "]}]}");
  }

  /// @param columns id, formula and perhaps name, between bars
  private static String table(String id, String name, String columns) {
    return element(
        id, name, "{'kind':'warehouse-table','connectionId':'c','path':['D','S','T']}", columns);
  }

  private static String onTable(String id, String name, String source, String formula) {
    return element(
        id, name, "{'kind':'table','elementId':'" + source + "'}", "'a', '" + formula + "'");
  }

  private static String element(String id, String name, String source, String columns) {
    StringBuilder text = new StringBuilder();
    for (String column : columns.split("\\|", -1)) {
      String[] parts = column.split(",", -1);
      text.append(text.isEmpty() ? "" : ",")
          .append("{'id':")
          .append(parts[0])
          .append(",'formula':")
          .append(parts[1])
          .append(parts.length > 2 ? ",'name':" + parts[2] : "")
          .append("}");
    }
    return "{'id':'"
        + id
        + "','kind':'table','name':'"
        + name
        + "','source':"
        + source
        + ",'columns':["
        + text
        + "]}";
  }

  private static ScopedId column(String element, String id) {
    return ScopedId.within(element, IdKind.COLUMN, id);
  }
}
