package io.github.sigmadm.flow;

import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.plan.Breakage;
import io.github.sigmadm.plan.Consumer;
import io.github.sigmadm.plan.Impact;
import io.github.sigmadm.plan.ImpactSearch;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.ModelUse;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Workbook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Looks for those who use what plans break: nobody in Sigma can be asked, so each workbook and
/// data model is asked what it uses, once a run, a few at once, no more than so many and no longer
/// than so long. What was not looked at is told.
///
/// Trouble ends the search and never the run.
final class ImpactScan {

  /// More at once are turned away (observed on the lineage of data models).
  private static final int AT_ONCE = 5;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Organisation organisation;
  private final Parallel parallel;
  private final int most;
  private final InstantSource clock;
  private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());

  /// @param atOnce how many requests the run may have under way
  /// @param most how many documents are looked at
  ImpactScan(Organisation organisation, int atOnce, int most, InstantSource clock) {
    this.organisation = organisation;
    this.parallel = new Parallel(Math.min(AT_ONCE, atOnce));
    this.most = most;
    this.clock = clock;
  }

  /// The plan with whom it affects and how far that was looked for, if it breaks something; else
  /// nothing is asked.
  Plan told(Plan plan) {
    if (plan.models().stream().allMatch(model -> Breakage.of(model).isEmpty())) {
      return plan;
    }
    List<LiveEntry> otherModels;
    List<Workbook> workbooks;
    try {
      otherModels = organisation.models().list();
      workbooks = organisation.consumers().workbooks();
    } catch (Trouble e) {
      return plan.with(
          plan.models(), "Who uses what this plan breaks could not be looked up. " + message(e));
    }
    Instant end = clock.instant().plus(LONGEST);
    // data models first: what workbooks use of them matters only then
    int room = Math.max(most / 2, most - workbooks.size());
    List<Optional<Consumer>> asked =
        new ArrayList<>(
            parallel.map(otherModels.stream().limit(room).toList(), model -> consumer(model, end)));
    int modelsSeen = seen(asked);
    asked.addAll(
        parallel.map(
            workbooks.stream().limit(most - asked.size()).toList(),
            workbook -> consumer(workbook, end)));
    int workbooksSeen = seen(asked) - modelsSeen;
    List<Consumer> consumers = asked.stream().flatMap(Optional::stream).toList();
    return plan.with(
        plan.models().stream().map(model -> with(model, consumers)).toList(),
        "To find who uses what this plan breaks, "
            + share(workbooksSeen, workbooks.size(), "workbook")
            + " and "
            + share(modelsSeen, otherModels.size(), "data model")
            + " were looked at, of those that the credentials see."
            + rest(modelsSeen + workbooksSeen, otherModels.size() + workbooks.size()));
  }

  private static int seen(List<Optional<Consumer>> asked) {
    return Math.toIntExact(asked.stream().filter(Optional::isPresent).count());
  }

  private static ModelPlan with(ModelPlan model, List<Consumer> consumers) {
    List<Impact> impact =
        Breakage.of(model).map(breakage -> ImpactSearch.of(breakage, consumers)).orElse(List.of());
    return impact.isEmpty() ? model : model.withImpact(impact);
  }

  private Optional<Consumer> consumer(LiveEntry model, Instant end) {
    return asked(end, () -> organisation.consumers().usesOf(model.id()))
        .map(uses -> new Consumer(model.name(), model.url(), Optional.of(model.id()), uses));
  }

  private Optional<Consumer> consumer(Workbook workbook, Instant end) {
    return asked(end, () -> organisation.consumers().usesOf(workbook))
        .map(uses -> new Consumer(workbook.name(), workbook.url(), Optional.empty(), uses));
  }

  private Optional<List<ModelUse>> asked(Instant end, Supplier<List<ModelUse>> question) {
    if (trouble.get().isPresent() || clock.instant().isAfter(end)) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.get());
    } catch (Trouble.Unreachable | Trouble.BadCredentials e) {
      trouble.set(Optional.of(message(e)));
      return Optional.empty();
    } catch (Trouble e) {
      // this one document: gone meanwhile, or out of reach
      return Optional.empty();
    }
  }

  private String rest(int seen, int all) {
    if (seen == all) {
      return "";
    }
    return " Who else uses it is not known."
        + trouble.get().map(why -> " " + why).orElse("")
        + (trouble.get().isEmpty() && all > most
            ? " `checks: { impact-limit: … }` in sigma-dm.yml raises the limit of " + most + "."
            : "");
  }

  private static String share(int seen, int all, String what) {
    String things = what + (all == 1 ? "" : "s");
    return seen == all
        ? (all == 1 ? "1 " : "all " + all + " ").replace("all 0", "0") + things
        : seen + " of " + all + " " + things;
  }

  private static String message(Trouble trouble) {
    return Optional.ofNullable(trouble.getMessage()).orElse("Sigma gave no answer.");
  }
}
