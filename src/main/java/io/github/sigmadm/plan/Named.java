package io.github.sigmadm.plan;

import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A part of a document, twice: with ids, to compare, and with names in their places, to show.
///
/// @param node with ids
/// @param shown the same with the name of each thing where a reference to it stands
record Named(ObjectNode node, ObjectNode shown) {

  /// The id; parts without one have an empty text.
  String id() {
    return node.text("id").orElse("");
  }

  Optional<String> text(String field) {
    return node.text(field);
  }

  Optional<Named> object(String field) {
    return node.object(field)
        .flatMap(inner -> shown.object(field).map(named -> new Named(inner, named)));
  }

  List<Named> objects(String field) {
    List<ObjectNode> nodes = node.objects(field);
    List<ObjectNode> names = shown.objects(field);
    List<Named> both = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      both.add(new Named(nodes.get(i), names.get(i)));
    }
    return both;
  }

  /// The texts of a list of ids.
  List<String> ids(String field) {
    return texts(node, field);
  }

  /// The names of a list of ids, in its order.
  String names(String field) {
    return String.join(", ", texts(shown, field));
  }

  /// A field's value for people: texts as they are, lists of texts between commas, the rest as
  /// JSON.
  Optional<String> show(String field) {
    return shown.get(field).map(Named::show);
  }

  static String show(Node value) {
    return switch (value) {
      case TextNode text -> text.value();
      case Node.ArrayNode array
          when !array.items().isEmpty()
              && array.items().stream().allMatch(TextNode.class::isInstance) ->
          array.items().stream()
              .map(item -> ((TextNode) item).value())
              .collect(Collectors.joining(", "));
      default -> CanonicalJson.text(value);
    };
  }

  private static List<String> texts(ObjectNode node, String field) {
    return node.items(field).stream()
        .filter(TextNode.class::isInstance)
        .map(item -> ((TextNode) item).value())
        .toList();
  }
}
