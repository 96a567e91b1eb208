package io.github.sigmadm.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/// Finds where a text stops being JSON, and says so in words that help.
///
/// Runs only when Jackson has refused a text, whose own messages speak of tokens and of code
/// points.
final class JsonFault {

  private enum Expected {
    VALUE,
    VALUE_OR_END,
    KEY,
    KEY_OR_END,
    COLON,
    COMMA_OR_END
  }

  private final SourceText source;
  private final String text;
  private final Problems problems;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int i;

  private JsonFault(SourceText source, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
  }

  /// The first fault, to be thrown. `otherwise` is said where none is found.
  static Unreadable find(SourceText source, Problems problems, String otherwise) {
    JsonFault search = new JsonFault(source, problems);
    try {
      search.walk();
    } catch (Unreadable found) {
      return found;
    }
    return search.fault(search.i, search.i, otherwise, "Check the file with a JSON editor.");
  }

  private void walk() {
    Expected expected = Expected.VALUE;
    while (true) {
      skipSpace();
      if (i >= text.length()) {
        if (open.isEmpty() && expected == Expected.COMMA_OR_END) {
          return;
        }
        throw unfinished();
      }
      char c = text.charAt(i);
      switch (expected) {
        case VALUE, VALUE_OR_END -> {
          if (c == ']' && expected == Expected.VALUE_OR_END) {
            expected = close();
          } else if (c == '{' || c == '[') {
            open.push(i++);
            expected = c == '{' ? Expected.KEY_OR_END : Expected.VALUE_OR_END;
          } else {
            scalar(c);
            expected = Expected.COMMA_OR_END;
          }
        }
        case KEY, KEY_OR_END -> {
          if (c == '}' && expected == Expected.KEY_OR_END) {
            expected = close();
          } else if (c == '"') {
            i = JsonStringFault.skip(source, problems, i);
            expected = Expected.COLON;
          } else {
            throw noKey(c);
          }
        }
        case COLON -> {
          if (c != ':') {
            throw fault(i, i + 1, "A ':' is missing after the key.", "Write \"key\": value.");
          }
          i++;
          expected = Expected.VALUE;
        }
        case COMMA_OR_END -> {
          if (open.isEmpty()) {
            return;
          }
          boolean object = text.charAt(open.element()) == '{';
          if (c == (object ? '}' : ']')) {
            expected = close();
          } else if (c == ',') {
            i++;
            expected = object ? Expected.KEY : Expected.VALUE;
          } else {
            throw noComma(c, object);
          }
        }
      }
    }
  }

  private Expected close() {
    open.pop();
    i++;
    return Expected.COMMA_OR_END;
  }

  private void skipSpace() {
    while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
  }

  private Unreadable unfinished() {
    if (open.isEmpty()) {
      return TreeReader.empty(problems);
    }
    int start = open.element();
    boolean object = text.charAt(start) == '{';
    return fault(
        i,
        i,
        "The file ends before the "
            + (object ? "object" : "array")
            + " that begins at "
            + source.position(start)
            + " is closed.",
        "Add the missing '" + (object ? '}' : ']') + "'.");
  }

  private Unreadable noKey(char c) {
    if (c == '}') {
      return trailingComma();
    }
    if (c == '\'') {
      return fault(i, i + 1, "JSON knows no single quotes.", "Put the key in double quotes.");
    }
    if (isComment(c)) {
      return comment();
    }
    int end = wordEnd();
    if (end > i) {
      return fault(i, end, "A key is not in quotes.", "Write \"" + word(end) + "\".");
    }
    return fault(i, i + 1, "A key in double quotes is expected here.", "Write \"key\": value.");
  }

  private Unreadable noComma(char c, boolean object) {
    if (isComment(c)) {
      return comment();
    }
    String kind = object ? "object" : "array";
    if (c == '}' || c == ']') {
      return fault(
          i,
          i + 1,
          "'"
              + c
              + "' does not close the "
              + kind
              + " that begins at "
              + source.position(open.element())
              + ".",
          "Close the " + kind + " with '" + (object ? '}' : ']') + "' first.");
    }
    return fault(
        i,
        i + 1,
        "A ',' is missing before this.",
        "Put a ',' between the parts of an " + kind + ".");
  }

  private Unreadable trailingComma() {
    int comma = text.lastIndexOf(',', i);
    return fault(
        comma,
        comma + 1,
        "A ',' stands before the end.",
        "Remove it; JSON has no trailing commas.");
  }

  private boolean isComment(char c) {
    return c == '#' || (c == '/' && (text.startsWith("//", i) || text.startsWith("/*", i)));
  }

  private Unreadable comment() {
    return fault(
        i,
        i + 1,
        "JSON has no comments.",
        "Remove it, or write the file as YAML (.yml), which has them.");
  }

  private void scalar(char c) {
    if (c == '"') {
      i = JsonStringFault.skip(source, problems, i);
      return;
    }
    if (c == ']' || c == '}') {
      boolean afterComma = i > 0 && text.substring(0, i).stripTrailing().endsWith(",");
      throw afterComma
          ? trailingComma()
          : fault(i, i + 1, "A value is missing here.", "Write it before the '" + c + "'.");
    }
    if (c == ',') {
      throw fault(i, i + 1, "A value is missing before this ','.", "Write it, or remove the ','.");
    }
    if (c == '\'') {
      throw fault(i, i + 1, "JSON knows no single quotes.", "Put the text in double quotes.");
    }
    if (isComment(c)) {
      throw comment();
    }
    int end = wordEnd();
    if (end == i) {
      throw fault(
          i,
          i + 1,
          "No value begins with " + Quoted.character(text.codePointAt(i)) + ".",
          "A value is an object, an array, a text in double quotes, a number, true, false or null.");
    }
    String word = word(end);
    if (!word.equals("true")
        && !word.equals("false")
        && !word.equals("null")
        && !Numbers.isJson(word)) {
      throw notAWord(word, end);
    }
    i = end;
  }

  private Unreadable notAWord(String word, int end) {
    String shown = Quoted.briefly(word);
    if (word.matches("(?i)true|false|null")) {
      return fault(i, end, shown + " is not JSON.", "Write it in lower case.");
    }
    if (word.matches("None|undefined|NaN|[+-]?(Infinity|inf)")) {
      return fault(i, end, shown + " is not JSON.", "Write null, or leave the key out.");
    }
    if (word.matches("[+-]?\\.?[0-9].*")) {
      return fault(
          i,
          end,
          shown + " is not a number of JSON.",
          "No leading zeros or '+', a digit on both sides of the point; or put a text in quotes.");
    }
    return fault(i, end, shown + " is not a value of JSON.", "Put a text in double quotes.");
  }

  private int wordEnd() {
    int end = i;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end))
            || "+-._$".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private String word(int end) {
    return text.substring(i, end);
  }

  private Unreadable fault(int start, int end, String message, String hint) {
    return problems.stop(
        "invalid-json", source.span(start, Math.min(end, text.length())), message, hint);
  }
}
