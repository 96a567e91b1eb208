package io.github.sigmadm.config;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A pattern for paths and branches: `*` within a part, `**` over parts, `?`, `[a-z]`, `{a,b}`.
///
/// `**/` matches no folder as well, so `**/*.sigma.json` finds such files in the root too.
///
/// @param text the pattern as written
/// @param pattern the same as a regular expression
public record Glob(String text, Pattern pattern) {

  /// The glob of a text.
  ///
  /// @throws IllegalArgumentException with the reason, if it is none
  public static Glob of(String text) {
    try {
      return new Glob(text, Pattern.compile(new Translation(text).translate()));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getDescription(), e);
    }
  }

  public boolean matches(String value) {
    return pattern.matcher(value).matches();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /// One walk over the text.
  private static final class Translation {

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private int at;

    Translation(String text) {
      this.text = text;
    }

    String translate() {
      while (at < text.length()) {
        char c = text.charAt(at++);
        switch (c) {
          case '*' -> star();
          case '?' -> out.append("[^/]");
          case '[' -> set();
          case '{' -> {
            depth++;
            out.append("(?:");
          }
          case '}' -> {
            if (depth > 0) {
              depth--;
              out.append(')');
            } else {
              out.append("\\}");
            }
          }
          case ',' -> out.append(depth > 0 ? "|" : ",");
          case '\\' -> {
            if (at < text.length()) {
              out.append(Pattern.quote(String.valueOf(text.charAt(at++))));
            } else {
              throw new IllegalArgumentException("a backslash at the end escapes nothing");
            }
          }
          default -> out.append(Pattern.quote(String.valueOf(c)));
        }
      }
      if (depth > 0) {
        throw new IllegalArgumentException("a { is not closed");
      }
      return out.toString();
    }

    /// `**` followed by a slash also matches no folder at all. Runs of stars mean no more than two
    /// do.
    private void star() {
      int first = at - 1;
      while (at < text.length() && text.charAt(at) == '*') {
        at++;
      }
      if (at - first == 1) {
        out.append("[^/]*");
        return;
      }
      boolean wholePart = first == 0 || text.charAt(first - 1) == '/';
      if (wholePart && at < text.length() && text.charAt(at) == '/') {
        at++;
        out.append("(?:.*/)?");
      } else {
        out.append(".*");
      }
    }

    private void set() {
      int end = text.indexOf(']', at + 1);
      if (end < 0) {
        throw new IllegalArgumentException("a [ is not closed");
      }
      String inside = text.substring(at, end);
      boolean negated = inside.startsWith("!") || inside.startsWith("^");
      out.append(negated ? "[^/" : "[");
      String members = negated ? inside.substring(1) : inside;
      for (int i = 0; i < members.length(); i++) {
        if ("\\[]&^~|".indexOf(members.charAt(i)) >= 0) {
          out.append('\\');
        }
        out.append(members.charAt(i));
      }
      out.append(']');
      at = end + 1;
    }
  }
}
