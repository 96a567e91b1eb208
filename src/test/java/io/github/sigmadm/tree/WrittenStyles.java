package io.github.sigmadm.tree;

import java.util.Locale;

/// Random texts in every way that JSON and YAML can write them.
final class WrittenStyles {

  private static final String[] CHARACTERS = {
    "a", "b", "[", "]", "é", "ß", "→", "😀", "x", "1", "'", "\"", "\\", "#", ":", "{", "}", ",",
    "&", "*", "/", "-", "?", "%", "@", "`", "|", ">", "!"
  };
  private static final String[] WORD_CHARACTERS = {
    "a", "b", "é", "→", "😀", "x", "1", "'", "\"", "\\"
  };

  private WrittenStyles() {}

  static WrittenText json(long seed) {
    WrittenText text = new WrittenText(seed);
    text.raw(
        text.spaces(3)
            + "{"
            + text.pick("", " ", text.lineEnd)
            + "\"a\" :"
            + text.spaces(2)
            + "\"");
    int length = text.random.nextInt(30);
    for (int i = 0; i < length; i++) {
      String c =
          text.chance(30)
              ? text.pick("\n", "\t", "\r", "\b", "\f", "\0", "\u2028")
              : text.pick(CHARACTERS);
      if (text.chance(20)) {
        c.chars().forEach(unit -> text.write(Character.toString((char) unit), unicode(text, unit)));
      } else {
        switch (c) {
          case "\n" -> text.write(c, "\\n");
          case "\t" -> text.write(c, "\\t");
          case "\r" -> text.write(c, "\\r");
          case "\b" -> text.write(c, "\\b");
          case "\f" -> text.write(c, "\\f");
          case "\0" -> text.write(c, "\\u0000");
          case "/" -> text.write(c, text.pick("/", "\\/"));
          case "\"" -> text.write(c, "\\\"");
          case "\\" -> text.write(c, "\\\\");
          default -> text.write(c);
        }
      }
    }
    return text.raw("\"" + text.lineEnd + "}");
  }

  private static String unicode(WrittenText text, int unit) {
    String hex = String.format(Locale.ROOT, "%04x", unit);
    return "\\u" + (text.chance(50) ? hex : hex.toUpperCase(Locale.ROOT));
  }

  static WrittenText plain(long seed) {
    WrittenText text = new WrittenText(seed);
    text.raw("a: " + text.spaces(2));
    text.write("x");
    words(text);
    return text.raw(text.spaces(2) + text.pick("", " # note", text.lineEnd));
  }

  static WrittenText singleQuoted(long seed) {
    WrittenText text = new WrittenText(seed);
    text.raw("a: " + text.pick("", "&anchor ", "!!str ", "&a !!str ") + "'");
    int parts = text.random.nextInt(5);
    for (int i = 0; i < parts; i++) {
      for (int k = text.random.nextInt(5) + 1; k > 0; k--) {
        String c = text.pick(CHARACTERS);
        text.write(c, c.equals("'") ? "''" : c);
      }
      fold(text);
    }
    text.write("z");
    return text.raw("'" + text.pick("", " # note", text.lineEnd));
  }

  static WrittenText doubleQuoted(long seed) {
    WrittenText text = new WrittenText(seed);
    text.raw("a: " + text.pick("", "&anchor ", "!!str ", "! ") + "\"");
    int parts = text.random.nextInt(6);
    for (int i = 0; i < parts; i++) {
      for (int k = text.random.nextInt(5) + 1; k > 0; k--) {
        doubleQuotedCharacter(text);
      }
      if (text.chance(25)) {
        text.raw("\\" + text.lineEnd + "  " + text.spaces(3));
        text.write("y");
      } else {
        fold(text);
      }
    }
    text.write("z");
    return text.raw("\"" + text.pick("", " # note", text.lineEnd));
  }

