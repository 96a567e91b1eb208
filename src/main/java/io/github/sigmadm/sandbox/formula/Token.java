package io.github.sigmadm.sandbox.formula;

import java.util.List;
import java.util.stream.Collectors;

/// One piece of a formula, with its place in the text (end exclusive).
public sealed interface Token {

  int start();

  int end();

  /// `[A/B]`, escapes removed.
  record Reference(int start, int end, List<String> parts) implements Token {
    public Reference {
      parts = List.copyOf(parts);
    }

    public String last() {
      return parts.getLast();
    }

    /// The reference as formula text, with what needs it escaped.
    public static String text(List<String> parts) {
      return parts.stream()
          .map(part -> part.replaceAll("([\\\\/\\[\\]])", "\\\\$1"))
          .collect(Collectors.joining("/", "[", "]"));
    }
  }

  /// A name outside brackets: function, operator word or constant.
  record Word(int start, int end, String text) implements Token {}

  /// A text literal, its quotes removed.
  record Text(int start, int end, String value) implements Token {}

  record Numeral(int start, int end) implements Token {}

  /// An operator, parenthesis, comma or dot.
  record Symbol(int start, int end, String text) implements Token {}

  /// What belongs nowhere: an unclosed bracket or quote, or an unknown character.
  record Malformed(int start, int end) implements Token {}
}
