package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Diagnostic;

/// A finding in Markdown: an item of a list, with a link to the line.
final class DiagnosticPiece {

  private DiagnosticPiece() {}

  static Block.Piece of(Diagnostic diagnostic, Commit commit, Links links) {
    int line = diagnostic.span().start().line();
    String place =
        VisibleText.shortened(diagnostic.file().value(), ChangeLine.NAME)
            + ":"
            + diagnostic.span().start();
    StringBuilder text = new StringBuilder("- ");
    text.append(Signs.of(diagnostic)).append(' ');
    text.append(Phrase.linked(place, links.line(commit, diagnostic.file(), line)).markdown());
    text.append(' ').append(message(diagnostic.message()));
    text.append(" (").append(Escaping.code(diagnostic.code())).append(')');
    if (diagnostic.known()) {
      text.append(" _It was there before this change._");
    }
    diagnostic.hint().ifPresent(hint -> text.append("<br>→ ").append(message(hint)));
    Rank rank = diagnostic.isNewError() ? Rank.ERROR : Rank.WARNING;
    return new Block.Piece(rank, text.append('\n').toString());
  }

  private static String message(String text) {
    return Phrase.message(VisibleText.shortened(text, MarkdownReport.MESSAGE)).markdown();
  }
}
