package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;
import java.util.Optional;

/// A control: an input that formulas, SQL and filters read.
public record Control(ObjectNode node, TextNode id) implements Element {

  /// The name by which formulas (`[controlId]`), SQL (`{{controlId}}`) and other models' parameters
  /// know it.
  public Optional<TextNode> controlId() {
    return node.textNode("controlId");
  }

  public Optional<TextNode> controlType() {
    return node.textNode("controlType");
  }

  /// What it filters.
  public List<ObjectNode> filters() {
    return node.objects("filters");
  }

  /// The controls of other models that it drives.
  public List<ObjectNode> parameters() {
    return node.objects("parameters");
  }
}
