package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// One JSON text to its tree.
///
/// Jackson decides what the tokens are. Their places are followed here, offset by offset: its own
/// locations come too early or too late for some tokens, and do not reach inside texts.
final class JsonReader {

  /// The limits are checked here, with places and in our words; keys are shared per file below.
  private static final JsonFactory JACKSON =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(-1)
                  .maxTokenCount(-1)
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final SourceText source;
  private final char[] chars;
  private final Problems problems;
  private final Limits limits;
  private final Budget budget;
  private final Map<String, String> keys = new HashMap<>();
  private final JsonParser parser;

  /// Just behind the last token.
  private int cursor;

  JsonReader(SourceText source, Problems problems, Limits limits) {
    this.source = source;
    this.chars = source.chars();
    this.problems = problems;
    this.limits = limits;
    this.budget = new Budget(limits, problems);
    this.parser = JACKSON.createParser(ObjectReadContext.empty(), chars, 0, chars.length);
  }

  Node read() {
    try (parser) {
      Node root = value(next(), 1);
      refuseTrailing();
      return root;
    } catch (JacksonException e) {
      throw JsonFault.find(source, problems, e.getOriginalMessage());
    }
  }

  private JsonToken next() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw JsonFault.find(source, problems, "The file ends too early.");
    }
    while (cursor < chars.length && isBetweenTokens(chars[cursor])) {
      cursor++;
    }
    return token;
  }

  private static boolean isBetweenTokens(char c) {
    return isSpace(c) || c == ',' || c == ':';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private void refuseTrailing() {
    while (cursor < chars.length && isSpace(chars[cursor])) {
      cursor++;
    }
    if (cursor < chars.length) {
      problems.report(
          "trailing-content",
          source.span(cursor, chars.length),
          "Something follows the end of the JSON value.",
          "Remove it; a file holds one value.");
    }
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch") // the other tokens cannot stand here
  private Node value(JsonToken token, int depth) {
    int start = cursor;
    return switch (token) {
      case START_OBJECT -> object(start, depth);
      case START_ARRAY -> array(start, depth);
      case VALUE_STRING -> text(start);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(start);
      case VALUE_TRUE -> new BooleanNode(true, word(start, 4));
      case VALUE_FALSE -> new BooleanNode(false, word(start, 5));
      case VALUE_NULL -> new NullNode(word(start, 4));
      default -> throw new IllegalStateException("no value begins with " + token);
    };
  }

  private ObjectNode object(int start, int depth) {
    cursor = start + 1;
    budget.depth(depth, source.span(start, cursor));
    ObjectBuilder object = new ObjectBuilder(problems);
    while (next() != JsonToken.END_OBJECT) {
      int keyStart = cursor;
      String name = key(keyStart);
      Span nameSpan = source.span(keyStart, cursor);
      object.add(new Field(name, nameSpan, value(next(), depth + 1)));
    }
    cursor++;
    return object.build(counted(source.span(start, cursor)));
  }

  private ArrayNode array(int start, int depth) {
    cursor = start + 1;
    budget.depth(depth, source.span(start, cursor));
    List<Node> items = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      items.add(value(token, depth + 1));
    }
    cursor++;
    return new ArrayNode(items, counted(source.span(start, cursor)));
  }

  private String key(int start) {
    boolean escaped = skipText(start);
    String name = escaped ? parser.currentName() : source.text().substring(start + 1, cursor - 1);
    String shared = keys.putIfAbsent(name, name);
    if (shared != null) {
      return shared;
    }
    budget.text(name.length(), source.span(start, cursor));
    if (escaped) {
      refuseLoneSurrogate(name, layout(start));
    }
    return name;
  }

  private TextNode text(int start) {
    boolean escaped = skipText(start);
    Span span = counted(source.span(start, cursor));
    if (!escaped) {
      String value = source.text().substring(start + 1, cursor - 1);
      budget.text(value.length(), span);
      return new TextNode(value, span, new TextLayout.Straight(source.position(start + 1)));
    }
    String value = parser.getString();
    budget.text(value.length(), span);
    TextLayout layout = layout(start);
    refuseLoneSurrogate(value, layout);
    return new TextNode(value, span, layout);
  }

  /// Moves behind the text that begins at its opening quote; tells whether it has escapes.
  private boolean skipText(int start) {
    boolean escaped = false;
    int i = start + 1;
    while (i < chars.length && chars[i] != '"') {
      if (chars[i] == '\\') {
        escaped = true;
        i++;
      }
      i++;
    }
    if (i >= chars.length) {
      throw JsonFault.find(source, problems, "A text is not closed.");
    }
    cursor = i + 1;
    return escaped;
  }

  /// The layout of the text between an opening quote and the cursor.
  private TextLayout layout(int start) {
    LayoutBuilder layout = new LayoutBuilder(source);
    int end = cursor - 1;
    int i = start + 1;
    while (i < end) {
      layout.add(i);
      if (chars[i] != '\\') {
        i++;
      } else {
        i += chars[i + 1] == 'u' ? 6 : 2;
      }
    }
    return layout.build(end);
  }

  private void refuseLoneSurrogate(String value, TextLayout layout) {
    int lone = JsonText.firstLoneSurrogate(value);
    if (lone >= 0) {
      problems.report(
          "invalid-character",
          new Span(layout.positionOf(lone), layout.positionOf(lone + 1)),
          JsonText.HALF_A_PAIR,
          JsonText.WRITE_THE_PAIR);
    }
  }

  private NumberNode number(int start) {
    int end = start;
    while (end < chars.length && isNumberPart(chars[end])) {
      end++;
    }
    cursor = end;
    Span span = counted(source.span(start, end));
    String literal = source.text().substring(start, end);
    // Jackson ends a number at the first character that cannot go on with it, and would complain
    // about the next token.
    if (literal.length() <= limits.numberLength() && !Numbers.isJson(literal)) {
      throw JsonFault.find(source, problems, "This is not a number of JSON.");
    }
    return new NumberNode(Numbers.parse(literal, span, limits, problems), literal, span);
  }

  private static boolean isNumberPart(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  }

  private Span word(int start, int length) {
    cursor = start + length;
    return counted(source.span(start, cursor));
  }

  private Span counted(Span span) {
    budget.node(span);
    return span;
  }
}
