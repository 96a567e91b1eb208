package io.github.sigmadm.tree;

import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.Span;
import java.util.Arrays;

/// The text of a file and the places of its characters.
///
/// Offsets count UTF-16 code units from 0. A line ends with LF, CR LF or a lone CR. Not for use by
/// several threads: it remembers the line it was last asked about.
final class SourceText {

  private final String text;
  private final char[] chars;
  private final int[] lineStarts;
  private int lastLine;

  SourceText(String text) {
    this.text = text;
    this.chars = text.toCharArray();
    this.lineStarts = lineStarts(chars);
  }

  private static int[] lineStarts(char[] chars) {
    int[] starts = new int[chars.length / 32 + 16];
    int count = 1;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c > '\r') {
        continue;
      }
      if (c == '\n' || (c == '\r' && !(i + 1 < chars.length && chars[i + 1] == '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /// The text as an array, which is quicker to walk; not to be changed.
  char[] chars() {
    return chars;
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  Position position(int offset) {
    int line = lastLine;
    if (offset < lineStarts[line]
        || (line + 1 < lineStarts.length && offset >= lineStarts[line + 1])) {
      line = line(offset, line);
      lastLine = line;
    }
    return new Position(line + 1, offset - lineStarts[line] + 1);
  }

  private int line(int offset, int near) {
    // Readers go forward: the next line is the likely one.
    if (near + 2 < lineStarts.length
        && offset >= lineStarts[near + 1]
        && offset < lineStarts[near + 2]) {
      return near + 1;
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  Span span(int start, int end) {
    Position first = position(start);
    return new Span(first, position(end));
  }
}
