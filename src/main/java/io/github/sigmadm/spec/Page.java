package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;
import java.util.Optional;

/// A page of a data model.
///
/// @param node the page's object
/// @param id unique in the document
/// @param elements its elements, in order
public record Page(ObjectNode node, TextNode id, List<Element> elements) {

  public Page {
    elements = List.copyOf(elements);
  }

  /// The page that an object describes; empty if it has no id.
  static Optional<Page> of(ObjectNode node) {
    return node.textNode("id")
        .map(id ->
            new Page(
                node,
                id,
                node.objects("elements").stream()
                    .map(Element::of)
                    .flatMap(Optional::stream)
                    .toList()));
  }

  /// The page's name; its id where the name is missing.
  public String name() {
    return node.text("name").orElse(id.value());
  }
}
