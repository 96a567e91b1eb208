package io.github.sigmadm.tree;

import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.reader.StreamReader;

/// How a text is best written in YAML.
final class YamlText {

  /// What YAML 1.1 or 1.2 takes for something other than text.
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf");

  private YamlText() {}

  /// The text on one line, quoted if need be.
  static String inOneLine(String text) {
    if (isPlain(text)) {
      return text;
    }
    boolean printable = text.chars().allMatch(c -> isOrdinary((char) c));
    boolean wantsEscapes = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
    return printable && wantsEscapes ? "'" + text.replace("'", "''") + "'" : doubleQuoted(text);
  }

  /// Whether a text of several lines can be a literal block.
  static boolean isBlock(String text) {
    if (text.indexOf('\n') < 0
        || text.charAt(0) == ' '
        || text.charAt(0) == '\n'
        || text.charAt(0) == '\t') {
      return false;
    }
    return text.chars().allMatch(c -> c == '\n' || c == '\t' || isOrdinary((char) c));
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty()
        || !beginsLikeAWord(text.charAt(0))
        || text.endsWith(" ")
        || text.endsWith(":")) {
      return false;
    }
    return !text.contains(": ")
        && !text.contains(" #")
        && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        && text.chars().allMatch(c -> isOrdinary((char) c));
  }

  /// Digits, signs and points begin numbers and dates; the other signs are indicators.
  private static boolean beginsLikeAWord(char c) {
    return Character.isLetter(c) || c == '_' || c == '/' || c == '(' || c == '$';
  }

  private static boolean isOrdinary(char c) {
    return Character.isSurrogate(c)
        || (c >= ' '
            && StreamReader.isPrintable(c)
            && c != '\u0085'
            && c != '\u2028'
            && c != '\u2029'
            && c != '\ufeff');
  }

  private static String doubleQuoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2);
    JsonText.append(json, text);
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isOrdinary(c)) {
        out.append(c);
      } else {
        JsonText.appendEscape(out, c);
      }
    }
    return out.toString();
  }
}
