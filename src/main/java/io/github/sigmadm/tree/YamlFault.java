package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/// What SnakeYAML has to say about a text, in words that help.
final class YamlFault {

  private static final String CHECK = "Check the file with a YAML editor.";

  private final String text;
  private final int at;
  private final String begin;

  /// @param at the offset of the fault
  /// @param begin where what is being read began, as the end of a sentence
  private YamlFault(String text, int at, String begin) {
    this.text = text;
    this.at = at;
    this.begin = begin;
  }

  /// Refuses the characters that a YAML text cannot have, and those that YAML 1.1 takes for line
  /// breaks while JSON and YAML 1.2 do not: they would be folded away in silence.
  static void refuseUnprintable(SourceText source, Problems problems) {
    char[] chars = source.chars();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      boolean ordinary = (c >= ' ' && c < 0x7F) || c == '\n' || Character.isSurrogate(c);
      if (!ordinary && (isLineSeparator(c) || !StreamReader.isPrintable(c))) {
        throw problems.stop(
            "invalid-character",
            source.span(i, i + 1),
            "A YAML file cannot have the character " + named(c) + " as it is.",
            String.format(Locale.ROOT, "Write it as \\u%04x inside double quotes.", (int) c));
      }
    }
  }

  private static boolean isLineSeparator(char c) {
    return c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static String named(char c) {
    return String.format(Locale.ROOT, "U+%04X", (int) c);
  }

  static Unreadable unexplained(int offset, SourceText source, Problems problems) {
    return problems.stop(
        "invalid-yaml", Span.at(source.position(offset)), "This cannot be read as YAML.", CHECK);
  }

  static Unreadable of(
      MarkedYAMLException fault, int offset, SourceText source, Problems problems) {
    Mark mark = fault.getProblemMark();
    int at = mark == null ? offset : mark.getIndex();
    String said = fault.getProblem() == null ? "" : fault.getProblem();
    Words words =
        new YamlFault(source.text(), at, begin(fault.getContextMark(), source)).words(said);
    return problems.stop(
        "invalid-yaml", Span.at(source.position(at)), words.message(), words.hint());
  }

  private static String begin(@Nullable Mark context, SourceText source) {
    return context == null ? "" : " that begins at " + source.position(context.getIndex());
  }

  private record Words(String message, String hint) {}

  private Words words(String said) {
    if (said.startsWith("mapping values are not allowed here")) {
      return new Words(
          "A ':' cannot stand here.",
          "Put a text that has ': ' in it in quotes, and check the indentation.");
    }
    if (said.startsWith("found character '\\t")) {
      return new Words("A tab cannot indent a line.", "Indent with spaces.");
    }
    if (said.startsWith("found character")) {
      return new Words("No value can begin like this.", "Put the text in quotes.");
    }
    if (said.startsWith("could not find expected ':'")) {
      return new Words(
          "The ':' of the key" + begin + " is missing.",
          "Write key: value; put a text of several lines in quotes or after '|'.");
    }
    if (said.startsWith("found unexpected end of stream")) {
      return new Words("The text in quotes" + begin + " is not closed.", "Add the closing quote.");
    }
    if (said.startsWith("found unknown escape character")
        || said.startsWith("expected escape sequence")) {
      return new Words(
          "This is no escape of YAML.",
          text.startsWith("/", at)
              ? "Write the / without a backslash."
              : "In double quotes a backslash is written \\\\; in single quotes it stands for itself.");
    }
    if (said.startsWith("expected <block end>")) {
      return misplaced(said);
    }
    if (said.startsWith("expected ',' or")) {
      return new Words(
          "A ',' or the closing bracket of the list or object" + begin + " is missing.",
          "Add it, or put a text with brackets, ',' or ': ' in quotes.");
    }
    if (said.startsWith("expected the node content")) {
      return new Words("A value is missing here.", "Write it, or null.");
    }
    if (said.startsWith("sequence entries are not allowed here")) {
      return new Words("A list entry ('-') cannot stand here.", "Begin it on a line of its own.");
    }
    if (said.startsWith("expected '<document start>'")) {
      return new Words(
          "This does not belong to the value before it.",
          "Check the indentation; a file holds one value.");
    }
    if (said.startsWith("found undefined tag handle")) {
      return new Words("A tag without meaning.", "Put a text that begins with '!' in quotes.");
    }
    return new Words(
        "This cannot be read as YAML" + (said.isEmpty() ? "." : ": " + said + "."), CHECK);
  }

  private Words misplaced(String said) {
    if (!isFirstOfLine()) {
      return new Words(
          "Nothing may follow a value on its line.",
          "Put a text that begins with a bracket or a quote, such as the formula [Orders/Id] + 1, in"
              + " quotes as a whole.");
    }
    if (said.endsWith("found '-'")) {
      return new Words(
          "A list entry ('-') stands among the keys of the object" + begin + ".",
          "Indent the list below its key.");
    }
    if (text.startsWith(":", at)) {
      return new Words("The key before this ':' is missing.", "Write key: value.");
    }
    return new Words(
        "This does not fit the indentation of the block" + begin + ".",
        "Indent all entries of one list or object alike.");
  }

  private boolean isFirstOfLine() {
    int i = at - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }
}
