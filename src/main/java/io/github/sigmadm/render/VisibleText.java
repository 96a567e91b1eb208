package io.github.sigmadm.render;

import java.util.Locale;

/// Text in which every character can be seen: what has no picture of its own, or changes the order
/// in which others appear, is written out as a hexadecimal escape.
final class VisibleText {

  private VisibleText() {}

  /// On one line; line ends and tabs are written out too, as `\n`, `\r` and `\t`.
  static String line(String text) {
    return visible(text, false);
  }

  /// Over several lines: line feeds and tabs stay, all kinds of line ends become line feeds.
  static String lines(String text) {
    return visible(text.replace("\r\n", "\n").replace('\r', '\n'), true);
  }

  /// Cut to a number of UTF-16 units, never inside a character, with an ellipsis where it was cut.
  static String shortened(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static String visible(String text, boolean several) {
    StringBuilder result = new StringBuilder(text.length());
    int previous = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (several && (point == '\n' || point == '\t')) {
        result.append((char) point);
      } else if (point == '\n') {
        result.append("\\n");
      } else if (point == '\r') {
        result.append("\\r");
      } else if (point == '\t') {
        result.append("\\t");
      } else if (isSeen(point, previous)) {
        result.appendCodePoint(point);
      } else {
        result
            .append("\\u{")
            .append(Integer.toHexString(point).toUpperCase(Locale.ROOT))
            .append('}');
      }
      previous = point;
      i += Character.charCount(point);
    }
    return result.toString();
  }

  private static boolean isSeen(int point, int previous) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> !isBlankLetter(point) && !isLooseSelector(point, previous);
    };
  }

  /// Letters and symbols by category, with nothing to see: Hangul fillers, the empty Braille
  /// pattern, the Khmer inherent vowels, the combining grapheme joiner.
  private static boolean isBlankLetter(int point) {
    return switch (point) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> false;
    };
  }

  /// Variation selectors anywhere but behind the emoji that they belong to.
  private static boolean isLooseSelector(int point, int previous) {
    boolean selector =
        (point >= 0xFE00 && point <= 0xFE0F)
            || (point >= 0xE0100 && point <= 0xE01EF)
            || (point >= 0x180B && point <= 0x180F);
    return selector && !(point == 0xFE0F && previous > 0xFF && Character.isEmoji(previous));
  }
}
