package io.github.sigmadm.tree;

/// Texts as JSON writes them.
final class JsonText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  static final String HALF_A_PAIR =
      "This escape is half of a surrogate pair, and its other half is missing.";
  static final String WRITE_THE_PAIR =
      "Write both halves, such as \\ud83d\\ude00, or the character itself.";

  private JsonText() {}

  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    append(out, text);
    return out.toString();
  }

  /// Appends a text as `JSON.stringify` does: only what must be escaped is, lone surrogates too, so
  /// that the result is always valid UTF-8.
  static void append(StringBuilder out, String text) {
    out.append('"');
    int plainFrom = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c != '"' && c != '\\' && !isLoneSurrogate(text, i)) {
        continue;
      }
      out.append(text, plainFrom, i);
      plainFrom = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> appendEscape(out, c);
      }
    }
    out.append(text, plainFrom, text.length()).append('"');
  }

  /// Appends `\\u` and four hex digits.
  static void appendEscape(StringBuilder out, char c) {
    out.append("\\u")
        .append(HEX[c >> 12])
        .append(HEX[(c >> 8) & 0xF])
        .append(HEX[(c >> 4) & 0xF])
        .append(HEX[c & 0xF]);
  }

  /// Whether half of a surrogate pair stands at an index without its other half.
  static boolean isLoneSurrogate(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }

  /// The index of the first half of a surrogate pair that lacks its other half; -1 if there is
  /// none.
  static int firstLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && isLoneSurrogate(text, i)) {
        return i;
      }
    }
    return -1;
  }
}
