package io.github.sigmadm.core;

/// A stretch of a text file, from `start` (inclusive) to `end` (exclusive).
public record Span(Position start, Position end) {

  /// The first character of a file; for findings about a file as a whole.
  public static final Span FILE_START = new Span(Position.START, Position.START);

  public Span {
    if (end.compareTo(start) < 0) {
      throw new IllegalArgumentException("a span ends after its start: " + start + " to " + end);
    }
  }

  /// An empty span at a position.
  public static Span at(Position position) {
    return new Span(position, position);
  }

  @Override
  public String toString() {
    return start + "-" + end;
  }
}
