package io.github.sigmadm.core;

/// A place in a text file: line and column, both counted from 1.
///
/// Columns count UTF-16 code units, as editors, the language server protocol and SARIF do.
public record Position(int line, int column) implements Comparable<Position> {

  public static final Position START = new Position(1, 1);

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
    }
  }

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
