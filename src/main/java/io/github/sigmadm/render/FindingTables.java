package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Findings in Markdown: a table for each file, what this change brought in first, what was there
/// before in a fold of its own.
///
/// @param commit where links to lines lead
/// @param most so many are shown, of the new and of the known ones each, the most important first
/// @param all where all of them are, in words
record FindingTables(Commit commit, Links links, int most, String all) {

  private static final Comparator<Diagnostic> IN_FILE =
      Comparator.comparing(Diagnostic::severity).thenComparing(Diagnostic.READING_ORDER);

  /// The blocks; none if there are no findings.
  List<Block> of(List<Diagnostic> findings) {
    List<Diagnostic> ordered = Importance.ordered(findings);
    List<Diagnostic> fresh = ordered.stream().filter(Predicate.not(Diagnostic::known)).toList();
    List<Diagnostic> known = ordered.stream().filter(Diagnostic::known).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Frame("", tables(fresh), rest(fresh)));
    blocks.add(
        new Block.Frame(
            "<details>\n<summary>⚠️ "
                + Count.of(known.size(), "finding")
                + " known from before this change</summary>\n\n",
            tables(known),
            rest(known) + "</details>\n\n"));
    return blocks;
  }

  private String rest(List<Diagnostic> findings) {
    int left = findings.size() - most;
    return left > 0
        ? "_And " + Count.of(left, "more finding") + ": all of them are in " + all + "._\n\n"
        : "";
  }

  /// A table for each file, the file with the most important finding first.
  private List<Block> tables(List<Diagnostic> ordered) {
    Map<RepositoryPath, List<Diagnostic>> files = new LinkedHashMap<>();
    ordered.stream()
        .limit(most)
        .forEach(finding ->
            files.computeIfAbsent(finding.file(), file -> new ArrayList<>()).add(finding));
    return files.entrySet().stream()
        .map(file -> (Block) table(file.getKey(), file.getValue()))
        .toList();
  }

  private Block.Frame table(RepositoryPath file, List<Diagnostic> findings) {
    String title =
        Phrase.linked(
                VisibleText.shortened(file.value(), ChangeLine.NAME), links.file(commit, file))
            .words(": " + Tally.counts(findings))
            .markdown();
    return new Block.Frame(
        "**" + title + "**\n\n| | Line | Finding | Rule |\n| --- | --- | --- | --- |\n",
        findings.stream().sorted(IN_FILE).map(finding -> (Block) row(finding)).toList(),
        "\n",
        left -> "| | | and " + Count.of(left, "more finding") + " | |\n");
  }

  private Block.Piece row(Diagnostic finding) {
    String line = finding.span().start().toString();
    String message = message(finding.message());
    String hint = finding.hint().map(words -> "<br>→ " + message(words)).orElse("");
    String text =
        "| "
            + String.join(
                " | ",
                Signs.of(finding) + Signs.TIED + (isError(finding) ? "error" : "warning"),
                Phrase.linked(
                        line, links.line(commit, finding.file(), finding.span().start().line()))
                    .markdownCell(),
                message + hint,
                Phrase.linked(finding.code(), links.rule(finding.code())).markdownCell())
            + " |\n";
    return new Block.Piece(rank(finding), text);
  }

  /// What has others below it is left out last.
  private static Rank rank(Diagnostic finding) {
    if (finding.known()) {
      return Rank.KNOWN;
    }
    if (!isError(finding)) {
      return Rank.WARNING;
    }
    return Importance.isConsequence(finding) ? Rank.CONSEQUENCE : Rank.ERROR;
  }

  private static boolean isError(Diagnostic finding) {
    return finding.severity() == Severity.ERROR;
  }

  private static String message(String text) {
    return Phrase.message(VisibleText.shortened(text, MarkdownReport.MESSAGE)).markdownCell();
  }
}
