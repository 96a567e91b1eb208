package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Optional;

/// A column of a table.
///
/// @param id unique within its element only
public record Column(ObjectNode node, TextNode id) {

  static Optional<Column> of(ObjectNode node) {
    return node.textNode("id").map(id -> new Column(node, id));
  }

  /// Absent only in a broken file.
  public Optional<TextNode> formula() {
    return node.textNode("formula");
  }

  /// The name as written; most pass-through columns have none, and then `formula` derives it.
  public Optional<TextNode> name() {
    return node.textNode("name");
  }

  public boolean hidden() {
    return node.get("hidden").orElse(null) instanceof BooleanNode flag && flag.value();
  }
}
