package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The table of models in Markdown. Models about which there is nothing to say are not in it.
final class ModelTable {

  private static final String HEAD =
      """

      | | Model | File | Changes | |
      | --- | --- | --- | --- | --- |
      """;

  private ModelTable() {}

  static Block of(List<Standing> standings, Commit commit, Links links) {
    return new Block.Frame(
        HEAD,
        standings.stream()
            .map(standing -> (Block) new Block.Piece(rank(standing), row(standing, commit, links)))
            .toList(),
        "",
        left -> "| | and " + Count.of(left, "more model") + " | | | |\n");
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
    boolean gone = plan instanceof ModelPlan.Delete;
    return "| "
        + String.join(
            " | ",
            standing.icon() + " " + standing.word(),
            Phrase.linked(name, standing.url()).markdownCell(),
            (gone ? Phrase.named(path) : Phrase.linked(path, links.file(commit, plan.path())))
                .markdownCell(),
            Signs.tally(plan.plannedChanges()),
            remarks(standing))
        + " |\n";
  }

  /// What the reader must know about a model at first sight.
  private static String remarks(Standing standing) {
    ModelPlan plan = standing.plan();
    List<String> remarks = new ArrayList<>();
    List<Change> changes = plan.plannedChanges();
    if (!changes.isEmpty()) {
      remarks.add(Signs.severities(changes));
    }
    if (plan instanceof ModelPlan.Delete delete) {
      remarks.add(delete.pruned() ? "the model goes too" : "the model stays");
    }
    if (!PlanParts.drift(plan).isEmpty()) {
      remarks.add("🔀 drift");
    }
    if (!plan.diagnostics().isEmpty()) {
      remarks.add(Signs.findings(plan.diagnostics()));
    }
    OptionalLong version = standing.version();
    if (standing.outcome().orElse(null) instanceof Outcome.Deployed && version.isPresent()) {
      remarks.add("version " + version.getAsLong());
    }
    return String.join(", ", remarks);
  }
}
