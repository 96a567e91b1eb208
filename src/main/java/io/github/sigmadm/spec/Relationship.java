package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;
import java.util.Optional;

/// A relationship from a table (the many side) to another.
///
/// @param id unique within its element
public record Relationship(ObjectNode node, TextNode id) {

  static Optional<Relationship> of(ObjectNode node) {
    return node.textNode("id").map(id -> new Relationship(node, id));
  }

  public Optional<TextNode> targetElementId() {
    return node.textNode("targetElementId");
  }

  /// The pairs of `sourceColumnId` and `targetColumnId`.
  public List<ObjectNode> keys() {
    return node.objects("keys");
  }

  /// The name by which formulas know it; absent in many exports.
  public Optional<TextNode> name() {
    return node.textNode("name");
  }
}
