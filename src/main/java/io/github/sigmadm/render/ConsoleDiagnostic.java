package io.github.sigmadm.render;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.render.Terminal.Tone;
import java.util.Optional;

/// A finding as compilers tell it: `file:line:column: error: message [code]`, then the line with
/// what is meant marked below, then what to do.
public final class ConsoleDiagnostic {

  private ConsoleDiagnostic() {}

  /// Without the line, for where the file's text is not at hand.
  public static String of(Diagnostic diagnostic, Terminal terminal) {
    return text(diagnostic, "", terminal);
  }

  /// With the line.
  ///
  /// @param source the text of the file
  public static String of(Diagnostic diagnostic, String source, Terminal terminal) {
    return text(diagnostic, excerpt(diagnostic, source, terminal), terminal);
  }

  private static String text(Diagnostic diagnostic, String excerpt, Terminal terminal) {
    String word = diagnostic.severity() == Severity.ERROR ? "error" : "warning";
    String severity = terminal.tone(tone(diagnostic), word);
    return terminal.tone(
            Tone.STRONG,
            VisibleText.line(diagnostic.file().value()) + ":" + diagnostic.span().start())
        + ": "
        + severity
        + ": "
        + Phrase.message(diagnostic.message()).plain()
        + " ["
        + diagnostic.code()
        + "]"
        + (diagnostic.known() ? " (it was there before this change)" : "")
        + "\n"
        + excerpt
        + diagnostic.hint().map(hint -> hint(hint, terminal)).orElse("");
  }

  private static Tone tone(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR ? Tone.BAD : Tone.CAREFUL;
  }

  /// Behind its word, its further lines below the first.
  private static String hint(String hint, Terminal terminal) {
    String word = "  hint: ";
    return word
        + String.join(
            "\n" + " ".repeat(word.length()),
            Terminal.wrapped(Phrase.message(hint).plain(), terminal.width() - word.length()))
        + "\n";
  }

  private static String excerpt(Diagnostic diagnostic, String source, Terminal terminal) {
    Position start = diagnostic.span().start();
    Position end = diagnostic.span().end();
    Optional<String> line = source.lines().skip(start.line() - 1L).findFirst();
    if (line.isEmpty()) {
      return "";
    }
    String content = line.get();
    int from = Math.min(start.column() - 1, content.length());
    int to =
        end.line() == start.line()
            ? Math.min(Math.max(end.column() - 1, from), content.length())
            : content.length();
    String number = Integer.toString(start.line());
    int room = terminal.width() - number.length() - 5;
    String before = tail(VisibleText.line(content.substring(0, from)).stripLeading(), room / 2);
    String marked = VisibleText.line(content.substring(from, to));
    String after = VisibleText.line(content.substring(to));
    int width = Terminal.columns(before);
    int carets = Math.max(1, Math.min(Terminal.columns(marked), room - width));
    String margin = " ".repeat(number.length());
    return "  "
        + terminal.tone(Tone.FAINT, number + " |")
        + " "
        + Terminal.cut(before + marked + after, room)
        + "\n  "
        + terminal.tone(Tone.FAINT, margin + " |")
        + " "
        + " ".repeat(width)
        + terminal.tone(tone(diagnostic), "^" + "~".repeat(carets - 1))
        + "\n";
  }

  /// The end of a text, in so many columns.
  private static String tail(String text, int room) {
    int from = text.length();
    int used = 0;
    while (from > 0) {
      int point = text.codePointBefore(from);
      used += Terminal.columns(Character.toString(point));
      if (used > room) {
        return "…" + text.substring(from);
      }
      from -= Character.charCount(point);
    }
    return text;
  }
}
