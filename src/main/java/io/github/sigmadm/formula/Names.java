package io.github.sigmadm.formula;

import java.util.Locale;

/// Names of columns, metrics and elements: when two of them are the same, and what Sigma makes of a
/// warehouse column's name.
///
/// Sigma rewrites raw names to friendly ones (`ORDER_ID` to `Order Id`) and its own texts disagree
/// about details (`Order ID`), so names are compared without case, space and punctuation (section
/// 4.1 of the representation's description).
public final class Names {

  private Names() {}

  /// What two spellings of one name have in common: letters and digits in lower case.
  ///
  /// Signs that carry meaning in a name (`%`, `#`, `@`, `&`, `*` and symbols such as `$` and `+`)
  /// stay, so that `Profit %` is not `Profit`. A name of nothing but punctuation stays as it is.
  public static String normalise(String name) {
    StringBuilder normal = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      i += Character.charCount(c);
      if (matters(c)) {
        normal.appendCodePoint(c);
      }
    }
    String kept = normal.isEmpty() ? name.strip() : normal.toString();
    return kept.toLowerCase(Locale.ROOT);
  }

  /// Whether two spellings name the same thing.
  public static boolean same(String first, String second) {
    return first.equals(second) || normalise(first).equals(normalise(second));
  }

  /// The name that Sigma shows for a raw warehouse name, on a connection with friendly names.
  ///
  /// Underscores, slashes, dashes, dots, brackets and a change from small to capital letter break
  /// words; each word is put in title case, digits stay, `of` stays small inside (all observed in
  /// exports).
  public static String friendly(String raw) {
    StringBuilder friendly = new StringBuilder(raw.length() + 4);
    StringBuilder word = new StringBuilder();
    int before = ' ';
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (breaksWords(c)) {
        finish(word, friendly);
      } else {
        if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
          finish(word, friendly);
        }
        word.appendCodePoint(c);
      }
      before = c;
    }
    finish(word, friendly);
    return friendly.isEmpty() ? raw : friendly.toString();
  }

  private static void finish(StringBuilder word, StringBuilder friendly) {
    if (word.isEmpty()) {
      return;
    }
    String lower = word.toString().toLowerCase(Locale.ROOT);
    if (!friendly.isEmpty()) {
      friendly.append(' ');
    }
    if (lower.equals("of") && !friendly.isEmpty()) {
      friendly.append(lower);
    } else {
      int first = lower.codePointAt(0);
      friendly
          .appendCodePoint(Character.toTitleCase(first))
          .append(lower, Character.charCount(first), lower.length());
    }
    word.setLength(0);
  }

  private static boolean breaksWords(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || "_/-.[](){}".indexOf(c) >= 0;
  }

  private static boolean matters(int c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      return true;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          false;
      case Character.OTHER_PUNCTUATION -> "%#@&*".indexOf(c) >= 0;
      default -> c != '`';
    };
  }
}
