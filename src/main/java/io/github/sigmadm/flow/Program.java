package io.github.sigmadm.flow;

import io.github.sigmadm.config.Environment;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.Occasion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// One run, from the event to the last output.
///
/// Throws a [Trouble] where the run cannot go on; what could be told until then has been told.
public final class Program {

  private final World world;
  private final Run run;
  private final Inputs inputs;
  private final Announcer announcer;

  public Program(World world, Run run) {
    this.world = world;
    this.run = run;
    this.inputs = run.inputs();
    this.announcer = world.announcer();
  }

  /// Does what the event and the inputs ask for.
  public Conclusion execute() {
    refuseWhatIsNotThere();
    Comparison comparison = world.repository().comparison(run.event());
    comparison.notice().ifPresent(announcer::warning);
    History history =
        inputs
            .workingDirectory()
            .<History>map(folder -> new Subfolder(world.repository().history(), folder))
            .orElseGet(() -> world.repository().history());
    Settings settings = Settings.read(history, comparison, inputs, run.event());
    Telling telling = new Telling(world, run, history, settings);
    telling.configuration(comparison.head());
    if (settings.hasErrors()) {
      throw new Trouble.BadConfiguration(badConfiguration(settings));
    }
    Mode mode = Modes.of(inputs.mode(), run.event(), settings.environment().isPresent());
    if (mode == Mode.CLEANUP) {
      announcer.line("There are no previews to remove.");
      return concluded(new Conclusion.NothingToDo());
    }
    Assignment assignment = new Assignment(comparison, history, settings, mode);
    announcer.line(assignment.describe());
    return mode == Mode.VALIDATE || settings.environment().isEmpty()
        ? validate(assignment, telling)
        : work(assignment, settings.environment().get(), telling);
  }

  /// What the contract has and this version has not.
  private void refuseWhatIsNotThere() {
    Set<Mode> absent = Set.of(Mode.PREVIEW, Mode.ROLLBACK, Mode.PULL);
    if (absent.contains(inputs.mode())) {
      throw new Trouble.BadConfiguration(
          "The mode `"
              + inputs.mode().word()
              + "` is not in this version. Use validate, plan, deploy or drift.");
    }
  }

  private Conclusion validate(Assignment assignment, Telling telling) {
    if (assignment.mode() != Mode.VALIDATE && inputs.mode() != Mode.AUTO) {
      throw new Trouble.BadConfiguration(
          "To "
              + assignment.mode().word()
              + ", there must be an environment: map the branch to one with `branches` in "
              + inputs.config()
              + ", or name one with the input `environment`.");
    }
    Specs specs = Specs.of(assignment, inputs, Past.none(world.states()));
    List<ModelPlan> models = Validation.of(assignment.settings(), specs, inputs, world);
    Plan plan = Draft.plan(assignment, Optional.empty(), models, Optional.empty(), List.of());
    telling.annotate(plan);
    Conclusion conclusion = Verdicts.ofPlan(plan, inputs.failOn(), List.of());
    telling.plan(plan, occasion(Occasion.Kind.VALIDATE, List.of()), pullRequest(), conclusion);
    return conclusion;
  }

  private Conclusion work(Assignment assignment, Environment environment, Telling telling) {
    Optional<Organisation> organisation =
        assignment.settings().credentialsAllowed()
            ? Connections.connect(environment, inputs, world)
            : Optional.empty();
    if (organisation.isEmpty()) {
      return offline(assignment, environment, telling);
    }
    Drafting drafting = new Drafting(assignment, environment, organisation.get(), world, inputs);
    if (assignment.mode() == Mode.DEPLOY) {
      return new Deploy(drafting, run, world, telling).execute();
    }
    Plan plan = drafting.draft().plan();
    telling.annotate(plan);
    return show(assignment, plan, telling);
  }

  /// The plan of the head against the base from Git alone.
  private Conclusion offline(Assignment assignment, Environment environment, Telling telling) {
    if (assignment.mode() == Mode.DEPLOY || assignment.mode() == Mode.DRIFT) {
      throw new Trouble.BadCredentials(
          "There are no credentials for "
              + environment.name()
              + ". Set the inputs client-id and client-secret, or the variables "
              + environment.credentials().map(prefix -> "SIGMA_" + prefix + "_").orElse("SIGMA_")
              + "CLIENT_ID and …CLIENT_SECRET.");
    }
    String notice =
        "There are no Sigma credentials in this run, so the plan compares the files with the base"
            + " commit. Left out: which live models they are, what was changed in Sigma, and the"
            + " checks against the warehouse.";
    Specs specs = Specs.of(assignment, inputs, Past.none(world.states()));
    Plan plan =
        Draft.plan(
            assignment,
            Optional.of(environment.name()),
            Planning.againstBase(specs),
            Optional.empty(),
            List.of(notice));
    announcer.warning(notice);
    telling.annotate(plan);
    return show(assignment, plan, telling);
  }

  private Conclusion show(Assignment assignment, Plan plan, Telling telling) {
    PullRequestFacts pullRequest = facts(assignment);
    Approval approval =
        Approval.of(plan, assignment.settings().configuration().policy(), pullRequest);
    Conclusion conclusion = Verdicts.ofPlan(plan, inputs.failOn(), approval.stopping());
    Occasion.Kind kind = assignment.mode() == Mode.DRIFT ? Occasion.Kind.DRIFT : Occasion.Kind.PLAN;
    telling.plan(plan, occasion(kind, approval.verdicts()), pullRequest(), conclusion);
    return conclusion;
  }

  private Conclusion concluded(Conclusion conclusion) {
    world
        .artifacts()
        .output(
            io.github.sigmadm.render.Outputs.of(
                conclusion, io.github.sigmadm.render.Outputs.Places.NONE));
    return conclusion;
  }

  private Occasion occasion(Occasion.Kind kind, List<io.github.sigmadm.render.Verdict> verdicts) {
    return new Occasion(kind, run.links(), verdicts, Optional.empty());
  }

  /// The pull request that is to be commented on while it is open.
  private OptionalInt pullRequest() {
    return run.event() instanceof Event.PullRequest open
        ? OptionalInt.of(open.number())
        : OptionalInt.empty();
  }

  private PullRequestFacts facts(Assignment assignment) {
    return PullRequestFacts.of(run.event(), assignment.comparison().head(), world);
  }

  private static String badConfiguration(Settings settings) {
    Diagnostic first =
        settings.diagnostics().stream().filter(Diagnostic::isNewError).findFirst().orElseThrow();
    long others = settings.diagnostics().stream().filter(Diagnostic::isNewError).count() - 1;
    return first.file()
        + ":"
        + first.span().start()
        + ": "
        + first.message()
        + first.hint().map(hint -> " " + hint).orElse("")
        + (others > 0 ? " (and " + others + " more)" : "");
  }
}
