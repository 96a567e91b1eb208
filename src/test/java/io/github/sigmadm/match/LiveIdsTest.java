package io.github.sigmadm.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.Specs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LiveIdsTest {

  @Test
  void whatExistsIsSentUnderItsLiveIdAndReferencesGoAlong() {
    DataModel desired =
        model("{'id':'e','kind':'table','columns':[{'id':'a','formula':'[T/P]'}],'order':['a']}");
    LiveIds sent =
        LiveIds.rewrite(desired, matching(Map.of(ScopedId.element("e"), "x", column("a"), "k")));
    assertThat(
            sent.content()
                .node()
                .sameValue(
                    model(
                            "{'id':'x','kind':'table','columns':[{'id':'k','formula':'[T/P]'}],'order':['k']}")
                        .node()))
        .isTrue();
  }

  @Test
  void aNewThingWhoseIdIsTakenGetsAnother() {
    DataModel desired =
        model(
            "{'id':'e','kind':'table','columns':[{'id':'a','formula':'[T/P]'},{'id':'b','formula':'[T/Q]'},{'id':'b-2','formula':'[T/R]'}],'order':['a','b','b-2']}");
    LiveIds sent =
        LiveIds.rewrite(desired, matching(Map.of(ScopedId.element("e"), "e", column("a"), "b")));
    assertThat(sent.content().table("e").orElseThrow().columns())
        .extracting(column -> column.id().value())
        .containsExactly("b", "b-3", "b-2");
    assertThat(sent.content().table("e").orElseThrow().node().items("order"))
        .extracting(Object::toString)
        .hasSize(3);
    assertThat(sent.ids().of(column("b"))).contains("b-3");
  }

  @Test
  void whatWasRemovedInSigmaTakesUpItsFormerIdAgain() {
    DataModel desired =
        model(
            "{'id':'e','kind':'table','name':'T','columns':[{'id':'a','formula':'[T/P]'},{'id':'b','formula':'[T/Q]'}],'order':['b','a']},"
                + "{'id':'f','kind':'table','name':'U','columns':[{'id':'c','formula':'[T/P]'}]}");
    IdMap remembered =
        new IdMap(
            Map.of(
                ScopedId.element("e"), "x",
                column("a"), "k",
                column("b"), "l",
                ScopedId.element("f"), "y",
                ScopedId.within("f", IdKind.COLUMN, "c"), "m"));
    DataModel live =
        model("{'id':'x','kind':'table','name':'T','columns':[{'id':'k','formula':'[T/P]'}]}");
    Matching matching = Matcher.match(desired, live, remembered);
    assertThat(matching.ids().of(column("b"))).isEmpty();
    assertThat(
            LiveIds.rewrite(desired, matching)
                .content()
                .node()
                .sameValue(
                    model(
                            "{'id':'x','kind':'table','name':'T','columns':[{'id':'k','formula':'[T/P]'},{'id':'l','formula':'[T/Q]'}],'order':['l','k']},"
                                + "{'id':'y','kind':'table','name':'U','columns':[{'id':'m','formula':'[T/P]'}]}")
                        .node()))
        .isTrue();
  }

  @Test
  void aFormerIdThatSomethingElseHasByNowIsNotTaken() {
    DataModel desired =
        model("{'id':'e','kind':'table','name':'T','columns':[{'id':'a','formula':'[T/P]'}]}");
    IdMap remembered = new IdMap(Map.of(ScopedId.element("e"), "x"));
    DataModel live = model("{'id':'x','kind':'control','controlId':'c','controlType':'switch'}");
    Matching matching = Matcher.match(desired, live, remembered);
    assertThat(matching.former().live()).isEmpty();
    assertThat(LiveIds.rewrite(desired, matching).ids().of(ScopedId.element("e"))).contains("e");
  }

  @Test
  void aNewElementDoesNotTakeTheNameOfAControl() {
    DataModel desired =
        model(
            "{'id':'region','kind':'table','columns':[]},{'id':'k','kind':'control','controlId':'region'}");
    assertThat(LiveIds.asWritten(desired).ids().of(ScopedId.element("region")))
        .contains("region-2");
  }

  @Test
  void afterAWriteTheIdsThatCameBackBelongToTheThingsOfTheSpec() {
    DataModel desired =
        model("{'id':'e','kind':'table','name':'T','columns':[{'id':'a','formula':'[T/P]'}]}");
    DataModel before = model("{'id':'x','kind':'table','name':'T','columns':[]}");
    LiveIds sent = LiveIds.rewrite(desired, matching(Map.of(ScopedId.element("e"), "x")));
    DataModel back =
        model("{'id':'z','kind':'table','name':'T','columns':[{'id':'k','formula':'[T/P]'}]}");
    ReadBack read = ReadBack.of(sent, Optional.of(before), back);
    assertThat(read.ids().of(ScopedId.element("e"))).contains("z");
    assertThat(read.ids().of(column("a"))).contains("k");
    assertThat(read.replaced()).containsExactly(new ReadBack.Replaced(ScopedId.element("x"), "z"));
    assertThat(ReadBack.inLiveIds(sent, read).node().sameValue(back.node())).isTrue();
  }

  @Test
  void whatOnlyItsOrderTellsApartIsToldApartByIt() {
    String filters =
        "{'id':'%s','kind':'table','name':'T','columns':[{'id':'%s','formula':'[T/P]'}],'filters':["
            + "{'id':'%s','columnId':'%s','kind':'list','mode':'include','values':[1]},"
            + "{'id':'%s','columnId':'%s','kind':'list','mode':'include','values':[2]}]}";
    ReadBack read =
        ReadBack.of(
            LiveIds.asWritten(model(filters.formatted("e", "a", "f", "a", "g", "a"))),
            Optional.empty(),
            // Sigma leaves a default out
            model(
                filters.formatted("x", "k", "l", "k", "m", "k").replace("'mode':'include',", "")));
    assertThat(read.ids().of(ScopedId.within("e", IdKind.FILTER, "f"))).contains("l");
    assertThat(read.ids().of(ScopedId.within("e", IdKind.FILTER, "g"))).contains("m");
  }

  @Test
  void whatDidNotComeBackIsInNoMap() {
    DataModel desired =
        model("{'id':'e','kind':'table','name':'T','columns':[{'id':'a','formula':'[T/P]'}]}");
    ReadBack read =
        ReadBack.of(
            LiveIds.asWritten(desired),
            Optional.empty(),
            model("{'id':'e','kind':'table','name':'T','columns':[]}"));
    assertThat(read.ids().of(column("a"))).isEmpty();
    assertThat(read.replaced()).isEmpty();
  }

  @Test
  void referencesToOtherModelsTakeTheirLiveIds() {
    DataModel desired =
        model(
            "{'id':'e','kind':'table','columns':[],'source':{'kind':'data-model','dataModelId':'${model:base.json}','elementId':'o','groupingId':'g'}},"
                + "{'id':'k','kind':'control','controlId':'r','parameters':[{'kind':'data-model','dataModelId':'unknown','controlId':'c'}]}");
    IdMap others =
        new IdMap(
            Map.of(
                ScopedId.element("o"), "live-o",
                ScopedId.within("o", IdKind.GROUPING, "g"), "live-g"));
    DataModel bound =
        ForeignIds.rewrite(
            desired,
            text ->
                text.equals("${model:base.json}")
                    ? Optional.of(new ForeignIds.OtherModel(new DataModelId("live"), others))
                    : Optional.empty());
    assertThat(
            bound
                .node()
                .sameValue(
                    model(
                            "{'id':'e','kind':'table','columns':[],'source':{'kind':'data-model','dataModelId':'live','elementId':'live-o','groupingId':'live-g'}},"
                                + "{'id':'k','kind':'control','controlId':'r','parameters':[{'kind':'data-model','dataModelId':'unknown','controlId':'c'}]}")
                        .node()))
        .isTrue();
  }

  private static Matching matching(Map<ScopedId, String> ids) {
    return new Matching(new IdMap(ids), java.util.List.of());
  }

  private static DataModel model(String elements) {
    return Specs.model("{'pages':[{'id':'p','name':'P','elements':[" + elements + "]}]}");
  }

  private static ScopedId column(String id) {
    return ScopedId.within("e", IdKind.COLUMN, id);
  }
}
