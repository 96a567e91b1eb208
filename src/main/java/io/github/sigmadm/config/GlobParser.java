package io.github.sigmadm.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// The text of a glob to its parts.
final class GlobParser {

  sealed interface Part {}

  /// One character.
  record Single(IntPredicate fits) implements Part {}

  /// Any number of characters.
  record Run(IntPredicate fits) implements Part {}

  /// `**/`: any number of folders, none included.
  record AnyDepth() implements Part {}

  /// `{a,b}`.
  record Alternatives(List<List<Part>> choices) implements Part {}

  private final String text;
  private int at;

  private GlobParser(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException with the reason, if the text is no glob
  static List<Part> parse(String text) {
    return new GlobParser(text).sequence(false);
  }

  /// Parts up to the end, or up to the `,` or `}` that ends a choice.
  private List<Part> sequence(boolean inBraces) {
    List<Part> parts = new ArrayList<>();
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (inBraces && (c == ',' || c == '}')) {
        break;
      }
      at += Character.charCount(c);
      parts.add(
          switch (c) {
            case '*' -> stars();
            case '?' -> new Single(GlobParser::isInPart);
            case '[' -> new Single(set());
            case '{' -> alternatives();
            case '\\' -> literal(escaped());
            default -> literal(c);
          });
    }
    return parts;
  }

  private static boolean isInPart(int c) {
    return c != '/';
  }

  private static Single literal(int wanted) {
    return new Single(c -> c == wanted);
  }

  private int escaped() {
    if (at == text.length()) {
      throw new IllegalArgumentException("a backslash at the end escapes nothing");
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  /// More stars mean no more than two do.
  private Part stars() {
    int first = at - 1;
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    if (at - first == 1) {
      return new Run(GlobParser::isInPart);
    }
    boolean wholePart = first == 0 || "/{,".indexOf(text.charAt(first - 1)) >= 0;
    if (wholePart && at < text.length() && text.charAt(at) == '/') {
      at++;
      return new AnyDepth();
    }
    return new Run(c -> true);
  }

  private Alternatives alternatives() {
    List<List<Part>> choices = new ArrayList<>();
    do {
      choices.add(sequence(true));
      if (at == text.length()) {
        throw new IllegalArgumentException("a { is not closed");
      }
    } while (text.charAt(at++) == ',');
    return new Alternatives(choices);
  }

  private IntPredicate set() {
    boolean negated = text.startsWith("!", at) || text.startsWith("^", at);
    if (negated) {
      at++;
    }
    IntPredicate members = c -> false;
    // A ] that comes first is a member.
    int first = at;
    while (at == first || !text.startsWith("]", at)) {
      members = members.or(range());
    }
    at++;
    IntPredicate fits = negated ? members.negate() : members;
    return fits.and(GlobParser::isInPart);
  }

  private IntPredicate range() {
    int from = member();
    boolean isRange = text.startsWith("-", at) && !text.startsWith("-]", at);
    if (!isRange) {
      return c -> c == from;
    }
    at++;
    int to = member();
    if (to < from) {
      throw new IllegalArgumentException(
          "the range " + Character.toString(from) + "-" + Character.toString(to) + " is empty");
    }
    return c -> c >= from && c <= to;
  }

  private int member() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("a [ is not closed");
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c == '\\' ? escaped() : c;
  }
}
