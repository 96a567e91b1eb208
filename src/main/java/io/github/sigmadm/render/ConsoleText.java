package io.github.sigmadm.render;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.Impact;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import io.github.sigmadm.plan.What;
import io.github.sigmadm.render.Terminal.Tone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A plan or a report for terminals and logs.
///
/// No control character of a spec gets through. What a log makes of a line is for whoever writes
/// into that log to keep in mind.
public final class ConsoleText {

  private static final LineDiff.Limits DIFFS = new LineDiff.Limits(3, 200, 2000);

  private final Sources sources;
  private final Terminal terminal;
  private final Map<RepositoryPath, String> texts = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private ConsoleText(Sources sources, Terminal terminal) {
    this.sources = sources;
    this.terminal = terminal;
  }

  /// What will happen.
  ///
  /// @param sources the files it is about
  public static String of(Plan plan, Occasion occasion, Sources sources, Terminal terminal) {
    return of(Matter.of(plan), occasion, sources, terminal);
  }

  /// What has happened.
  ///
  /// @param sources the files it is about
  public static String of(Report report, Occasion occasion, Sources sources, Terminal terminal) {
    return of(Matter.of(report), occasion, sources, terminal);
  }

  /// Findings alone, in the order given.
  public static String of(List<Diagnostic> findings, Sources sources, Terminal terminal) {
    ConsoleText console = new ConsoleText(sources, terminal);
    findings.forEach(finding -> console.diagnostic(finding, 0));
    return console.text.toString();
  }

  static String of(Matter matter, Occasion occasion, Sources sources, Terminal terminal) {
    ConsoleText console = new ConsoleText(sources, terminal);
    if (occasion.kind() == Occasion.Kind.VALIDATE) {
      console.validation(matter.plan());
    } else {
      console.write(matter, occasion);
    }
    return console.text.toString();
  }

  /// As compilers tell it: the findings, then their number, so that it is the last thing seen.
  private void validation(Plan plan) {
    for (ModelPlan model : plan.models()) {
      for (Diagnostic finding : model.diagnostics()) {
        text.append('\n');
        diagnostic(finding, 0);
      }
    }
    text.append('\n');
    plan.notices().forEach(notice -> line(0, "* ", Tone.PLAIN, message(notice)));
    long invalid = Specs.newlyInvalid(plan);
    line(0, "", invalid > 0 ? Tone.BAD : Tone.GOOD, Specs.sentence(plan));
    tally(plan);
  }

  private void tally(Plan plan) {
    List<Diagnostic> findings =
        plan.models().stream().flatMap(model -> model.diagnostics().stream()).toList();
    if (!findings.isEmpty()) {
      boolean fails = findings.stream().anyMatch(Diagnostic::isNewError);
      line(0, "", fails ? Tone.BAD : Tone.CAREFUL, Tally.of(findings));
    }
  }

  private void write(Matter matter, Occasion occasion) {
    Headline headline = Headline.of(matter, occasion);
    line(0, "", Tone.STRONG, headline.title().bare() + ": " + headline.statement());
    occasion.told(Verdict::stops).forEach(reason -> line(0, "! ", Tone.BAD, message(reason)));
    occasion
        .told(Predicate.not(Verdict::stops))
        .forEach(reason -> line(0, "! ", Tone.CAREFUL, message(reason)));
    matter.plan().notices().forEach(notice -> line(0, "* ", Tone.PLAIN, message(notice)));
    List<Standing> all = matter.standings();
    all.stream()
        .filter(standing -> standing.urgency() != Standing.Urgency.QUIET)
        .forEach(this::model);
    List<Standing> quiet =
        all.stream().filter(standing -> standing.urgency() == Standing.Urgency.QUIET).toList();
    if (!quiet.isEmpty()) {
      text.append('\n');
      line(
          0,
          "= ",
          Tone.FAINT,
          Count.of(quiet.size(), "model")
              + " unchanged: "
              + quiet.stream()
                  .map(standing -> VisibleText.line(standing.plan().path().value()))
                  .collect(Collectors.joining(", ")));
    }
    if (matter.plan().models().stream().anyMatch(model -> !model.diagnostics().isEmpty())) {
      text.append('\n');
      tally(matter.plan());
    }
  }

  private void model(Standing standing) {
    ModelPlan plan = standing.plan();
    text.append('\n');
    OptionalLong version = standing.version();
    String about =
        version.isPresent()
            ? standing.word() + ", version " + version.getAsLong()
            : standing.word();
    line(
        0,
        sign(standing) + " ",
        tone(standing),
        VisibleText.line(plan.name())
            + "  "
            + VisibleText.line(plan.path().value())
            + "  ("
            + about
            + ")");
    if (plan instanceof ModelPlan.Delete delete && standing.outcome().isEmpty()) {
      line(
          2,
          "",
          Tone.PLAIN,
          delete.pruned() ? "The live model is deleted." : "The live model stays.");
    }
    standing.outcome().ifPresent(this::outcome);
    if (plan instanceof ModelPlan.Conflict conflict) {
      line(2, "! ", Tone.BAD, message(conflict.reason()));
      conflict.candidates().forEach(this::candidate);
    }
    plan.diagnostics().stream().filter(Diagnostic::isNewError).forEach(this::diagnostic);
    DriftSection.of(plan, DIFFS)
        .forEach(drift -> {
          line(2, "", Tone.STRONG, drift.kind().title());
          changes(drift.lines());
        });
    for (ChangeGroup group : ChangeGroup.of(plan.plannedChanges())) {
      line(2, "", Tone.STRONG, group.title().plain());
      changes(ChangeLine.gathered(group.changes(), DIFFS));
    }
    plan.diagnostics().stream()
        .filter(Predicate.not(Diagnostic::isNewError))
        .forEach(this::diagnostic);
    if (!PlanParts.impact(plan).isEmpty()) {
      line(2, "", Tone.STRONG, "Workbooks affected");
      PlanParts.impact(plan).forEach(this::impact);
    }
  }

