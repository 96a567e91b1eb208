package io.github.sigmadm.tree;

import io.github.sigmadm.core.Position;
import java.util.Arrays;

/// Gathers where each character of one text stands, and gives the smallest layout that says so.
final class LayoutBuilder {

  private final SourceText source;
  private int[] starts = new int[8];
  private int[] offsets = new int[8];
  private int runs;
  private int length;
  private int expected = -1;

  LayoutBuilder(SourceText source) {
    this.source = source;
  }

  /// The next character (UTF-16) of the value stands at an offset of the file.
  void add(int offset) {
    if (offset != expected) {
      startRun(offset);
    }
    length++;
    expected = offset + 1;
  }

  /// The next characters of the value stand one after the other, on one line.
  void addRun(int offset, int count) {
    if (count > 0) {
      add(offset);
      length += count - 1;
      expected = offset + count;
    }
  }

  /// What follows stands on another line, even if right behind in the file.
  void breakRun() {
    expected = -1;
  }

  private void startRun(int offset) {
    if (runs == starts.length) {
      starts = Arrays.copyOf(starts, runs * 2);
      offsets = Arrays.copyOf(offsets, runs * 2);
    }
    starts[runs] = length;
    offsets[runs] = offset;
    runs++;
  }

  int length() {
    return length;
  }

  /// The layout of a value that ends before an offset of the file.
  TextLayout build(int end) {
    if (end != expected) {
      startRun(end);
    }
    if (runs == 1) {
      return new TextLayout.Straight(source.position(offsets[0]));
    }
    int[] lines = new int[runs];
    int[] columns = new int[runs];
    for (int i = 0; i < runs; i++) {
      Position position = source.position(offsets[i]);
      lines[i] = position.line();
      columns[i] = position.column();
    }
    return new TextLayout.Runs(Arrays.copyOf(starts, runs), lines, columns);
  }
}
