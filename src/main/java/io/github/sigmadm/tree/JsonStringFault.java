package io.github.sigmadm.tree;

import java.util.Locale;

/// Finds what is wrong inside a text of JSON; the part of [JsonFault] that looks between quotes.
final class JsonStringFault {

  private final SourceText source;
  private final String text;
  private final Problems problems;
  private final int start;
  private int i;

  private JsonStringFault(SourceText source, Problems problems, int start) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
    this.start = start;
    this.i = start + 1;
  }

  /// The offset behind the text whose opening quote stands at `start`.
  static int skip(SourceText source, Problems problems, int start) {
    return new JsonStringFault(source, problems, start).end();
  }

  private int end() {
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c < 0x20) {
        throw control(c);
      }
      if (c == '\\') {
        escape();
      } else {
        i++;
      }
    }
    throw fault(
        start, start + 1, "The text that begins here is not closed.", "Add the closing '\"'.");
  }

  private Unreadable control(char c) {
    if (c == '\n' || c == '\r') {
      return fault(
          start,
          i,
          "The text that begins here is not closed on its line.",
          "Add the closing '\"'; a line break inside a text is written \\n.");
    }
    if (c == '\t') {
      return fault(i, i + 1, "A text has a tab as it is.", "Write it as \\t.");
    }
    return fault(
        i,
        i + 1,
        "A text has the control character " + Quoted.character(c) + " as it is.",
        String.format(Locale.ROOT, "Write it as \\u%04x.", (int) c));
  }

  private void escape() {
    char kind = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    if (kind == 'u') {
      unicode();
    } else if ("\"\\/bfnrt".indexOf(kind) >= 0) {
      i += 2;
    } else {
      throw fault(
          i,
          i + 2,
          "This is no escape of JSON.",
          "A backslash itself is written \\\\; the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t"
              + " \\u0000.");
    }
  }

  private void unicode() {
    if (!isEscape(i, "[0-9A-Fa-f]{4}")) {
      throw fault(i, i + 6, "Four hex digits must follow \\u.", "Write them, such as \\u00e9.");
    }
    boolean high = isEscape(i, "[dD][89abAB][0-9A-Fa-f]{2}");
    boolean low = isEscape(i, "[dD][c-fC-F][0-9A-Fa-f]{2}");
    boolean pair = high && isEscape(i + 6, "[dD][c-fC-F][0-9A-Fa-f]{2}");
    // Jackson refuses half a pair in some places; the reader itself does in all.
    if ((high || low) && !pair) {
      throw problems.stop(
          "invalid-character",
          source.span(i, i + 6),
          JsonText.HALF_A_PAIR,
          JsonText.WRITE_THE_PAIR);
    }
    i += pair ? 12 : 6;
  }

  private boolean isEscape(int from, String digits) {
    int first = Math.min(from, text.length());
    return text.substring(first, Math.min(first + 6, text.length())).matches("\\\\u" + digits);
  }

  private Unreadable fault(int from, int to, String message, String hint) {
    return problems.stop(
        "invalid-json", source.span(from, Math.min(to, text.length())), message, hint);
  }
}
