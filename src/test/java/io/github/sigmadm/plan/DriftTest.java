package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.plan.DriftVerdict.Decision;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of changes made in Sigma, by what the policy says.
final class DriftTest {

  private static final FolderId FOLDER = new FolderId("folder");
  private static final String AMOUNT = column("a", "Amount", "[T/Amount]");
  private static final String SCRATCH = column("scratch", "Scratch", "[T/Scratch]");

  /// Which live id the file's things have: the table `t` and its column `file-a`.
  private static final IdMap IDS =
      new IdMap(
          Map.of(
              ScopedId.page("p"), "p",
              ScopedId.element("t"), "t",
              ScopedId.within("t", IdKind.COLUMN, "file-a"), "a"));

  @ParameterizedTest
  @CsvSource({
    "OVERWRITE, OVERWRITTEN, false",
    "KEEP, OVERWRITTEN, false",
    "WARN, WARNED, false",
    "BLOCK, BLOCKED, true"
  })
  void anEditMadeInSigmaIsUpToThePolicy(Policy.Drift policy, Decision decision, boolean stops) {
    ModelPlan plan = plan(policy, AMOUNT, column("a", "Amount", "[T/Amount] * 2"), AMOUNT);
    assertThat(plan).isInstanceOf(ModelPlan.Update.class);
    assertThat(plan.plannedChanges()).isEmpty();
    assertThat(plan.plannedDrift()).hasSize(1);
    assertThat(verdict(policy, plan))
        .hasValueSatisfying(verdict -> {
          assertThat(verdict.count()).isOne();
          assertThat(verdict.decision()).isEqualTo(decision);
          assertThat(verdict.stops()).isEqualTo(stops);
        });
  }

  @Test
  void whatIsOnlyAddedInSigmaIsKeptWhereThatIsWantedAndToldEachTime() {
    ModelPlan plan = plan(Policy.Drift.KEEP, AMOUNT, AMOUNT + "," + SCRATCH, AMOUNT);
    assertThat(plan).isInstanceOf(ModelPlan.Unchanged.class);
    assertThat(plan.plannedDrift())
        .singleElement()
        .satisfies(drift -> assertThat(drift.fate()).isEqualTo(Drift.Fate.KEPT));
    assertThat(verdict(Policy.Drift.KEEP, plan)).isEmpty();
    assertThat(plan(plan).drifted()).isOne();
  }

  /// The last deploy read back what it had kept; that does not make it the file's.
  @Test
  void whatWasKeptByTheLastDeployIsNotRemovedByTheNext() {
    String kept = AMOUNT + "," + SCRATCH;
    assertThat(plan(Policy.Drift.KEEP, kept, kept, AMOUNT)).isInstanceOf(ModelPlan.Unchanged.class);
    ModelPlan.Update renaming =
        (ModelPlan.Update)
            plan(Policy.Drift.KEEP, kept, kept, column("a", "Turnover", "[T/Amount]"));
    assertThat(renaming.changes()).extracting(Change::kind).containsExactly("column.renamed");
    assertThat(renaming.content().tables().findFirst().orElseThrow().columns()).hasSize(2);
  }

