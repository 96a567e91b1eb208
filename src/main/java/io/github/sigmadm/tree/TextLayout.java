package io.github.sigmadm.tree;

import io.github.sigmadm.core.Position;
import java.util.Arrays;

/// Where the characters of a text value stand in its file, through escapes, folds and indentation.
public sealed interface TextLayout {

  /// The place of the character at an index (UTF-16) of the value; one past the last is the end of
  /// the value.
  Position positionOf(int index);

  /// Every character stands right after the one before it, on one line: a text without escapes.
  record Straight(Position first) implements TextLayout {
    @Override
    public Position positionOf(int index) {
      return new Position(first.line(), first.column() + index);
    }
  }

  /// Every character stands at one place: a text that the program made.
  record Fixed(Position place) implements TextLayout {
    @Override
    public Position positionOf(int index) {
      return place;
    }
  }

  /// Runs of straight characters. Run `k` begins at value index `starts[k]` and file position
  /// (`lines[k]`, `columns[k]`); `starts[0]` is 0 and `starts` ascends.
  ///
  /// The arrays are not copied: their maker hands them over.
  @SuppressWarnings(
      "ArrayRecordComponent") // layouts are not compared; lists would box every character
  record Runs(int[] starts, int[] lines, int[] columns) implements TextLayout {
    @Override
    public Position positionOf(int index) {
      int found = Arrays.binarySearch(starts, index);
      int run = found >= 0 ? found : -found - 2;
      return new Position(lines[run], columns[run] + (index - starts[run]));
    }
  }
}