  private static void doubleQuotedCharacter(WrittenText text) {
    switch (text.random.nextInt(8)) {
      case 0 -> text.write("\n", "\\n");
      case 1 -> text.write("\u0085", text.pick("\\N", "\\x85", "\\u0085"));
      case 2 -> text.write("😀", "\\U0001F600");
      case 3 -> {
        text.write("\ud83d", "\\ud83d");
        text.write("\ude00", "\\uDE00");
      }
      case 4 -> text.write("\t", "\\t");
      default -> {
        String c = text.pick(CHARACTERS);
        text.write(c, c.equals("\"") || c.equals("\\") ? "\\" + c : c);
      }
    }
  }

  /// Words, and between them spaces, folded line breaks, or empty lines.
  private static void words(WrittenText text) {
    int words = text.random.nextInt(8);
    for (int i = 0; i < words; i++) {
      fold(text);
      for (int k = text.random.nextInt(4) + 1; k > 0; k--) {
        text.write(text.pick(WORD_CHARACTERS));
      }
    }
  }

  private static void fold(WrittenText text) {
    switch (text.random.nextInt(3)) {
      case 0 -> text.write(" " + text.spaces(2));
      case 1 -> {
        text.raw(text.spaces(2));
        text.write(" ", text.lineEnd);
        text.raw("  " + text.spaces(3));
      }
      default -> {
        text.raw(text.spaces(2) + text.lineEnd);
        for (int i = text.random.nextInt(3); i >= 0; i--) {
          text.raw(text.spaces(3));
          text.write("\n", text.lineEnd);
        }
        text.raw("  " + text.spaces(3));
      }
    }
    text.write("w");
  }

  static WrittenText literal(long seed) {
    WrittenText text = new WrittenText(seed);
    String indentation = block(text, '|');
    int lines = text.random.nextInt(6);
    for (int i = 0; i <= lines; i++) {
      if (i > 0) {
        text.write("\n", text.lineEnd);
        emptyLines(text);
      }
      text.raw(indentation);
      blockLine(text, i > 0);
    }
    return text;
  }

  static WrittenText folded(long seed) {
    WrittenText text = new WrittenText(seed);
    String indentation = block(text, '>');
    int lines = text.random.nextInt(6);
    boolean indentedBefore = false;
    for (int i = 0; i <= lines; i++) {
      boolean indented = i > 0 && text.chance(30);
      if (i > 0) {
        boolean kept = indented || indentedBefore;
        boolean empty = text.chance(30);
        if (kept) {
          text.write("\n", text.lineEnd);
        } else if (empty) {
          text.raw(text.lineEnd);
        } else {
          text.write(" ", text.lineEnd);
        }
        if (empty) {
          text.raw(text.pick("", " "));
          text.write("\n", text.lineEnd);
        }
      }
      text.raw(indentation);
      if (indented) {
        text.write(text.pick(" ", "\t", "   "));
      }
      text.write("w");
      blockLine(text, false);
      indentedBefore = indented;
    }
    return text;
  }

  private static String block(WrittenText text, char indicator) {
    int indent = text.random.nextInt(4) + 1;
    boolean told = text.chance(30);
    String chomping = text.pick("-", "-", "");
    text.raw("a: " + text.pick("", "&anchor ", "!!str ") + indicator);
    text.raw(told ? text.pick(indent + "-", "-" + indent) : "-");
    text.raw(chomping.isEmpty() ? " # note" : text.spaces(2));
    text.raw(text.lineEnd);
    return " ".repeat(indent);
  }

  private static void emptyLines(WrittenText text) {
    for (int i = text.random.nextInt(3); i > 0; i--) {
      text.raw(text.pick("", " "));
      text.write("\n", text.lineEnd);
    }
  }

  private static void blockLine(WrittenText text, boolean mayBeIndented) {
    if (mayBeIndented) {
      text.write(text.spaces(2));
    }
    text.write("x");
    for (int k = text.random.nextInt(8); k > 0; k--) {
      text.write(text.pick(CHARACTERS));
      text.write(text.spaces(1));
    }
  }
}
