package io.github.sigmadm.render;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.Drift;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one sentence that tells what will happen, or what happened.
///
/// @param icon a sign for how it stands; may be empty
/// @param title what this is about
/// @param statement what there is to say
record Headline(String icon, Phrase title, String statement) {

  static Headline of(Matter matter, Occasion occasion) {
    Plan plan = matter.plan();
    Phrase title = Phrase.of(occasion.kind().title());
    if (plan.environment().isPresent() && !occasion.kind().preposition().isEmpty()) {
      title =
          title
              .words(" " + occasion.kind().preposition() + " ")
              .name(plan.environment().get().value());
    }
    if (matter.carriedOut()) {
      return new Headline(doneIcon(matter.outcomes()), title, done(matter.outcomes()));
    }
    boolean offline = plan.environment().isPresent() && plan.fingerprint().isEmpty();
    return new Headline(
        icon(plan, occasion),
        offline ? title.words(", from Git alone") : title,
        switch (occasion.kind()) {
          case VALIDATE -> checked(plan);
          case DRIFT -> drifted(plan);
          case PLAN, DEPLOY, PREVIEW, ROLLBACK -> planned(plan, occasion);
        });
  }

  /// Title and statement as one phrase.
  Phrase sentence() {
    return title.words(": " + statement);
  }

  private static String icon(Plan plan, Occasion occasion) {
    if (Specs.newlyInvalid(plan) > 0 || conflicts(plan) > 0) {
      return "❌";
    }
    if (occasion.stopped()) {
      return "⛔";
    }
    return plan.changes(ChangeSeverity.BREAKING) + plan.changes(ChangeSeverity.SECURITY) > 0
            || plan.invalid() > 0
        ? "⚠️"
        : "";
  }

  private static String checked(Plan plan) {
    String sentence = Specs.sentence(plan);
    return Specs.newlyInvalid(plan) > 0 ? sentence + " (" + errors(plan) + ")" : sentence;
  }

  private static String drifted(Plan plan) {
    return plan.drifted() == 0
        ? "none"
        : Count.of(plan.drifted(), "model") + " changed in Sigma since the last deploy";
  }

  private static String planned(Plan plan, Occasion occasion) {
    List<String> actions = new ArrayList<>();
    add(actions, plan.creates(), "model", "to create");
    add(actions, plan.updates(), "model", "to update");
    add(actions, plan.deletes(), "model", "to delete");
    List<String> findings = new ArrayList<>();
    if (Specs.newlyInvalid(plan) > 0) {
      findings.add(Count.of(Specs.newlyInvalid(plan), "invalid spec") + " (" + errors(plan) + ")");
    }
    invalidBefore(plan, findings);
    if (conflicts(plan) > 0) {
      findings.add(Count.of(conflicts(plan), "model") + " in conflict");
    }
    count(findings, plan.changes(ChangeSeverity.SECURITY), "security change");
    count(findings, plan.changes(ChangeSeverity.BREAKING), "breaking change");
    if (plan.drifted() > 0) {
      findings.add("drift in " + Count.of(plan.drifted(), "model"));
    }
    count(findings, collisions(plan), "collision");
    if (occasion.stopped()) {
      findings.add(occasion.waits() ? "needs approval" : "blocked by policy");
    }
    if (actions.isEmpty() && Specs.newlyInvalid(plan) + conflicts(plan) == 0) {
      actions.add("no changes");
    }
    return joined(actions, findings);
  }

  private static String done(List<Outcome> outcomes) {
    List<String> good = new ArrayList<>();
    add(good, deployed(outcomes, ModelPlan.Create.class::isInstance), "model", "created");
    add(good, deployed(outcomes, ModelPlan.Update.class::isInstance), "model", "updated");
    add(good, of(outcomes, Outcome.Deleted.class), "model", "deleted");
    List<String> bad = new ArrayList<>();
    add(bad, of(outcomes, Outcome.Failed.class), "model", "failed");
    add(bad, of(outcomes, Outcome.RolledBack.class), "model", "rolled back");
    add(bad, of(outcomes, Outcome.Conflict.class), "model", "in conflict");
    add(bad, of(outcomes, Outcome.Skipped.class), "model", "skipped");
    if (good.isEmpty() && bad.isEmpty()) {
      return "nothing to do, "
          + Count.of(outcomes.size(), "model")
          + (outcomes.size() == 1 ? " is" : " are")
          + " as specified";
    }
    if (good.isEmpty()) {
      good.add("nothing deployed");
    }
    return joined(good, bad);
  }

  private static String doneIcon(List<Outcome> outcomes) {
    return outcomes.stream().allMatch(Outcome::succeeded) ? "✅" : "❌";
  }

  private static long deployed(List<Outcome> outcomes, Predicate<ModelPlan> planned) {
    return outcomes.stream()
        .filter(Outcome.Deployed.class::isInstance)
        .filter(outcome -> planned.test(outcome.planned()))
        .count();
  }

  private static long of(List<Outcome> outcomes, Class<? extends Outcome> kind) {
    return outcomes.stream().filter(kind::isInstance).count();
  }

  private static void invalidBefore(Plan plan, List<String> list) {
    long number = plan.invalid() - Specs.newlyInvalid(plan);
    if (number > 0) {
      list.add(Count.of(number, "spec") + " invalid as before");
    }
  }

  /// Things that were changed both in Sigma and in the file.
  private static long collisions(Plan plan) {
    return plan.models().stream()
        .flatMap(model -> model.plannedDrift().stream())
        .filter(Drift::collides)
        .count();
  }

  private static long conflicts(Plan plan) {
    return plan.models().stream().filter(ModelPlan.Conflict.class::isInstance).count();
  }

  private static String errors(Plan plan) {
    return Count.of(
        plan.models().stream()
            .flatMap(model -> model.diagnostics().stream())
            .filter(Diagnostic::isNewError)
            .count(),
        "error");
  }

  /// `2 models to create`; the noun only with the first of a list.
  private static void add(List<String> list, long number, String noun, String what) {
    if (number > 0) {
      list.add((list.isEmpty() ? Count.of(number, noun) : number) + " " + what);
    }
  }

  private static void count(List<String> list, long number, String noun) {
    if (number > 0) {
      list.add(Count.of(number, noun));
    }
  }

  private static String joined(List<String> first, List<String> second) {
    return Stream.of(first, second)
        .filter(list -> !list.isEmpty())
        .map(list -> String.join(", ", list))
        .collect(Collectors.joining("; "));
  }
}
