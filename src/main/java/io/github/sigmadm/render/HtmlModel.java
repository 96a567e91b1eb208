package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The part of the HTML report about one model. Nothing is left out.
///
/// @param commit where links to lines lead
record HtmlModel(Commit commit, Links links) {

  private static final LineDiff.Limits DIFFS =
      new LineDiff.Limits(5, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /// A drawing of more elements says nothing any more.
  private static final int MAP_SIZE = 150;

  String section(Standing standing, int number) {
    ModelPlan plan = standing.plan();
    StringBuilder text = new StringBuilder();
    text.append("<section class=\"model\" id=\"m")
        .append(number)
        .append("\">\n<h2>")
        .append(icon(standing))
        .append(Phrase.linked(plan.name(), standing.url()).html())
        .append(" <span class=\"word\">")
        .append(standing.word())
        .append("</span> <span class=\"path\">")
        .append(file(standing, commit, links).html())
        .append("</span></h2>\n");
    standing.outcome().ifPresent(outcome -> outcome(outcome, text));
    if (plan instanceof ModelPlan.Conflict conflict) {
      conflict(conflict, text);
    }
    findings("Errors", plan, Diagnostic::isNewError, text);
    DriftSection.of(plan, DIFFS)
        .forEach(drift -> {
          text.append("<h3>").append(drift.kind().title()).append("</h3>\n");
          changes(drift.lines(), text);
        });
    for (ChangeGroup group : ChangeGroup.of(plan.plannedChanges())) {
      text.append("<h3>").append(group.title().html()).append("</h3>\n");
      changes(ChangeLine.each(group.changes(), DIFFS), text);
    }
    findings("Warnings", plan, Predicate.not(Diagnostic::isNewError), text);
    map(plan, text);
    if (!PlanParts.impact(plan).isEmpty()) {
      text.append("<h3>Workbooks affected</h3>\n");
      list(
          PlanParts.impact(plan).stream()
              .map(impact ->
                  Phrase.linked(impact.workbook(), impact.url())
                      .words(" ")
                      .and(Phrase.message(impact.reason())))
              .toList(),
          text);
    }
    return text.append("</section>\n").toString();
  }

  /// A sign for what happens to a model; a word for it must stand beside.
  static String icon(Standing standing) {
    return "<span aria-hidden=\"true\">" + standing.icon() + "</span> ";
  }

  /// The file, with a link where it is still there.
  static Phrase file(Standing standing, Commit commit, Links links) {
    ModelPlan plan = standing.plan();
    return plan instanceof ModelPlan.Delete
        ? Phrase.named(plan.path().value())
        : Phrase.linked(plan.path().value(), links.file(commit, plan.path()));
  }

  /// How many changes of each severity there are, and what else stands out.
  static String badges(Standing standing) {
    ModelPlan plan = standing.plan();
    List<String> badges = new ArrayList<>();
    for (ChangeSeverity severity : List.of(ChangeSeverity.values()).reversed()) {
      long number =
          plan.plannedChanges().stream().filter(change -> change.severity() == severity).count();
      if (number > 0) {
        badges.add(badge(severity.word(), number + " " + severity.word()));
      }
    }
    if (plan instanceof ModelPlan.Delete delete && standing.outcome().isEmpty()) {
      badges.add(
          delete.pruned()
              ? badge("breaking", "live model deleted")
              : badge("safe", "live model stays"));
    }
    if (!plan.plannedDrift().isEmpty()) {
      badges.add(badge("drift", DriftSection.counts(plan.plannedDrift())));
    }
    if (!plan.diagnostics().isEmpty()) {
      boolean fails = plan.diagnostics().stream().anyMatch(Diagnostic::isNewError);
      badges.add(badge(fails ? "error" : "warning", Signs.findings(plan.diagnostics())));
    }
    return String.join(" ", badges);
  }

  private static String badge(String kind, String text) {
    return "<span class=\"badge " + kind + "\">" + text + "</span>";
  }

  private static void outcome(Outcome outcome, StringBuilder text) {
    switch (outcome) {
      case Outcome.Deployed deployed -> {
        text.append("<p>").append(badge("good", "version " + deployed.version())).append("</p>\n");
        messages(deployed.remarks(), text);
      }
      case Outcome.Deleted ignored ->
          messages(List.of("The model was deleted. Sigma can restore it for a while."), text);
      case Outcome.Unchanged ignored -> {}
      case Outcome.Conflict conflict -> stopped(conflict.reason(), text);
      case Outcome.RolledBack back -> {
        stopped(
            "What came back was not what was sent, so the previous version was put back.", text);
        messages(back.findings(), text);
      }
      case Outcome.Failed failed -> stopped(failed.reason(), text);
      case Outcome.Skipped skipped -> stopped(skipped.reason(), text);
    }
  }

  private static void stopped(String reason, StringBuilder text) {
    text.append("<div class=\"alert stop\"><p>")
        .append(Phrase.message(reason).html())
        .append("</p></div>\n");
  }

  private static void conflict(ModelPlan.Conflict conflict, StringBuilder text) {
    stopped(conflict.reason(), text);
    list(
        conflict.candidates().stream()
            .map(entry ->
                Phrase.linked(entry.name(), entry.url())
                    .words(", version " + entry.version() + ", id ")
                    .name(entry.id().value()))
            .toList(),
        text);
  }

  private static void messages(List<String> messages, StringBuilder text) {
    list(messages.stream().map(Phrase::message).toList(), text);
  }

  private static void list(List<Phrase> items, StringBuilder text) {
    if (!items.isEmpty()) {
      text.append("<ul class=\"plain\">\n");
      items.forEach(item -> text.append("<li>").append(item.html()).append("</li>\n"));
      text.append("</ul>\n");
    }
  }

  private void findings(
      String title, ModelPlan plan, Predicate<Diagnostic> wanted, StringBuilder text) {
    List<Diagnostic> diagnostics = plan.diagnostics().stream().filter(wanted).toList();
    if (diagnostics.isEmpty()) {
      return;
    }
    text.append("<h3>").append(title).append("</h3>\n<ul class=\"findings\">\n");
    for (Diagnostic diagnostic : diagnostics) {
      String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
      int line = diagnostic.span().start().line();
      text.append("<li>")
          .append(badge(severity, severity))
          .append(' ')
          .append(
              Phrase.linked(
                      diagnostic.file().value() + ":" + diagnostic.span().start(),
                      links.line(commit, diagnostic.file(), line))
                  .html())
          .append(' ')
          .append(Phrase.message(diagnostic.message()).html())
          .append(" (")
          .append(Escaping.htmlCode(diagnostic.code()))
          .append(diagnostic.known() ? "; it was there before this change)" : ")");
      diagnostic
          .hint()
          .ifPresent(hint ->
              text.append("<span class=\"hint\">")
                  .append(Phrase.message(hint).html())
                  .append("</span>"));
      text.append("</li>\n");
    }
    text.append("</ul>\n");
  }

  private static void changes(List<ChangeLine> lines, StringBuilder text) {
    text.append(
        "<table class=\"changes\">\n<thead><tr><th scope=\"col\">Severity</th><th"
            + " scope=\"col\">Change</th></tr></thead>\n<tbody>\n");
    for (ChangeLine line : lines) {
      String word = line.severity().word();
      text.append("<tr><td>")
          .append(badge(word, word))
          .append("</td><td>")
          .append(line.phrase().html())
          .append(line.diff().map(HtmlModel::diff).orElse(""))
          .append("</td></tr>\n");
    }
    text.append("</tbody>\n</table>\n");
  }

  private static String diff(LineDiff diff) {
    return diff.lines().stream()
        .map(line ->
            "<span class=\""
                + line.mark().name().toLowerCase(Locale.ROOT)
                + "\">"
                + (line.mark() == LineDiff.Mark.GAP ? "…" : line.mark().sign())
                + " "
                + Escaping.htmlLines(line.text())
                + "</span>")
        .collect(Collectors.joining("", "<pre class=\"diff\">", "</pre>"));
  }

  private static void map(ModelPlan plan, StringBuilder text) {
    ModelMap.of(plan)
        .map(map -> map.bounded(MAP_SIZE))
        .ifPresent(map ->
            text.append("<figure>\n<div class=\"wide\">")
                .append(SvgMap.of(map, "Map of " + plan.name()))
                .append("</div>\n<figcaption>")
                .append(Escaping.html(map.legend()))
                .append("</figcaption>\n</figure>\n"));
  }
}
