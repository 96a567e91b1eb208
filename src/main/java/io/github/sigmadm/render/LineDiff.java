package io.github.sigmadm.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two texts compared line by line, for people.
///
/// @param lines what to show, in order
record LineDiff(List<Line> lines) {

  /// How a line stands to the two texts.
  enum Mark {
    SAME(' '),
    REMOVED('-'),
    ADDED('+'),
    /// Not a line of either: it tells that some are not shown.
    GAP('@');

    private final char sign;

    Mark(char sign) {
      this.sign = sign;
    }

    char sign() {
      return sign;
    }
  }

  /// A line, made visible.
  record Line(Mark mark, String text) {}

  /// How much to show.
  ///
  /// @param context unchanged lines around each change
  /// @param lines lines in all
  /// @param width characters of a line
  record Limits(int context, int lines, int width) {}

  /// Texts with more pairs of lines than this are shown as replaced: comparing them takes too long.
  private static final long PAIRS = 4_000_000;

  LineDiff {
    lines = List.copyOf(lines);
  }

  static LineDiff of(Optional<String> before, Optional<String> after, Limits limits) {
    List<String> old = before.map(LineDiff::split).orElse(List.of());
    List<String> now = after.map(LineDiff::split).orElse(List.of());
    if (old.size() == 1 && now.size() == 1) {
      return pair(old.getFirst(), now.getFirst(), limits.width());
    }
    List<Line> shown =
        withContext(compare(old, now), limits.context()).stream()
            .map(line -> new Line(line.mark(), VisibleText.shortened(line.text(), limits.width())))
            .toList();
    if (shown.size() <= limits.lines()) {
      return new LineDiff(shown);
    }
    List<Line> cut = new ArrayList<>(shown.subList(0, limits.lines() - 1));
    cut.add(new Line(Mark.GAP, Count.of(shown.size() - cut.size(), "more line")));
    return new LineDiff(cut);
  }

  /// Two single lines; where they are long, the part that differs.
  private static LineDiff pair(String old, String now, int width) {
    int start = 0;
    int end = 0;
    if (Math.max(old.length(), now.length()) > width) {
      int shorter = Math.min(old.length(), now.length());
      while (start < shorter && old.charAt(start) == now.charAt(start)) {
        start++;
      }
      while (end < shorter - start
          && old.charAt(old.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
        end++;
      }
      start = Math.max(0, start - width / 4);
      end = Math.max(0, end - width / 4);
    }
    return new LineDiff(
        List.of(
            new Line(Mark.REMOVED, window(old, start, end, width)),
            new Line(Mark.ADDED, window(now, start, end, width))));
  }

  private static String window(String text, int start, int end, int width) {
    int from = start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    int to = text.length() - end;
    to = end > 0 && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
    return (from > 0 ? "…" : "")
        + VisibleText.shortened(text.substring(from, to), width)
        + (to < text.length() ? "…" : "");
  }

  private static List<String> split(String text) {
    return VisibleText.lines(text).lines().toList();
  }

  private static List<Line> compare(List<String> old, List<String> now) {
    List<Line> lines = new ArrayList<>();
    if ((long) old.size() * now.size() > PAIRS) {
      mark(old, Mark.REMOVED, lines);
      mark(now, Mark.ADDED, lines);
      return lines;
    }
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now, true).getDeltas()) {
      switch (delta.getType()) {
        case EQUAL -> mark(delta.getSource().getLines(), Mark.SAME, lines);
        case INSERT, DELETE, CHANGE -> {
          mark(delta.getSource().getLines(), Mark.REMOVED, lines);
          mark(delta.getTarget().getLines(), Mark.ADDED, lines);
        }
      }
    }
    return lines;
  }

  private static void mark(List<String> texts, Mark mark, List<Line> lines) {
    texts.forEach(text -> lines.add(new Line(mark, text)));
  }

  private static List<Line> withContext(List<Line> lines, int context) {
    boolean[] kept = new boolean[lines.size()];
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).mark() != Mark.SAME) {
        for (int near = Math.max(last + 1, i - context);
            near <= Math.min(lines.size() - 1, i + context);
            near++) {
          kept[near] = true;
          last = near;
        }
      }
    }
    List<Line> result = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      int from = i;
      while (i < lines.size() && !kept[i]) {
        i++;
      }
      if (i > from) {
        result.add(new Line(Mark.GAP, Count.of(i - from, "unchanged line")));
      } else {
        result.add(lines.get(i));
        i++;
      }
    }
    return result;
  }
}
