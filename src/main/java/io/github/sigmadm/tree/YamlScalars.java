package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/// The scalars of YAML: their type by the core schema, their place and their layout.
final class YamlScalars {

  /// The prefix of the tags that the core schema knows.
  static final String CORE = "tag:yaml.org,2002:";

  /// A scalar and the offset behind it.
  record Read(Node node, int end) {}

  private final SourceText source;
  private final Problems problems;
  private final Limits limits;

  YamlScalars(SourceText source, Problems problems, Limits limits) {
    this.source = source;
    this.problems = problems;
    this.limits = limits;
  }

  /// A scalar that is a value.
  Read read(ScalarEvent event) {
    String tag = event.getTag();
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    if (tag == null && plain) {
      int start = contentStart(event);
      int end = event.getEndMark().getIndex();
      Node typed = typed(event.getValue(), source.span(start, end));
      return typed == null ? text(event) : new Read(typed, end);
    }
    if (tag == null || tag.equals("!") || tag.equals(CORE + "str")) {
      return text(event);
    }
    return tagged(event, tag);
  }

  /// A scalar that is a key: its text as it is spelled.
  TextNode readKey(ScalarEvent event) {
    TextNode key = (TextNode) text(event).node();
    if (key.value().isEmpty() && event.getScalarStyle() == ScalarStyle.PLAIN) {
      problems.report(
          "invalid-key", key.span(), "The key before this ':' is missing.", "Write key: value.");
    }
    String tag = event.getTag();
    if (tag != null && !tag.equals("!") && !tag.equals(CORE + "str")) {
      problems.report(
          "unsupported-tag",
          key.span(),
          "A key is a text, and cannot have the tag " + Quoted.briefly(shortened(tag)) + ".",
          "Remove the tag.");
    }
    return key;
  }

  private Read tagged(ScalarEvent event, String tag) {
    int end = event.getEndMark().getIndex();
    Span span = source.span(contentStart(event), end);
    Node typed = typed(event.getValue(), span);
    boolean fits =
        switch (tag) {
          case CORE + "null" -> typed instanceof NullNode;
          case CORE + "bool" -> typed instanceof BooleanNode;
          case CORE + "int" ->
              typed instanceof NumberNode number
                  && number.value().stripTrailingZeros().scale() <= 0;
          case CORE + "float" -> typed instanceof NumberNode;
          default -> {
            problems.report(
                "unsupported-tag",
                source.span(event.getStartMark().getIndex(), end),
                "The tag " + Quoted.briefly(shortened(tag)) + " has no counterpart in JSON.",
                "Remove the tag.");
            yield false;
          }
        };
    if (fits && typed != null) {
      return new Read(typed, end);
    }
    if (tag.matches(CORE + "(null|bool|int|float)")) {
      problems.report(
          "invalid-yaml",
          span,
          Quoted.briefly(event.getValue())
              + " is not of the type that its tag "
              + shortened(tag)
              + " says.",
          "Correct the value or remove the tag.");
    }
    return text(event);
  }

  /// A tag as people write it.
  static String shortened(String tag) {
    return tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
  }

  /// The value that an unquoted text stands for; null if it is a text.
  private @Nullable Node typed(String value, Span span) {
    if (value.isEmpty()) {
      return new NullNode(span);
    }
    char first = value.charAt(0);
    if (first <= '9') {
      return first == '.' || first == '-' || first == '+' || first >= '0'
          ? number(value, span)
          : null;
    }
    return switch (value) {
      case "null", "Null", "NULL", "~" -> new NullNode(span);
      case "true", "True", "TRUE" -> new BooleanNode(true, span);
      case "false", "False", "FALSE" -> new BooleanNode(false, span);
      default -> null;
    };
  }

  private @Nullable Node number(String value, Span span) {
    if (Numbers.isYamlDecimal(value)) {
      return new NumberNode(Numbers.parse(value, span, limits, problems), value, span);
    }
    if (value.matches("0x[0-9a-fA-F]+|0o[0-7]+")) {
      if (value.length() > limits.numberLength()) {
        throw Numbers.tooLong(span, limits, problems);
      }
      BigInteger whole = new BigInteger(value.substring(2), value.charAt(1) == 'x' ? 16 : 8);
      return new NumberNode(new BigDecimal(whole), value, span);
    }
    if (value.matches("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)")) {
      problems.report(
          "number-out-of-range",
          span,
          "JSON has no number for " + value + ".",
          "Write null or a number, or put it in quotes if it is a text.");
      return new NullNode(span);
    }
    return null;
  }

  private Read text(ScalarEvent event) {
    String value = event.getValue();
    int start = contentStart(event);
    YamlLayout.Found found =
        YamlLayout.of(source, event.getScalarStyle(), start, event.getEndMark().getIndex(), value);
    TextNode node = new TextNode(value, source.span(start, found.end()), found.layout());
    if (event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
      refuseLoneSurrogate(node);
    }
    return new Read(node, found.end());
  }

  private void refuseLoneSurrogate(TextNode text) {
    int lone = JsonText.firstLoneSurrogate(text.value());
    if (lone >= 0) {
      problems.report(
          "invalid-character",
          text.spanOf(lone, lone + 1),
          JsonText.HALF_A_PAIR,
          "Write the character itself, or \\U and its eight hex digits.");
    }
  }

  /// Where the value of an event begins, behind its anchor and tag.
  int contentStart(NodeEvent event) {
    int i = event.getStartMark().getIndex();
    String text = source.text();
    boolean properties = i < text.length() && (text.charAt(i) == '&' || text.charAt(i) == '!');
    if (!properties) {
      return i;
    }
    int end = event.getEndMark().getIndex();
    boolean empty =
        event instanceof ScalarEvent scalar
            && scalar.getValue().isEmpty()
            && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    if (empty) {
      return end;
    }
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '&' || c == '!') {
        while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) < 0) {
          i++;
        }
      } else if (c == '#') {
        while (i < text.length() && "\r\n".indexOf(text.charAt(i)) < 0) {
          i++;
        }
      } else if (" \t\r\n".indexOf(c) >= 0) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }
}
