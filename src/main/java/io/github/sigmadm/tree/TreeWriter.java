package io.github.sigmadm.tree;

import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;

/// Writes a tree as JSON. Keys keep their order, and numbers their spelling if JSON has it;
/// spellings that only YAML has become plain decimals of the same value.
public final class TreeWriter {

  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;

  private TreeWriter(boolean pretty) {
    this.pretty = pretty;
  }

  /// The text that `JSON.stringify(value, null, 2)` gives, and a line end.
  public static String pretty(Node node) {
    TreeWriter writer = new TreeWriter(true);
    writer.write(node, 0);
    return writer.out.append('\n').toString();
  }

  /// The text without any white space.
  public static String compact(Node node) {
    TreeWriter writer = new TreeWriter(false);
    writer.write(node, 0);
    return writer.out.toString();
  }

  private void write(Node node, int depth) {
    switch (node) {
      case ObjectNode object -> object(object.fields(), depth);
      case ArrayNode array -> array(array.items(), depth);
      case TextNode text -> JsonText.append(out, text.value());
      case NumberNode number ->
          out.append(
              Numbers.isJson(number.literal())
                  ? number.literal()
                  : Numbers.canonical(number.value()));
      case BooleanNode bool -> out.append(bool.value());
      case NullNode ignored -> out.append("null");
    }
  }

  private void object(List<Field> fields, int depth) {
    out.append('{');
    String separator = "";
    for (Field field : fields) {
      out.append(separator);
      newLine(depth + 1);
      JsonText.append(out, field.name());
      out.append(pretty ? ": " : ":");
      write(field.value(), depth + 1);
      separator = ",";
    }
    if (!fields.isEmpty()) {
      newLine(depth);
    }
    out.append('}');
  }

  private void array(List<Node> items, int depth) {
    out.append('[');
    String separator = "";
    for (Node item : items) {
      out.append(separator);
      newLine(depth + 1);
      write(item, depth + 1);
      separator = ",";
    }
    if (!items.isEmpty()) {
      newLine(depth);
    }
    out.append(']');
  }

  private void newLine(int depth) {
    if (pretty) {
      out.append('\n').repeat("  ", depth);
    }
  }
}
