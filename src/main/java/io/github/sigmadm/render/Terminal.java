package io.github.sigmadm.render;

import java.util.ArrayList;
import java.util.List;

/// Where console text is read.
///
/// @param width columns of a line; longer lines are wrapped between words
/// @param colours whether ANSI colours are understood
public record Terminal(int width, boolean colours) {

  /// A log or a pipe: wide, without colours.
  public static final Terminal PLAIN = new Terminal(120, false);

  /// No terminal is treated as narrower than this.
  private static final int NARROWEST = 40;

  public Terminal {
    width = Math.max(NARROWEST, width);
  }

  /// How a piece of text stands out.
  enum Tone {
    GOOD("32"),
    CAREFUL("33"),
    BAD("31"),
    STRONG("1"),
    FAINT("2"),
    PLAIN("");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  /// A text in a tone.
  String tone(Tone tone, String text) {
    return colours && tone != Tone.PLAIN ? "\u001B[" + tone.code + "m" + text + "\u001B[0m" : text;
  }

  /// How many columns a text takes: marks that combine take none, wide characters two.
  static int columns(String text) {
    return text.codePoints().map(Terminal::columns).sum();
  }

  private static int columns(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
      default -> Character.isEmojiPresentation(point) ? 2 : 1;
    };
  }

  /// A text as lines of at most `room` columns, broken between words where that is possible.
  static List<String> wrapped(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      int length = columns(word);
      if (used > 0 && used + 1 + length > room) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (!line.isEmpty()) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += length;
    }
    lines.add(line.toString());
    return lines;
  }

  /// A text cut to so many columns, with an ellipsis where it was cut.
  static String cut(String text, int room) {
    if (columns(text) <= room) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      used += columns(point);
      if (used > room - 1) {
        break;
      }
      result.appendCodePoint(point);
      i += Character.charCount(point);
    }
    return result.append('…').toString();
  }
}
