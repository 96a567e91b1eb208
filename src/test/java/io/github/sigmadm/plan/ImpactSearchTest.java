package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.DataModelId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ImpactSearchTest {

  private static final DataModelId SALES = new DataModelId("sales");
  private static final DataModelId MARGIN = new DataModelId("margin");
  private static final DataModelId BOARD = new DataModelId("board");
  private static final Breakage BROKEN =
      new Breakage(SALES, false, Map.of("o", "Orders", "r", "Returns"));

  private static Consumer workbook(String name, ModelUse... uses) {
    return new Consumer(
        name, Optional.of("https://app.example.com/" + name), Optional.empty(), List.of(uses));
  }

  private static Consumer model(String name, DataModelId id, ModelUse... uses) {
    return new Consumer(name, Optional.empty(), Optional.of(id), List.of(uses));
  }

  private static ModelUse use(DataModelId model, String... elements) {
    return new ModelUse(model, List.of(elements), false);
  }

  private static List<String> found(Breakage breakage, Consumer... consumers) {
    return ImpactSearch.of(breakage, List.of(consumers)).stream()
        .map(impact -> impact.workbook() + " " + impact.reason())
        .toList();
  }

  @Test
  void whoUsesABrokenElementIsNamedWithIt() {
    assertThat(
            found(
                BROKEN,
                workbook("Weekly", use(SALES, "o", "untouched")),
                workbook("Both", use(SALES, "r", "o")),
                workbook("Unaffected", use(SALES, "untouched")),
                workbook("Elsewhere", use(MARGIN, "o")),
                workbook("Empty")))
        .containsExactly("Both uses Orders, Returns", "Weekly uses Orders");
  }

  @Test
  void theAddressComesAlong() {
    assertThat(ImpactSearch.of(BROKEN, List.of(workbook("W", use(SALES, "o")))))
        .containsExactly(new Impact("W", Optional.of("https://app.example.com/W"), "uses Orders"));
  }

  @Test
  void whoUsesADataModelThatDoesIsNamedAfterThoseWhoDo() {
    assertThat(
            found(
                BROKEN,
                workbook("Far", use(BOARD, "x")),
                workbook("Near", use(MARGIN, "y")),
                workbook("Direct", use(SALES, "o")),
                model("Board", BOARD, use(MARGIN, "z")),
                model("Margin", MARGIN, use(SALES, "r")),
                model("Sales", SALES)))
        .containsExactly(
            "Direct uses Orders",
            "Margin is a data model that uses Returns",
            "Board is a data model that uses Margin, a data model that uses Returns",
            "Near uses Margin, a data model that uses Returns",
            "Far uses Board, a data model that uses Margin, a data model that uses Returns");
  }

  @Test
  void nobodyIsNamedTwiceAndCirclesEnd() {
    assertThat(
            found(
                BROKEN,
                workbook("Weekly", use(SALES, "o"), use(MARGIN, "x"), use(BOARD, "x")),
                model("Margin", MARGIN, use(SALES, "o"), use(BOARD, "b")),
                model("Board", BOARD, use(MARGIN, "m"), use(SALES, "untouched")),
                model("Sales", SALES, use(BOARD, "b"))))
        .containsExactly(
            "Margin is a data model that uses Orders",
            "Weekly uses Orders",
            "Board is a data model that uses Margin, a data model that uses Orders");
  }

  @Test
  void whoUsesAnythingOfAModelThatGoesIsNamed() {
    Breakage gone = new Breakage(SALES, true, Map.of("o", "Orders"));

    assertThat(
            found(
                gone,
                workbook("Weekly", use(SALES, "o")),
                workbook("Odd", use(SALES, "unheard-of")),
                workbook("Silent", use(SALES))))
        .containsExactly(
            "Odd uses this data model", "Silent uses this data model", "Weekly uses Orders");
  }

  @Test
  void aUseWhoseElementsAreNotToldMayBeAny() {
    assertThat(found(BROKEN, workbook("Silent", use(SALES))))
        .containsExactly("Silent uses this data model");
  }

  @Test
  void aTaggedVersionIsSaidToBeOne() {
    assertThat(
            Stream.of(new ModelUse(SALES, List.of("o"), true))
                .flatMap(use -> found(BROKEN, workbook("Frozen", use)).stream()))
        .containsExactly("Frozen uses Orders in a tagged version");
  }
}