  /// Nobody has touched it since the last deploy, so it is no drift that blocks.
  @Test
  void whatWasKeptGoesAsABreakingChangeOnceThePolicyIsAnother() {
    String kept = AMOUNT + "," + SCRATCH;
    ModelPlan plan = plan(Policy.Drift.BLOCK, kept, kept, AMOUNT);
    assertThat(plan.plannedDrift()).isEmpty();
    assertThat(plan.plannedChanges())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.kind()).isEqualTo("column.removed");
          assertThat(change.severity()).isEqualTo(ChangeSeverity.BREAKING);
        });
  }

  @Test
  void theSameEditOnBothSidesIsNeitherDriftNorChange() {
    String edited = column("a", "Turnover", "[T/Amount]");
    ModelPlan plan = plan(Policy.Drift.BLOCK, AMOUNT, edited, edited);
    assertThat(plan).isInstanceOf(ModelPlan.Unchanged.class);
    assertThat(plan.plannedDrift()).isEmpty();
  }

  @Test
  void aModelRenamedInSigmaIsSetBackThroughTheFilesEndpoint() {
    ModelPlan.Update plan =
        (ModelPlan.Update)
            Planner.plan(
                input(
                    Policy.Drift.OVERWRITE,
                    new Side(
                        Optional.of("Orders"), Optional.of(FOLDER), Optional.of(""), model(AMOUNT)),
                    live("Renamed by hand", AMOUNT),
                    spec(AMOUNT)));
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.contentChanges()).isFalse();
    assertThat(plan.file().name()).contains("Orders");
    assertThat(plan.drift())
        .extracting(drift -> drift.change().kind())
        .containsExactly("model.renamed");
  }

  @Test
  void toUndoARuleMadeInSigmaNeedsApprovalWhateverThePolicySaysAboutDrift() {
    String rule =
        "],'columnSecurities':[{'id':'s','restrictedColumns':['a'],'criteria':{'kind':'no-one-can-view'}}";
    ModelPlan plan = plan(Policy.Drift.OVERWRITE, AMOUNT, AMOUNT + rule, AMOUNT);
    assertThat(plan.plannedChanges()).isEmpty();
    assertThat(PolicyVerdict.of(plan(plan), Policy.DEFAULT, Set.of()))
        .singleElement()
        .satisfies(verdict -> {
          assertThat(verdict.severity()).isEqualTo(ChangeSeverity.SECURITY);
          assertThat(verdict.stops()).isTrue();
        });
  }

  @Test
  void whatARecordedRepresentationSaysAboutTheFileIsKnown() {
    Base.Deployed base =
        Base.Deployed.of(
            Specs.model("{'name':'Orders','folderId':'f','documentVersion':3,'pages':[]}"),
            IdMap.EMPTY);
    assertThat(base.side().name()).contains("Orders");
    assertThat(base.side().folder()).contains(new FolderId("f"));
    assertThat(base.side().description()).contains("");
  }

  private static ModelPlan plan(Policy.Drift policy, String deployed, String live, String wanted) {
    return Planner.plan(
        input(policy, Side.of(model(deployed)), live("Orders", live), spec(wanted)));
  }

  private static PlanInput input(
      Policy.Drift policy, Side base, LiveModel live, ResolvedSpec spec) {
    return new PlanInput(
        spec,
        new LiveIdentity.Known(live, LiveIdentity.Evidence.STATE),
        Matcher.match(spec.content(), live.content(), IDS),
        Map.of(),
        new Base.Deployed(base, IDS),
        policy,
        List.of());
  }

  /// The file, in its own ids.
  private static ResolvedSpec spec(String columns) {
    return new ResolvedSpec(
        new RepositoryPath("orders.json"),
        "Orders",
        Optional.of(FOLDER),
        Optional.empty(),
        Optional.empty(),
        model(columns.replace("'id':'a'", "'id':'file-a'")),
        List.of());
  }

  private static LiveModel live(String name, String columns) {
    return new LiveModel(
        new DataModelId("0983"),
        name,
        FOLDER,
        Optional.empty(),
        Optional.empty(),
        7,
        model(columns));
  }

  private static Optional<DriftVerdict> verdict(Policy.Drift policy, ModelPlan plan) {
    Policy base = Policy.DEFAULT;
    return DriftVerdict.of(
        plan(plan),
        new Policy(
            base.breaking(),
            base.security(),
            base.label(),
            policy,
            base.planChanged(),
            base.prune(),
            base.verify()));
  }

  private static Plan plan(ModelPlan model) {
    return new Plan(
        Optional.empty(),
        new Commit("4be1c0ffee4be1c0ffee4be1c0ffee4be1c0ffee"),
        Optional.empty(),
        Optional.empty(),
        List.of(model),
        List.of());
  }

  private static DataModel model(String columns) {
    return Specs.model(
        "{'schemaVersion':1,'pages':[{'id':'p','name':'P','elements':[{'id':'t','kind':'table',"
            + "'name':'T','source':{'kind':'warehouse-table','connectionId':'c','path':['T']},"
            + "'columns':["
            + columns
            + "]}]}]}");
  }

  private static String column(String id, String name, String formula) {
    return "{'id':'" + id + "','name':'" + name + "','formula':'" + formula + "'}";
  }
}
