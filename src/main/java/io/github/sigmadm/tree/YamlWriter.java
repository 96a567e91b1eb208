package io.github.sigmadm.tree;

import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;

/// Writes a tree as YAML in block style, for people to edit. Keys keep their order; texts of
/// several lines become literal blocks; whatever another reader, of YAML 1.1 or 1.2, might take for
/// something else is quoted.
///
/// Reading the result gives the same value, if it has no lone surrogates.
public final class YamlWriter {

  /// A key that is longer is written with `?`: readers look for its ':' only so far.
  private static final int LONGEST_SIMPLE_KEY = 1_000;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /// The document, ending with a line end.
  public static String write(Node node) {
    YamlWriter writer = new YamlWriter();
    switch (node) {
      case ObjectNode object when !object.fields().isEmpty() -> writer.fields(object.fields(), 0);
      case ArrayNode array when !array.items().isEmpty() -> writer.items(array.items(), 0);
      case ObjectNode _, ArrayNode _, TextNode _, NumberNode _, BooleanNode _, NullNode _ -> {
        writer.leaf(node, 2);
        writer.out.append('\n');
      }
    }
    return writer.out.toString();
  }

  /// Fields, the first of which begins where the text stands.
  private void fields(List<Field> fields, int indent) {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        indent(indent);
      }
      Field field = fields.get(i);
      int start = out.length();
      out.append(YamlText.inOneLine(field.name()));
      if (out.length() - start > LONGEST_SIMPLE_KEY) {
        out.insert(start, "? ").append('\n');
        indent(indent);
      }
      out.append(':');
      inField(field.value(), indent);
    }
  }

  private void inField(Node value, int indent) {
    switch (value) {
      case ObjectNode object when !object.fields().isEmpty() -> {
        out.append('\n');
        indent(indent + 2);
        fields(object.fields(), indent + 2);
      }
      case ArrayNode array when !array.items().isEmpty() -> {
        out.append('\n');
        indent(indent + 2);
        items(array.items(), indent + 2);
      }
      case ObjectNode _, ArrayNode _, TextNode _, NumberNode _, BooleanNode _, NullNode _ -> {
        out.append(' ');
        leaf(value, indent + 2);
        out.append('\n');
      }
    }
  }

  /// Items, the first of which begins where the text stands.
  private void items(List<Node> items, int indent) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        indent(indent);
      }
      out.append("- ");
      switch (items.get(i)) {
        case ObjectNode object when !object.fields().isEmpty() ->
            fields(object.fields(), indent + 2);
        case ArrayNode array when !array.items().isEmpty() -> items(array.items(), indent + 2);
        case ObjectNode _, ArrayNode _, TextNode _, NumberNode _, BooleanNode _, NullNode _ -> {
          leaf(items.get(i), indent + 2);
          out.append('\n');
        }
      }
    }
  }

  /// A value without parts, without the line end behind it.
  private void leaf(Node node, int indent) {
    switch (node) {
      case ObjectNode _ -> out.append("{}");
      case ArrayNode _ -> out.append("[]");
      case TextNode text when YamlText.isBlock(text.value()) -> block(text.value(), indent);
      case TextNode text -> out.append(YamlText.inOneLine(text.value()));
      case NumberNode number -> out.append(number(number));
      case BooleanNode bool -> out.append(bool.value());
      case NullNode _ -> out.append("null");
    }
  }

  private void block(String text, int indent) {
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    out.append('|').append(text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-");
    for (String line : body.split("\n", -1)) {
      out.append('\n');
      if (!line.isEmpty()) {
        indent(indent);
        out.append(line);
      }
    }
  }

  /// Exponents as YAML 1.1 wants them too: a point before, a sign behind.
  private static String number(NumberNode number) {
    String literal = number.literal();
    if (Numbers.isJson(literal) && literal.indexOf('e') < 0 && literal.indexOf('E') < 0) {
      return literal;
    }
    String canonical = Numbers.canonical(number.value());
    int e = canonical.indexOf('e');
    return e < 0 || canonical.indexOf('.') >= 0
        ? canonical
        : canonical.substring(0, e) + ".0" + canonical.substring(e);
  }

  private void indent(int count) {
    out.repeat(' ', count);
  }
}
