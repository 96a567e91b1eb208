package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.Impact;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All there is to say about one model, in a fold.
///
/// @param commit where links to lines lead
/// @param limits how much of long texts is shown
/// @param mapSize how many elements a map shows at most
record ModelFold(Commit commit, Links links, LineDiff.Limits limits, int mapSize) {

  /// The fold; without blocks inside if there is nothing to say.
  Block.Frame of(Standing standing, boolean open) {
    ModelPlan plan = standing.plan();
    List<Block> blocks = new ArrayList<>();
    standing.outcome().ifPresent(outcome -> blocks.addAll(outcome(outcome)));
    if (plan instanceof ModelPlan.Conflict conflict) {
      blocks.addAll(conflict(conflict));
    }
    for (DriftSection drift : DriftSection.of(plan, limits)) {
      section(
          "**" + drift.kind().title() + "**\n\n",
          lines(drift.lines(), Optional.of(rank(drift.kind()))),
          blocks);
    }
    for (ChangeGroup group : ChangeGroup.of(plan.plannedChanges())) {
      section(
          "**" + group.title().markdown() + "**\n\n",
          lines(ChangeLine.gathered(group.changes(), limits), Optional.empty()),
          blocks);
    }
    map(plan).ifPresent(blocks::add);
    section(
        "**Workbooks affected**\n\n",
        PlanParts.impact(plan).stream().map(ModelFold::impact).toList(),
        blocks);
    return new Block.Frame(
        (open ? "<details open>" : "<details>")
            + "\n<summary>"
            + summary(standing)
            + "</summary>\n\n",
        blocks,
        "</details>\n\n");
  }

  private static String summary(Standing standing) {
    ModelPlan plan = standing.plan();
    String counts =
        Stream.of(Signs.severities(plan.plannedChanges()), Signs.drift(plan))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    OptionalLong version = standing.deployedVersion();
    return standing.icon()
        + " <b>"
        + Escaping.htmlCode(VisibleText.shortened(plan.name(), ChangeLine.NAME))
        + "</b> "
        + standing.word()
        + (version.isPresent() ? ", version " + version.getAsLong() : "")
        + (counts.isEmpty() ? "" : ": " + counts);
  }

  private static void section(String title, List<Block> items, List<Block> blocks) {
    if (!items.isEmpty()) {
      blocks.add(new Block.Frame(title, items, "\n"));
    }
  }

  private static Rank rank(DriftSection.Kind kind) {
    return switch (kind) {
      case COLLISION -> Rank.COLLISION;
      case OVERWRITTEN, DROPPED -> Rank.LOST_DRIFT;
      case KEPT -> Rank.DRIFT;
    };
  }

  /// @param own the rank of them all; empty where it goes by severity
  private List<Block> lines(List<ChangeLine> lines, Optional<Rank> own) {
    List<Block> blocks = new ArrayList<>();
    for (ChangeLine line : lines) {
      Rank rank = own.orElseGet(() -> rank(line.severity()));
      String sign = Signs.of(line.severity());
      String word =
          switch (line.severity()) {
            case SECURITY, BREAKING -> " **" + line.severity().word() + "**:";
            case NOTICE -> " notice:";
            case SAFE -> "";
          };
      blocks.add(
          new Block.Piece(
              rank, line.weight(), "- " + sign + word + " " + line.phrase().markdown() + "\n"));
      line.diff()
          .ifPresent(
              diff -> blocks.add(new Block.Piece(own.orElse(Rank.DIFF), Fence.of(diff, "  "))));
    }
    return blocks;
  }

  private static Rank rank(ChangeSeverity severity) {
    return switch (severity) {
      case SAFE -> Rank.SAFE;
      case NOTICE -> Rank.NOTICE;
      case BREAKING -> Rank.BREAKING;
      case SECURITY -> Rank.SECURITY;
    };
  }

  private static Block impact(Impact impact) {
    return new Block.Piece(
        Rank.IMPACT,
        "- "
            + Phrase.linked(VisibleText.shortened(impact.workbook(), ChangeLine.NAME), impact.url())
                .words(" ")
                .and(message(impact.reason()))
                .markdown()
            + "\n");
  }

  private static List<Block> conflict(ModelPlan.Conflict conflict) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Piece(Rank.ERROR, message(conflict.reason()).markdown() + "\n\n"));
    List<Block> candidates = conflict.candidates().stream().map(ModelFold::candidate).toList();
    section("It could be:\n\n", candidates, blocks);
    return blocks;
  }

  private static Block candidate(LiveEntry entry) {
    return new Block.Piece(
        Rank.ERROR,
        "- "
            + Phrase.linked(VisibleText.shortened(entry.name(), ChangeLine.NAME), entry.url())
                .words(", version " + entry.version() + ", id ")
                .name(entry.id().value())
                .markdown()
            + "\n");
  }

  private static List<Block> outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Deployed deployed ->
          deployed.remarks().stream().map(text -> said(Rank.REMARK, text)).toList();
      case Outcome.Deleted ignored ->
          List.of(said(Rank.REMARK, "The model was deleted. Sigma can restore it for a while."));
      case Outcome.Unchanged ignored -> List.of();
      case Outcome.Conflict conflict -> List.of(said(Rank.ERROR, conflict.reason()));
      case Outcome.RolledBack back ->
          List.of(
              said(
                  Rank.ERROR,
                  "What came back was not what was sent, so the previous version was put back."),
              new Block.Frame(
                  "",
                  back.findings().stream()
                      .map(text ->
                          (Block)
                              new Block.Piece(Rank.ERROR, "- " + message(text).markdown() + "\n"))
                      .toList(),
                  "\n"));
      case Outcome.Failed failed -> List.of(said(Rank.ERROR, failed.reason()));
      case Outcome.Skipped skipped -> List.of(said(Rank.ERROR, skipped.reason()));
    };
  }

  private static Block said(Rank rank, String text) {
    return new Block.Piece(rank, message(text).markdown() + "\n\n");
  }

  private static Phrase message(String text) {
    return Phrase.message(VisibleText.shortened(text, MarkdownReport.MESSAGE));
  }

  private Optional<Block> map(ModelPlan plan) {
    return ModelMap.of(plan)
        .map(map -> map.bounded(mapSize))
        .map(map ->
            new Block.Piece(
                Rank.MAP,
                "**Map**: "
                    + map.legend()
                    + "\n\n"
                    + Fence.of("mermaid", MermaidMap.of(map).stripTrailing(), "")
                    + "\n"));
  }
}
