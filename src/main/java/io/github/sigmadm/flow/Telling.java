package io.github.sigmadm.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import io.github.sigmadm.render.Annotations;
import io.github.sigmadm.render.Comment;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.ConsoleText;
import io.github.sigmadm.render.HtmlReport;
import io.github.sigmadm.render.Marker;
import io.github.sigmadm.render.Occasion;
import io.github.sigmadm.render.Outputs;
import io.github.sigmadm.render.PlanFile;
import io.github.sigmadm.render.Sarif;
import io.github.sigmadm.render.Sources;
import io.github.sigmadm.render.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Tells everyone what a run came to: annotations, plan file, HTML report, comment, job summary,
/// outputs.
final class Telling {

  static final String PLAN_FILE = "sigma-dm-plan.json";
  static final String REPORT_FILE = "sigma-dm-report.html";
  static final String FINDINGS_FILE = "sigma-dm-findings.sarif";

  private final World world;
  private final Run run;
  private final Inputs inputs;
  private final History history;
  private final Settings settings;

  /// @param history the files that findings are about
  /// @param settings what was found in the configuration
  Telling(World world, Run run, History history, Settings settings) {
    this.world = world;
    this.run = run;
    this.inputs = run.inputs();
    this.history = history;
    this.settings = settings;
  }

  /// A plan that is not carried out in this run.
  ///
  /// @param pullRequest where to comment; empty for nowhere
  void plan(Plan plan, Occasion occasion, OptionalInt pullRequest, Conclusion conclusion) {
    Optional<String> comment =
        comment(pullRequest, plan, Comment.of(plan, occasion), isWorthSaying(plan));
    Outputs.Places places =
        new Outputs.Places(
            Optional.of(keepPlan(plan)),
            Optional.of(keep(REPORT_FILE, HtmlReport.of(plan, occasion))),
            comment);
    world
        .announcer()
        .show(terminal -> ConsoleText.of(plan, occasion, sources(plan.commit()), terminal));
    world.artifacts().summarise(Summary.of(plan, occasion));
    world.artifacts().output(Outputs.of(conclusion, plan, places));
  }

  /// A plan and what carrying it out came to.
  ///
  /// @param pullRequest the one that was merged; empty if there is none
  void report(Report report, Occasion occasion, OptionalInt pullRequest, Conclusion conclusion) {
    Optional<String> comment =
        comment(
            pullRequest,
            report.plan(),
            Comment.of(report, occasion),
            isWorthSaying(report.plan()) || !report.succeeded());
    Outputs.Places places =
        new Outputs.Places(
            Optional.of(keepPlan(report.plan())),
            Optional.of(keep(REPORT_FILE, HtmlReport.of(report, occasion))),
            comment);
    world
        .announcer()
        .show(terminal ->
            ConsoleText.of(report, occasion, sources(report.plan().commit()), terminal));
    world.artifacts().summarise(Summary.of(report, occasion));
    world.artifacts().output(Outputs.of(conclusion, report, places));
  }

  /// What is wrong with the configuration: shown at once, since it can be the end of the run; then
  /// nothing else will mark it.
  void configuration(Commit commit) {
    List<Diagnostic> findings = settings.diagnostics();
    if (!findings.isEmpty()) {
      world.announcer().show(terminal -> ConsoleText.of(findings, sources(commit), terminal));
    }
    if (settings.hasErrors()) {
      mark(findings, commit, false);
    }
  }

  /// The findings about configuration and specs together: a service marks only the first of them.
  void annotate(Plan plan) {
    List<Diagnostic> findings = new ArrayList<>(settings.diagnostics());
    plan.models().forEach(model -> findings.addAll(model.diagnostics()));
    mark(findings, plan.commit(), plan.base().isPresent());
  }

  private void mark(List<Diagnostic> findings, Commit commit, boolean compared) {
    Annotations annotations = Annotations.of(findings);
    annotations.shown().forEach(world.announcer()::annotate);
    annotations.rest().ifPresent(world.announcer()::notice);
    keep(FINDINGS_FILE, Sarif.of(findings, Version.text(), commit, compared, run.links()));
  }

  /// The files of a commit as they were read.
  private Sources sources(Commit commit) {
    return path ->
        history
            .read(commit, path)
            .map(bytes -> new String(bytes, UTF_8))
            .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /// The plan that was last shown on a pull request, if it still has our comment.
  Optional<Marker> reviewed(OptionalInt pullRequest, Plan plan) {
    if (pullRequest.isEmpty() || world.conversation().isEmpty()) {
      return Optional.empty();
    }
    try {
      return world
          .conversation()
          .get()
          .find(pullRequest.getAsInt(), Marker.searchText(plan.environment()))
          .flatMap(comment -> Marker.read(comment.body()));
    } catch (Trouble trouble) {
      world
          .announcer()
          .warning("The plan that was reviewed could not be looked up: " + trouble.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isWorthSaying(Plan plan) {
    return plan.hasChanges()
        || plan.models().stream()
            .anyMatch(model ->
                !model.diagnostics().isEmpty()
                    || model instanceof ModelPlan.Conflict
                    || model instanceof ModelPlan.Delete);
  }

  private Optional<String> comment(
      OptionalInt pullRequest, Plan plan, String body, boolean worthSaying) {
    if (pullRequest.isEmpty()
        || inputs.comment() == Inputs.CommentWhen.NEVER
        || world.conversation().isEmpty()) {
      return Optional.empty();
    }
    Conversation conversation = world.conversation().get();
    String marker = Marker.searchText(plan.environment());
    try {
      if (inputs.comment() == Inputs.CommentWhen.CHANGES
          && !worthSaying
          && conversation.find(pullRequest.getAsInt(), marker).isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          conversation.upsert(pullRequest.getAsInt(), marker, body).url().toString());
    } catch (Trouble trouble) {
      world
          .announcer()
          .warning(
              "The comment on the pull request could not be written, so the job summary carries the"
                  + " report: "
                  + trouble.getMessage());
      return Optional.empty();
    }
  }

  private String keepPlan(Plan plan) {
    return keep(PLAN_FILE, PlanFile.of(plan));
  }

  private String keep(String name, String text) {
    return world.artifacts().keep(name, text.getBytes(UTF_8));
  }
}
