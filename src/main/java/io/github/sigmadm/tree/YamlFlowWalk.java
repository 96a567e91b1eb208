package io.github.sigmadm.tree;

import org.jspecify.annotations.Nullable;

/// Walks a plain or quoted scalar: escapes, and line breaks that are folded.
final class YamlFlowWalk {

  private final String text;
  private final YamlWalk walk;
  private final char quote;
  private final int end;
  private int i;

  /// @param quote the quote that surrounds the scalar; NUL for a plain one
  /// @param end the offset behind the last character inside the quotes
  YamlFlowWalk(String text, YamlWalk walk, char quote, int end) {
    this.text = text;
    this.walk = walk;
    this.quote = quote;
    this.end = end;
  }

  void run(int start) {
    i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || isBreak(c)) {
        space();
      } else if (quote == '\'' && c == '\'') {
        walk.add(i);
        i += 2;
      } else if (quote == '"' && c == '\\') {
        escape();
      } else {
        walk.add(i++);
      }
    }
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private void space() {
    int from = i;
    skipBlanks();
    if (i >= end || !isBreak(text.charAt(i))) {
      walk.addLine(from, i);
      return;
    }
    int first = i;
    skipBreak();
    if (emptyLines() == 0) {
      walk.addBreak(first, ' ');
    }
  }

  /// Skips the indentation of the next line; each empty line on the way is one line break.
  private int emptyLines() {
    int count = 0;
    skipBlanks();
    while (i < end && isBreak(text.charAt(i))) {
      walk.addBreak(i, '\n');
      count++;
      skipBreak();
      skipBlanks();
    }
    return count;
  }

  private void skipBlanks() {
    while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
  }

  private void skipBreak() {
    i += text.startsWith("\r\n", i) ? 2 : 1;
  }

  private void escape() {
    int start = i++;
    char kind = text.charAt(i);
    if (isBreak(kind)) {
      skipBreak();
      emptyLines();
      return;
    }
    int digits = digits(kind);
    if (digits == 0) {
      String single = single(kind);
      walk.add(start, single == null ? kind : single.charAt(0));
      i++;
      return;
    }
    int codePoint = Integer.parseInt(text, i + 1, i + 1 + digits, 16);
    for (char c : Character.toChars(codePoint)) {
      walk.add(start, c);
    }
    i += 1 + digits;
  }

  private static int digits(char kind) {
    return switch (kind) {
      case 'x' -> 2;
      case 'u' -> 4;
      case 'U' -> 8;
      default -> 0;
    };
  }

  private static @Nullable String single(char kind) {
    return switch (kind) {
      case '0' -> "\0";
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 't', '\t' -> "\t";
      case 'n' -> "\n";
      case 'v' -> "\u000B";
      case 'f' -> "\f";
      case 'r' -> "\r";
      case 'e' -> "\u001B";
      case 'N' -> "\u0085";
      case '_' -> "\u00A0";
      case 'L' -> "\u2028";
      case 'P' -> "\u2029";
      default -> null;
    };
  }
}
