package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Optional;

/// Something that stands on a page.
public sealed interface Element permits TableElement, Control, Element.Other {

  ObjectNode node();

  /// Unique over all elements of all pages.
  TextNode id();

  /// The name as written; what is used in its stead where it is missing is known to `formula`.
  default Optional<TextNode> name() {
    return node().textNode("name");
  }

  /// An element of a kind that this program does not know yet.
  record Other(ObjectNode node, TextNode id) implements Element {}

  /// The element that an object describes; empty if it has no id.
  static Optional<Element> of(ObjectNode node) {
    return node.textNode("id")
        .map(id ->
            switch (node.text("kind").orElse("")) {
              case "table" -> TableElement.of(node, id);
              case "control" -> new Control(node, id);
              default -> new Other(node, id);
            });
  }
}
