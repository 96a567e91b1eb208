package io.github.sigmadm.tree;

import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The one JSON text that stands for a value: two nodes have the same text exactly when
/// [Node#sameValue] holds. For hashes and comparisons, not for people.
///
/// Like RFC 8785 (keys ordered by UTF-16 code units, no white space, least escaping), but numbers
/// are exact decimals and not doubles.
public final class CanonicalJson {

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /// The canonical text of a value.
  public static String text(Node node) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.write(node);
    return canonical.out.toString();
  }

  /// The canonical text in UTF-8.
  public static byte[] bytes(Node node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  private void write(Node node) {
    switch (node) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> array(array);
      case TextNode text -> JsonText.append(out, text.value());
      case NumberNode number -> out.append(Numbers.canonical(number.value()));
      case BooleanNode bool -> out.append(bool.value());
      case NullNode ignored -> out.append("null");
    }
  }

  private void object(ObjectNode object) {
    List<Field> fields = new ArrayList<>(object.fields());
    fields.sort(Comparator.comparing(Field::name));
    out.append('{');
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      JsonText.append(out, fields.get(i).name());
      out.append(':');
      write(fields.get(i).value());
    }
    out.append('}');
  }

  private void array(ArrayNode array) {
    out.append('[');
    for (int i = 0; i < array.items().size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(array.items().get(i));
    }
    out.append(']');
  }
}
