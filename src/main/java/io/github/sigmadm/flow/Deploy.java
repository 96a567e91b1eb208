package io.github.sigmadm.flow;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.render.Occasion;
import io.github.sigmadm.render.Outputs;
import io.github.sigmadm.render.Verdict;
import io.github.sigmadm.state.DeployedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The mode `deploy`: plans, asks the policy, carries out, records, tells.
///
/// Where another deploy comes in between, all this happens again with what that one left.
final class Deploy {

  private static final int MOST_ROUNDS = 5;

  /// How long another deploy may take between writing a model and recording it, before a conflict
  /// counts as somebody's edit in Sigma.
  private static final List<Duration> PATIENCE =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4));

  private final Drafting drafting;
  private final Assignment assignment;
  private final Run run;
  private final World world;
  private final Telling telling;
  private Optional<Report> before = Optional.empty();

  Deploy(Drafting drafting, Run run, World world, Telling telling) {
    this.drafting = drafting;
    this.assignment = drafting.assignment();
    this.run = run;
    this.world = world;
    this.telling = telling;
  }

  Conclusion execute() {
    PullRequestFacts pullRequest =
        PullRequestFacts.of(run.event(), assignment.comparison().head(), world);
    for (int round = 1; ; round++) {
      Past past = drafting.past();
      Optional<Commit> newer = newer(past);
      if (newer.isPresent()) {
        return outdated(newer.get());
      }
      Draft draft = drafting.draft(past);
      if (round == 1) {
        past.notice().ifPresent(world.announcer()::warning);
        telling.annotate(draft.plan());
      }
      Review review = Review.of(draft.plan(), drafting.policy(), pullRequest, telling);
      Occasion occasion =
          new Occasion(
              Occasion.Kind.DEPLOY, run.links(), review.verdicts(), review.reviewed().marker());
      if (run.inputs().dryRun() || !review.stopping().isEmpty()) {
        if (round < MOST_ROUNDS && !run.inputs().dryRun() && mayBeUnderWay(draft)) {
          continue;
        }
        return stopped(draft.plan(), occasion, pullRequest, review.stopping());
      }
      Recorder recorder = recorder(draft.past());
      Report report = carryOut(draft, recorder);
      Report all = before.map(earlier -> earlier.then(report)).orElse(report);
      if (round == MOST_ROUNDS
          || world.cancellation().isRequested()
          || !isOvertaken(report, recorder)) {
        Conclusion conclusion = Verdicts.ofReport(all);
        telling.report(all, occasion, pullRequest.number(), conclusion);
        return conclusion;
      }
      before = Optional.of(all);
      world.announcer().line("Another deploy came in between; planning again with what it left.");
    }
  }

  private Report carryOut(Draft draft, Recorder recorder) {
    world.cancellation().writingBegins();
    world.announcer().group("Deploying to " + drafting.environment().name());
    Report report =
        new Deployment(
                drafting.organisation().models(),
                world.announcer(),
                drafting.parallel(),
                drafting.policy().verify(),
                draft.planned().located(),
                new Deployed(
                    draft.past(),
                    recorder,
                    assignment.settings().configuration(),
                    drafting.environment().name(),
                    assignment.comparison().head()),
                world.artifacts(),
                world.cancellation())
            .carryOut(draft.plan(), draft.planned().layers());
    recorder.finish();
    world.announcer().endGroup();
    return report;
  }

  private Recorder recorder(Past past) {
    Commit head = assignment.comparison().head();
    return new Recorder(
        past,
        drafting.environment().name(),
        head,
        deployed -> world.repository().isAncestor(head, deployed),
        new RecordText(
            drafting.environment().name(), head, run.hosted().flatMap(HostedRepository::runUrl)),
        world.announcer());
  }

  /// What the policy stops, or nobody wants carried out.
  private Conclusion stopped(
      Plan plan, Occasion occasion, PullRequestFacts pullRequest, List<FailureReason> stopping) {
    if (before.isPresent()) {
      // part of it was done before another deploy came in between
      Conclusion conclusion = Verdicts.ofReport(before.get());
      telling.report(before.get(), occasion, pullRequest.number(), conclusion);
      return conclusion;
    }
    Conclusion conclusion = Verdicts.ofPlan(plan, run.inputs().failOn(), stopping);
    telling.plan(plan, occasion, pullRequest.number(), conclusion);
    return conclusion;
  }

  /// A commit that was deployed already and has this push behind it, as when an old run is
  /// repeated.
  private Optional<Commit> newer(Past past) {
    Commit head = assignment.comparison().head();
    return run.event() instanceof Event.Push
        ? past.state()
            .head()
            .filter(deployed -> !deployed.equals(head))
            .filter(deployed -> !Optional.of(deployed).equals(assignment.comparison().base()))
            .filter(deployed -> world.repository().isAncestor(head, deployed))
        : Optional.empty();
  }

  private Conclusion outdated(Commit newer) {
    world
        .announcer()
        .line(
            "Nothing is deployed: "
                + drafting.environment().name()
                + " has "
                + newer.abbreviated()
                + " already, which comes after "
                + assignment.comparison().head().abbreviated()
                + ". To go back, revert the change with a new commit.");
    Conclusion conclusion = new Conclusion.NothingToDo();
    world.artifacts().output(Outputs.of(conclusion, Outputs.Places.NONE));
    return conclusion;
  }

  /// Whether another deploy has come in between, and was first with a model. A conflict where none
  /// did is somebody's edit.
  private boolean isOvertaken(Report report, Recorder recorder) {
    boolean conflicts =
        report.outcomes().stream()
            .filter(Outcome.Conflict.class::isInstance)
            .anyMatch(outcome -> !(outcome.planned() instanceof ModelPlan.Conflict));
    return conflicts
        && drafting.past().isKnown()
        && (recorder.wasJoined() || stateMoves(recorder.point()));
  }

  /// Whether what the policy objects to is the work of another deploy that was just recording it.
  private boolean mayBeUnderWay(Draft draft) {
    boolean isUnrecorded =
        draft.plan().models().stream()
            .anyMatch(model ->
                model.live().isPresent()
                    && !draft
                        .past()
                        .of(model.path())
                        .flatMap(DeployedModel::version)
                        .equals(model.liveVersion()));
    return isUnrecorded && draft.past().isKnown() && stateMoves(draft.past().point());
  }

  private boolean stateMoves(Optional<Commit> from) {
    for (Duration pause : PATIENCE) {
      if (!drafting.past().point().equals(from)) {
        return true;
      }
      world.pause().accept(pause);
    }
    return false;
  }

  /// What the policy and the pull request's comment say about a plan.
  private record Review(List<Verdict> verdicts, Reviewed reviewed, List<FailureReason> stopping) {

    static Review of(Plan plan, Policy policy, PullRequestFacts pullRequest, Telling telling) {
      Approval approval = Approval.of(plan, policy, pullRequest);
      Reviewed reviewed = Reviewed.of(telling.reviewed(pullRequest.number(), plan), plan, policy);
      List<Verdict> verdicts = new ArrayList<>(approval.verdicts());
      reviewed.verdict().ifPresent(verdicts::add);
      List<FailureReason> stopping = new ArrayList<>(approval.stopping());
      stopping.addAll(reviewed.stopping());
      return new Review(verdicts, reviewed, stopping);
    }
  }
}
