package io.github.sigmadm.tree;

import java.util.ArrayList;
import java.util.List;

/// Walks a block scalar, literal (`|`) or folded (`>`): header, indentation, folding, and what is
/// chomped at the end.
final class YamlBlockWalk {

  private final SourceText source;
  private final String text;
  private final int start;
  private final int limit;
  private final String value;
  private final boolean folded;
  private char chomping = ' ';
  private int body;

  /// @param start the offset of the `|` or `>`
  /// @param limit an offset behind the scalar, maybe after lines that do not belong to it
  YamlBlockWalk(SourceText source, int start, int limit, String value) {
    this.source = source;
    this.text = source.text();
    this.start = start;
    this.limit = limit;
    this.value = value;
    this.folded = text.charAt(start) == '>';
    header();
  }

  private void header() {
    int i = start + 1;
    while (i < text.length() && !isBreak(i) && text.charAt(i) != ' ') {
      if (text.charAt(i) == '+' || text.charAt(i) == '-') {
        chomping = text.charAt(i);
      }
      i++;
    }
    body = afterBreak(lineEnd(i));
  }

  YamlLayout.Found found() {
    YamlWalk walk = new YamlWalk(source);
    Lines lines = new Lines(walk, indentation());
    lines.run();
    return new YamlLayout.Found(walk.layout(value, start, lines.after), lines.contentEnd);
  }

  /// The indentation that is cut off: what the first line that is not blank has more than the value
  /// has there.
  private int indentation() {
    int i = body;
    while (i < limit && lineIsBlank(i)) {
      i = afterBreak(lineEnd(i));
    }
    int inValue = 0;
    while (inValue < value.length() && value.charAt(inValue) == '\n') {
      inValue++;
    }
    int kept = 0;
    while (inValue + kept < value.length() && value.charAt(inValue + kept) == ' ') {
      kept++;
    }
    return Math.max(1, spaces(i) - kept);
  }

  private boolean lineIsBlank(int lineStart) {
    int i = lineStart + spaces(lineStart);
    return i >= text.length() || isBreak(i);
  }

  private int spaces(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i - from;
  }

  private boolean isBreak(int i) {
    return text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && !isBreak(i)) {
      i++;
    }
    return i;
  }

  private int afterBreak(int i) {
    if (i >= text.length()) {
      return i;
    }
    return i + (text.startsWith("\r\n", i) ? 2 : 1);
  }

  /// The walk over the lines of the body.
  private final class Lines {

    private final YamlWalk walk;
    private final int indent;
    private int i = body;
    private int after = start + 1;
    private int contentEnd = start + 1;

    Lines(YamlWalk walk, int indent) {
      this.walk = walk;
      this.indent = indent;
    }

    void run() {
      List<Integer> empty = emptyLines();
      int lineBreak = -1;
      boolean any = false;
      while (atContent()) {
        empty.forEach(each -> walk.addBreak(each, '\n'));
        boolean flush = !isBlank(i);
        int end = lineEnd(i);
        walk.addLine(i, end);
        any = true;
        after = end;
        contentEnd = end;
        lineBreak = end;
        i = afterBreak(end);
        empty = emptyLines();
        if (!atContent()) {
          break;
        }
        if (folded && flush && !isBlank(i)) {
          if (empty.isEmpty()) {
            walk.addBreak(lineBreak, ' ');
          }
        } else {
          walk.addBreak(lineBreak, '\n');
        }
      }
      chomp(any, lineBreak, empty);
    }

    private void chomp(boolean any, int lineBreak, List<Integer> empty) {
      if (chomping != '-' && any && lineBreak < text.length()) {
        walk.addBreak(lineBreak, '\n');
        after = afterBreak(lineBreak);
      }
      if (chomping == '+') {
        for (int each : empty) {
          walk.addBreak(each, '\n');
          after = afterBreak(each);
        }
      }
    }

    /// Whether the cursor stands at the content of a line: right after the indentation.
    private boolean atContent() {
      return i < text.length() && i < limit && i - indent >= body && isIndented();
    }

    private boolean isIndented() {
      for (int k = i - indent; k < i; k++) {
        if (text.charAt(k) != ' ') {
          return false;
        }
      }
      return i - indent == body || isBreak(i - indent - 1);
    }

    private boolean isBlank(int offset) {
      return offset < text.length() && (text.charAt(offset) == ' ' || text.charAt(offset) == '\t');
    }

    /// Skips empty lines, and the indentation of the line behind them.
    private List<Integer> emptyLines() {
      List<Integer> breaks = new ArrayList<>();
      skipIndentation();
      while (i < text.length() && isBreak(i)) {
        breaks.add(i);
        i = afterBreak(i);
        skipIndentation();
      }
      return breaks;
    }

    private void skipIndentation() {
      int column = 0;
      while (column < indent && i < text.length() && text.charAt(i) == ' ') {
        i++;
        column++;
      }
    }
  }
}
