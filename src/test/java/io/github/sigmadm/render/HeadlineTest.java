package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One sentence says what will happen, or what happened.
final class HeadlineTest {

  @Test
  void ofAPlanItCountsWhatWillBeDoneAndWhatStandsOut() {
    assertThat(of(Matter.of(Samples.create()), Occasion.Kind.PLAN))
        .isEqualTo("Sigma plan for prod: 1 model to create");
    assertThat(of(Matter.of(Samples.update()), Occasion.Kind.PLAN))
        .isEqualTo(
            "⚠️ Sigma plan for prod: 1 model to create, 3 to update, 1 to delete; 2 security"
                + " changes, 3 breaking changes, drift in 1 model");
  }

  @Test
  void itSaysWhetherAPersonCanLetAStoppedPlanPass() {
    assertThat(stopped(Verdict.Weight.WAITS)).startsWith("⛔").endsWith(", needs approval");
    assertThat(stopped(Verdict.Weight.STOPS)).startsWith("⛔").endsWith(", blocked by policy");
    assertThat(stopped(Verdict.Weight.WARNS)).doesNotContain("policy", "approval");
  }

  @Test
  void ofAPlanWithoutChangesItSaysSo() {
    assertThat(of(Matter.of(Samples.unchanged()), Occasion.Kind.PLAN))
        .isEqualTo("Sigma plan for prod: no changes");
    assertThat(of(Matter.of(Samples.plan()), Occasion.Kind.PLAN))
        .isEqualTo("Sigma plan for prod: no changes");
  }

  @Test
  void ofAnInvalidPlanItCountsTheErrors() {
    assertThat(of(Matter.of(Samples.invalid()), Occasion.Kind.PLAN))
        .isEqualTo("❌ Sigma plan for prod: 1 invalid spec (2 errors), 1 model in conflict");
  }

  @Test
  void whatWasInvalidBeforeDoesNotCountAsFailure() {
    RepositoryPath path = new RepositoryPath("a.json");
    Plan plan =
        Samples.plan(
            new ModelPlan.Invalid(
                path,
                "a",
                List.of(
                    Diagnostic.error("a-code", path, Samples.at(1, 1), "It is wrong.", "Mend it.")
                        .asKnown())));
    assertThat(of(Matter.of(plan), Occasion.Kind.PLAN))
        .isEqualTo("⚠️ Sigma plan for prod: no changes; 1 spec invalid as before");
    assertThat(of(Matter.of(plan), Occasion.Kind.VALIDATE))
        .isEqualTo("⚠️ Sigma specs: 1 spec checked, 1 invalid as before");
  }

  @Test
  void withoutLiveStateItSaysWhatThePlanWasMadeFrom() {
    assertThat(of(Matter.of(Samples.offline()), Occasion.Kind.PLAN))
        .startsWith("⚠️ Sigma plan for prod, from Git alone: 1 model to update; ");
  }

  @Test
  void ofValidationItCountsSpecs() {
    assertThat(of(Matter.of(Samples.validated()), Occasion.Kind.VALIDATE))
        .isEqualTo("❌ Sigma specs: 1 of 4 specs is invalid (2 errors)");
    Plan sound =
        new Plan(
            Optional.empty(),
            Samples.HEAD,
            Optional.empty(),
            Optional.empty(),
            Samples.unchanged().models(),
            List.of());
    assertThat(of(Matter.of(sound), Occasion.Kind.VALIDATE))
        .isEqualTo("Sigma specs: 3 specs are valid");
  }

  @Test
  void ofDriftItCountsTheModelsThatWereChangedInSigma() {
    assertThat(of(Matter.of(Samples.drift()), Occasion.Kind.DRIFT))
        .isEqualTo("Sigma drift in prod: 1 model changed in Sigma since the last deploy");
    assertThat(of(Matter.of(Samples.unchanged()), Occasion.Kind.DRIFT))
        .isEqualTo("Sigma drift in prod: none");
  }

  @Test
  void whatBothTouchedIsCountedApart() {
    assertThat(of(Matter.of(Samples.collision()), Occasion.Kind.PLAN))
        .isEqualTo(
            "⚠️ Sigma plan for prod: 1 model to update; 1 breaking change, drift in 1 model,"
                + " 2 collisions");
  }

  @Test
  void ofADeployItCountsWhatCameOfIt() {
    assertThat(of(Matter.of(Samples.deployed()), Occasion.Kind.DEPLOY))
        .isEqualTo("✅ Sigma deploy to prod: 1 model created, 1 updated");
    assertThat(of(Matter.of(Samples.partial()), Occasion.Kind.DEPLOY))
        .isEqualTo(
            "❌ Sigma deploy to prod: 1 model created; 1 model failed, 1 rolled back, 1 in conflict,"
                + " 1 skipped");
  }

  @Test
  void ofADeployThatHadNothingToDoItSaysSo() {
    Plan plan = Samples.unchanged();
    List<Outcome> outcomes = plan.models().stream().<Outcome>map(Outcome.Unchanged::new).toList();
    assertThat(of(Matter.of(new Report(plan, outcomes)), Occasion.Kind.DEPLOY))
        .isEqualTo("✅ Sigma deploy to prod: nothing to do, 3 models are as specified");
  }

  private static String stopped(Verdict.Weight weight) {
    Occasion occasion =
        new Occasion(
            Occasion.Kind.PLAN,
            Links.NONE,
            List.of(new Verdict(weight, "Because.")),
            Optional.empty());
    return text(Headline.of(Matter.of(Samples.update()), occasion));
  }

  private static String of(Matter matter, Occasion.Kind kind) {
    return text(Headline.of(matter, Occasion.of(kind)));
  }

  private static String text(Headline headline) {
    String icon = headline.icon().isEmpty() ? "" : headline.icon() + " ";
    return icon + headline.sentence().bare();
  }
}