  private void outcome(Outcome outcome) {
    switch (outcome) {
      case Outcome.Deployed deployed ->
          deployed.remarks().forEach(remark -> line(2, "* ", Tone.PLAIN, message(remark)));
      case Outcome.Deleted ignored ->
          line(
              2,
              "* ",
              Tone.PLAIN,
              message("The model was deleted. Sigma can restore it for a while."));
      case Outcome.Unchanged ignored -> {}
      case Outcome.Conflict conflict -> line(2, "! ", Tone.BAD, message(conflict.reason()));
      case Outcome.RolledBack back ->
          back.findings().forEach(finding -> line(2, "! ", Tone.BAD, message(finding)));
      case Outcome.Failed failed -> line(2, "! ", Tone.BAD, message(failed.reason()));
      case Outcome.Skipped skipped -> line(2, "! ", Tone.CAREFUL, message(skipped.reason()));
    }
  }

  private void candidate(LiveEntry entry) {
    line(
        4,
        "",
        Tone.PLAIN,
        Phrase.named(entry.name()).plain()
            + ", version "
            + entry.version()
            + ", id "
            + VisibleText.line(entry.id().value()));
  }

  private void diagnostic(Diagnostic diagnostic) {
    diagnostic(diagnostic, 2);
  }

  private void diagnostic(Diagnostic diagnostic, int indent) {
    String source = texts.computeIfAbsent(diagnostic.file(), file -> sources.text(file).orElse(""));
    Terminal within = new Terminal(terminal.width() - indent, terminal.colours());
    ConsoleDiagnostic.of(diagnostic, source, within)
        .lines()
        .forEach(line -> text.append(" ".repeat(indent)).append(line).append('\n'));
  }

  private void changes(List<ChangeLine> lines) {
    for (ChangeLine line : lines) {
      String severity = line.severity() == ChangeSeverity.SAFE ? "" : line.severity().word() + ": ";
      line(4, sign(line.what()) + " ", tone(line.severity()), severity + line.phrase().plain());
      line.diff().ifPresent(this::diff);
    }
  }

  private void diff(LineDiff diff) {
    for (LineDiff.Line line : diff.lines()) {
      String shown = Terminal.cut(line.text().replace("\t", "    "), terminal.width() - 10);
      text.append("        ")
          .append(
              switch (line.mark()) {
                case SAME -> "| " + shown;
                case REMOVED -> terminal.tone(Tone.BAD, "- " + shown);
                case ADDED -> terminal.tone(Tone.GOOD, "+ " + shown);
                case GAP -> terminal.tone(Tone.FAINT, "@ " + shown);
              })
          .append('\n');
    }
  }

  private void impact(Impact impact) {
    line(
        4,
        "* ",
        Tone.PLAIN,
        Phrase.named(impact.workbook()).plain() + " " + message(impact.reason()));
  }

  private static String message(String text) {
    return Phrase.message(text).plain();
  }

  private static String sign(Standing standing) {
    return switch (standing.plan()) {
      case ModelPlan.Create ignored -> "+";
      case ModelPlan.Update ignored -> "~";
      case ModelPlan.Unchanged ignored -> "=";
      case ModelPlan.Delete delete -> delete.pruned() ? "-" : "=";
      case ModelPlan.Invalid ignored -> "!";
      case ModelPlan.Conflict ignored -> "!";
    };
  }

  private static String sign(What what) {
    return switch (what) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case RENAMED, MOVED, CHANGED -> "~";
    };
  }

  private static Tone tone(Standing standing) {
    return switch (standing.urgency()) {
      case BROKEN, SECURITY, BREAKING -> Tone.BAD;
      case NOTICE -> Tone.CAREFUL;
      case SAFE -> Tone.GOOD;
      case QUIET -> Tone.FAINT;
    };
  }

  private static Tone tone(ChangeSeverity severity) {
    return switch (severity) {
      case SECURITY, BREAKING -> Tone.BAD;
      case NOTICE -> Tone.CAREFUL;
      case SAFE -> Tone.PLAIN;
    };
  }

  /// A text behind a sign, wrapped, its further lines below the first.
  private void line(int indent, String sign, Tone tone, String content) {
    String margin = " ".repeat(indent);
    String before = sign;
    for (String part : Terminal.wrapped(content, terminal.width() - indent - sign.length())) {
      text.append(margin).append(terminal.tone(tone, before + part)).append('\n');
      before = " ".repeat(sign.length());
    }
  }
}
