package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.plan.ModelPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The table of models in Markdown. Models about which there is nothing to say are not in it.
final class ModelTable {

  /// Reasons are cut in the table beyond this; the fold has them whole.
  private static final int REASON = 160;

  private ModelTable() {}

  /// @param last what the last column is called: how grave the changes are, or what came of them
  static Block of(List<Standing> standings, String last, Commit commit, Links links) {
    return new Block.Frame(
        "\n| | Model | Changes | " + last + " |\n| --- | --- | --- | --- |\n",
        standings.stream()
            .map(standing -> (Block) new Block.Piece(rank(standing), row(standing, commit, links)))
            .toList(),
        "",
        left -> "| | and " + Count.of(left, "more model") + " | | |\n");
  }

  private static Rank rank(Standing standing) {
    return switch (standing.urgency()) {
      case BROKEN, SECURITY, BREAKING -> Rank.ALARM;
      case NOTICE, SAFE, QUIET -> Rank.ROW;
    };
  }

  private static String row(Standing standing, Commit commit, Links links) {
    ModelPlan plan = standing.plan();
    String name = VisibleText.shortened(plan.name(), ChangeLine.NAME);
    String path = VisibleText.shortened(plan.path().value(), ChangeLine.NAME);
    Phrase file =
        plan instanceof ModelPlan.Delete
            ? Phrase.named(path)
            : Phrase.linked(path, links.file(commit, plan.path()));
    return "| "
        + String.join(
            " | ",
            standing.icon() + Signs.TIED + standing.word().replace(" ", Signs.TIED),
            Phrase.linked(name, standing.url()).markdownCell() + "<br>" + file.markdownCell(),
            Signs.tally(plan.plannedChanges()),
            standing.outcome().isPresent() ? result(standing) : expectation(standing))
        + " |\n";
  }

  private static String result(Standing standing) {
    OptionalLong version = standing.deployedVersion();
    return version.isPresent() ? "version " + version.getAsLong() : reason(standing);
  }

  private static String reason(Standing standing) {
    return standing
        .reason()
        .map(text -> Phrase.message(VisibleText.shortened(text, REASON)).markdownCell())
        .orElse("");
  }

  /// What the reader of a plan must know about a model at first sight.
  private static String expectation(Standing standing) {
    ModelPlan plan = standing.plan();
    List<String> remarks = new ArrayList<>();
    if (!plan.plannedChanges().isEmpty()) {
      remarks.add(Signs.severities(plan.plannedChanges()));
    }
    if (plan instanceof ModelPlan.Delete delete) {
      remarks.add(delete.pruned() ? "live model deleted" : "live model stays");
    }
    if (!plan.plannedDrift().isEmpty()) {
      remarks.add(Signs.drift(plan));
    }
    if (!plan.diagnostics().isEmpty()) {
      remarks.add(Signs.findings(plan.diagnostics()));
    }
    if (plan instanceof ModelPlan.Conflict) {
      remarks.add(reason(standing));
    }
    return String.join(", ", remarks);
  }
}
