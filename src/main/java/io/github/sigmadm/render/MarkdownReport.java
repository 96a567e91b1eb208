package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A plan or a report as a Markdown document: what comment and job summary share.
///
/// @param limits how much of long texts is shown
/// @param mapSize how many elements a map shows at most
/// @param findings how many findings are shown at most
record MarkdownReport(Occasion occasion, LineDiff.Limits limits, int mapSize, int findings) {

  /// Messages are cut for display beyond this.
  static final int MESSAGE = 2000;

  /// So many folds of models that need attention are open from the start.
  private static final int OPEN = 3;

  Document of(Matter matter, String before, UnaryOperator<String> leftOut) {
    Plan plan = matter.plan();
    Headline headline = Headline.of(matter, occasion);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Piece(Rank.FIXED, before + heading(headline)));
    verdicts(blocks);
    List<Standing> all = matter.standings();
    List<Standing> telling =
        all.stream().filter(standing -> standing.urgency() != Standing.Urgency.QUIET).toList();
    // Of specs that are only checked, the findings say it all.
    if (!telling.isEmpty() && occasion.kind() != Occasion.Kind.VALIDATE) {
      blocks.add(
          ModelTable.of(
              telling,
              matter.carriedOut() ? "Result" : "Severity",
              plan.commit(),
              occasion.links()));
      blocks.add(new Block.Piece(Rank.FIXED, "\n"));
    }
    blocks.add(alert("NOTE", Rank.REMARK, plan.notices()));
    blocks.addAll(
        new FindingTables(plan.commit(), occasion.links(), findings, fullReport())
            .of(plan.models().stream().flatMap(model -> model.diagnostics().stream()).toList()));
    ModelFold fold = new ModelFold(plan.commit(), occasion.links(), limits, mapSize);
    int open = 0;
    for (Standing standing : telling) {
      boolean alarming = standing.urgency().compareTo(Standing.Urgency.NOTICE) < 0;
      blocks.add(fold.of(standing, alarming && open++ < OPEN));
    }
    unchanged(all, blocks);
    return new Document(blocks, leftOut, footer(plan));
  }

  private static String heading(Headline headline) {
    String icon = headline.icon().isEmpty() ? "" : headline.icon() + " ";
    return "### " + icon + headline.sentence().markdown() + "\n\n";
  }

  private void verdicts(List<Block> blocks) {
    blocks.add(alert("CAUTION", Rank.ALARM, occasion.told(Verdict::stops)));
    blocks.add(
        alert(
            "WARNING",
            Rank.ALARM,
            occasion.told(verdict -> verdict.weight() == Verdict.Weight.WARNS)));
    blocks.add(
        alert(
            "TIP",
            Rank.REMARK,
            occasion.told(verdict -> verdict.weight() == Verdict.Weight.APPROVED)));
  }

  private static Block alert(String kind, Rank rank, List<String> texts) {
    String bullet = texts.size() > 1 ? "> - " : "> ";
    return new Block.Frame(
        "> [!" + kind + "]\n",
        texts.stream()
            .filter(text -> !text.isBlank())
            .map(text -> (Block) new Block.Piece(rank, bullet + message(text) + "\n"))
            .toList(),
        "\n");
  }

  private static String message(String text) {
    return Phrase.message(VisibleText.shortened(text, MESSAGE)).markdown();
  }

  private void unchanged(List<Standing> all, List<Block> blocks) {
    List<Block> quiet =
        all.stream()
            .filter(standing -> standing.urgency() == Standing.Urgency.QUIET)
            .map(standing ->
                (Block)
                    new Block.Piece(
                        Rank.UNCHANGED,
                        "- "
                            + Phrase.linked(
                                    VisibleText.shortened(standing.plan().name(), ChangeLine.NAME),
                                    standing.url())
                                .words(" ")
                                .name(
                                    VisibleText.shortened(
                                        standing.plan().path().value(), ChangeLine.NAME))
                                .markdown()
                            + "\n"))
            .toList();
    blocks.add(
        new Block.Frame(
            "<details>\n<summary>⚪ " + quietly(quiet.size()) + "</summary>\n\n",
            quiet,
            "\n</details>\n\n"));
  }

  private String quietly(int number) {
    return occasion.kind() == Occasion.Kind.VALIDATE
        ? Count.of(number, "spec") + (number == 1 ? " is valid" : " are valid")
        : Count.of(number, "model") + " unchanged";
  }

  private String footer(Plan plan) {
    List<String> parts = new ArrayList<>();
    parts.add("commit " + commit(plan.commit()));
    plan.base().ifPresent(base -> parts.add("compared with " + commit(base)));
    plan.fingerprint()
        .ifPresent(
            print -> parts.add("fingerprint " + Escaping.code(VisibleText.shortened(print, 13))));
    occasion
        .links()
        .runUrl()
        .flatMap(Escaping::address)
        .ifPresent(url -> parts.add("[this run](" + url + ")"));
    return "<sub>" + parts.stream().collect(Collectors.joining(" · ")) + "</sub>\n";
  }

  private String commit(Commit commit) {
    return Phrase.linked(commit.abbreviated(), occasion.links().commit(commit)).markdown();
  }

  /// Where the full report is, for the line that tells what was left out.
  String fullReport() {
    String places = "the job summary and the HTML report";
    return occasion
        .links()
        .runUrl()
        .flatMap(Escaping::address)
        .map(url -> "[" + places + "](" + url + ")")
        .orElse(places);
  }
}
