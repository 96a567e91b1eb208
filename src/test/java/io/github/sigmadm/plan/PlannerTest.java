package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.match.Matching;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlannerTest {

  private static final RepositoryPath PATH = new RepositoryPath("orders.json");
  private static final RepositoryPath BASE = new RepositoryPath("base.json");
  private static final FolderId FOLDER = new FolderId("folder");

  @Test
  void aModelThatIsNotThereIsCreatedWithEverythingInIt() {
    ModelPlan plan =
        Planner.plan(input(spec("Orders", orders("e", "a", "Revenue")), new LiveIdentity.New()));
    assertThat(plan).isInstanceOf(ModelPlan.Create.class);
    assertThat(plan.plannedChanges())
        .extracting(
            change -> change.kind() + " " + change.subject() + " " + change.after().orElse(""))
        .containsExactly(
            "model.added Orders 1 page, 1 element",
            "page.added P 1 element",
            "element.added T 1 column");
    assertThat(plan.plannedChanges()).allMatch(change -> change.severity() == ChangeSeverity.SAFE);
  }

  @Test
  void whatIsLiveAlreadyIsUnchangedAndKeepsItsIds() {
    ModelPlan plan =
        Planner.plan(
            input(
                spec("Orders", orders("e", "a", "Revenue")),
                live("Orders", orders("x", "k", "Revenue"))));
    assertThat(plan).isInstanceOf(ModelPlan.Unchanged.class);
    assertThat(((ModelPlan.Unchanged) plan).ids().of(ScopedId.element("e"))).contains("x");
  }

  @Test
  void whatDiffersIsUpdatedInLiveIds() {
    ModelPlan.Update plan =
        update(
            spec("Orders", orders("e", "a", "Turnover")),
            live("Orders", orders("x", "k", "Revenue")));
    assertThat(plan.changes()).extracting(Change::kind).containsExactly("column.renamed");
    assertThat(plan.contentChanges()).isTrue();
    assertThat(plan.file().isEmpty()).isTrue();
    assertThat(plan.content().table("x").orElseThrow().column("k")).isPresent();
  }

  @Test
  void aModelThatIsOnlyRenamedAndMovedKeepsItsContent() {
    ResolvedSpec spec =
        new ResolvedSpec(
            PATH,
            "Sales",
            Optional.of(new FolderId("other")),
            Optional.of("What we sell."),
            Optional.empty(),
            orders("e", "a", "Revenue"),
            List.of());
    ModelPlan.Update plan = update(spec, live("Orders", orders("x", "k", "Revenue")));
    assertThat(plan.contentChanges()).isFalse();
    assertThat(plan.file())
        .isEqualTo(
            new FileChange(
                Optional.of("Sales"),
                Optional.of(new FolderId("other")),
                Optional.of("What we sell.")));
    assertThat(plan.changes())
        .extracting(Change::kind)
        .containsExactly("model.renamed", "model.moved", "model.changed");
  }

  @Test
  void aFileThatSaysNothingAboutDescriptionAndFolderLeavesThem() {
    ResolvedSpec spec =
        new ResolvedSpec(
            PATH,
            "Orders",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            orders("e", "a", "Revenue"),
            List.of());
    LiveIdentity live = live("Orders", orders("x", "k", "Revenue"));
    assertThat(Planner.plan(input(spec, live))).isInstanceOf(ModelPlan.Unchanged.class);
  }

  @Test
  void severalPossibleModelsAreAConflictThatListsThem() {
    LiveEntry one = new LiveEntry(new DataModelId("1"), "Orders", Optional.empty(), 1);
    LiveEntry two = new LiveEntry(new DataModelId("2"), "Orders", Optional.empty(), 1);
    ModelPlan plan =
        Planner.plan(
            input(
                spec("Orders", orders("e", "a", "Revenue")),
                new LiveIdentity.Ambiguous(List.of(one, two))));
    assertThat(((ModelPlan.Conflict) plan).candidates()).containsExactly(one, two);
  }

  @Test
  void aConfiguredModelThatDoesNotExistIsAConflictThatNamesIt() {
    ModelPlan plan =
        Planner.plan(
            input(
                spec("Orders", orders("e", "a", "Revenue")),
                new LiveIdentity.Missing(new DataModelId("0983"))));
    assertThat(((ModelPlan.Conflict) plan).reason()).contains("0983").contains("sigma-dm.yml");
  }

  @Test
  void referencesToLiveModelsOfTheRepositoryAreComparedInTheirLiveIds() {
    DataModel wanted = onBase("${model:base.json}", "b");
    DataModel live = onBase("live-base", "live-b");
    ResolvedSpec spec = spec("Orders", wanted);
    OtherModel base =
        new OtherModel(
            new DataModelId("live-base"), new IdMap(Map.of(ScopedId.element("b"), "live-b")));
    LiveIdentity identity = live("Orders", live);
    PlanInput input =
        new PlanInput(spec, identity, matching(spec, identity), Map.of(BASE, base), List.of());
    assertThat(Planner.plan(input)).isInstanceOf(ModelPlan.Unchanged.class);
  }

  @Test
  void whatCannotBeMatchedForSureIsToldAtItsPlaceInTheFile() {
    DataModel wanted =
        Specs.model(
            "{'pages':[{'id':'p','name':'P','elements':[{'id':'e','kind':'table','name':'T','columns':["
                + "{'id':'a','name':'New','formula':'[T/A]'}]}]}]}");
    DataModel live =
        Specs.model(
            "{'pages':[{'id':'p','name':'P','elements':[{'id':'e','kind':'table','name':'T','columns':["
                + "{'id':'x','name':'One','formula':'[T/A]'},{'id':'y','name':'Two','formula':'[T/A]'}]}]}]}");
    ModelPlan plan = Planner.plan(input(spec("Orders", wanted), live("Orders", live)));
    assertThat(plan.diagnostics())
        .singleElement()
        .satisfies(diagnostic -> {
          assertThat(diagnostic.code()).isEqualTo("ambiguous-match");
          assertThat(diagnostic.span().start().column()).isGreaterThan(1);
        });
  }

  @Test
  void withoutCredentialsTheFileIsComparedWithItsBase() {
    ModelPlan plan =
        Planner.planAgainstBase(
            spec("Orders", orders("e", "a", "Turnover")),
            Optional.of(spec("Orders", orders("e", "a", "Revenue"))),
            List.of());
    assertThat(((ModelPlan.Update) plan).target()).isEqualTo(new Target.Base());
    assertThat(plan.plannedChanges()).extracting(Change::kind).containsExactly("column.renamed");
    assertThat(
            Planner.planAgainstBase(
                spec("Orders", orders("e", "a", "Revenue")),
                Optional.of(spec("Orders", orders("e", "a", "Revenue"))),
                List.of()))
        .isInstanceOf(ModelPlan.Unchanged.class);
    assertThat(
            Planner.planAgainstBase(
                spec("Orders", orders("e", "a", "Revenue")), Optional.empty(), List.of()))
        .isInstanceOf(ModelPlan.Create.class);
  }

  private static ModelPlan.Update update(ResolvedSpec spec, LiveIdentity identity) {
    return (ModelPlan.Update) Planner.plan(input(spec, identity));
  }

  private static PlanInput input(ResolvedSpec spec, LiveIdentity identity) {
    return new PlanInput(spec, identity, matching(spec, identity), Map.of(), List.of());
  }

  private static Matching matching(ResolvedSpec spec, LiveIdentity identity) {
    return identity instanceof LiveIdentity.Known known
        ? Matcher.match(spec.content(), known.model().content(), IdMap.EMPTY)
        : new Matching(IdMap.EMPTY, List.of());
  }

  private static ResolvedSpec spec(String name, DataModel content) {
    return new ResolvedSpec(
        PATH, name, Optional.of(FOLDER), Optional.empty(), Optional.empty(), content, List.of());
  }

  private static LiveIdentity live(String name, DataModel content) {
    return new LiveIdentity.Known(
        new LiveModel(
            new DataModelId("0983"),
            name,
            FOLDER,
            Optional.of("Old words."),
            Optional.empty(),
            7,
            content),
        LiveIdentity.Evidence.NAME);
  }

  private static DataModel orders(String element, String column, String name) {
    return Specs.model(
        "{'schemaVersion':1,'pages':[{'id':'p','name':'P','elements':[{'id':'"
            + element
            + "','kind':'table','name':'T','columns':[{'id':'"
            + column
            + "','name':'"
            + name
            + "','formula':'[T/A]'}]}]}]}");
  }

  private static DataModel onBase(String model, String element) {
    return Specs.model(
        "{'pages':[{'id':'p','name':'P','elements':[{'id':'e','kind':'table','name':'T','columns':[],"
            + "'source':{'kind':'data-model','dataModelId':'"
            + model
            + "','elementId':'"
            + element
            + "'}}]}]}");
  }
}
