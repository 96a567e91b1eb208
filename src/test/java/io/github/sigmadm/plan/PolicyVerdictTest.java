package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.config.Policy.Approval;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.plan.PolicyVerdict.Decision;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.testing.Specs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyVerdictTest {

  private static final RepositoryPath PATH = new RepositoryPath("orders.json");

  @ParameterizedTest
  @CsvSource({
    "WARN, '', WARNED",
    "LABEL, '', NEEDS_LABEL",
    "LABEL, other-label, NEEDS_LABEL",
    "LABEL, sigma-approved, APPROVED",
    "BLOCK, sigma-approved, BLOCKED"
  })
  void aBreakingChangeMeetsItsSetting(Approval breaking, String label, Decision expected) {
    assertThat(
            PolicyVerdict.of(
                plan(ChangeSeverity.BREAKING), policy(breaking, Approval.ALLOW), Set.of(label)))
        .extracting(PolicyVerdict::decision)
        .containsExactly(expected);
  }

  @Test
  void whatIsAllowedNeedsNoWord() {
    assertThat(
            PolicyVerdict.of(
                plan(ChangeSeverity.BREAKING), policy(Approval.ALLOW, Approval.BLOCK), Set.of()))
        .isEmpty();
  }

  @Test
  void aSecurityChangeMeetsItsOwnSetting() {
    assertThat(
            PolicyVerdict.of(
                plan(ChangeSeverity.SECURITY), policy(Approval.BLOCK, Approval.LABEL), Set.of()))
        .singleElement()
        .satisfies(verdict -> {
          assertThat(verdict.severity()).isEqualTo(ChangeSeverity.SECURITY);
          assertThat(verdict.stops()).isTrue();
          assertThat(verdict.label()).isEqualTo("sigma-approved");
        });
  }

  @Test
  void whatIsSafeNeedsNothing() {
    assertThat(
            PolicyVerdict.of(
                plan(ChangeSeverity.NOTICE), policy(Approval.BLOCK, Approval.BLOCK), Set.of()))
        .isEmpty();
  }

  @Test
  void deletingAModelIsBreaking() {
    Policy policy = policy(Approval.LABEL, Approval.ALLOW);
    assertThat(PolicyVerdict.of(plan(delete(true)), policy, Set.of()))
        .extracting(PolicyVerdict::decision)
        .containsExactly(Decision.NEEDS_LABEL);
    assertThat(PolicyVerdict.of(plan(delete(false)), policy, Set.of())).isEmpty();
  }

  private static Policy policy(Approval breaking, Approval security) {
    return new Policy(
        breaking,
        security,
        "sigma-approved",
        Policy.Drift.BLOCK,
        Policy.PlanChanged.WARN,
        false,
        Policy.Verify.FAIL);
  }

  private static Plan plan(ChangeSeverity severity) {
    return plan(update(List.of(change(severity))));
  }

  private static Plan plan(ModelPlan model) {
    return new Plan(
        Optional.empty(),
        new Commit("0123456789012345678901234567890123456789"),
        Optional.empty(),
        Optional.empty(),
        List.of(model),
        List.of());
  }

  private static ModelPlan update(List<Change> changes) {
    DataModel content = Specs.model("{'pages':[]}");
    return new ModelPlan.Update(
        PATH,
        "Orders",
        new Target.Base(),
        content,
        SigmaAdditions.NONE,
        true,
        FileChange.NONE,
        IdMap.EMPTY,
        List.of(),
        changes,
        List.of(),
        List.of(),
        List.of());
  }

  private static ModelPlan delete(boolean pruned) {
    return new ModelPlan.Delete(PATH, "Orders", Optional.empty(), pruned, List.of());
  }

  private static Change change(ChangeSeverity severity) {
    return new Change(
        Thing.COLUMN,
        What.CHANGED,
        severity,
        Optional.of("P"),
        Optional.of("T"),
        "Revenue",
        Optional.of("formula"),
        Optional.of("a"),
        Optional.of("b"));
  }
}
