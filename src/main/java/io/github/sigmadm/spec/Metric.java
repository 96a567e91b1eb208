package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Optional;

/// A metric of a table: a named aggregate over its columns.
///
/// @param id unique within its element
public record Metric(ObjectNode node, TextNode id) {

  static Optional<Metric> of(ObjectNode node) {
    return node.textNode("id").map(id -> new Metric(node, id));
  }

  /// Absent only in a broken file.
  public Optional<TextNode> formula() {
    return node.textNode("formula");
  }

  /// Should be there; real exports have metrics without.
  public Optional<TextNode> name() {
    return node.textNode("name");
  }
}
