package io.github.sigmadm.plan;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A live model without what did not come from its file: what was made in Sigma and kept there by a
/// deploy.
final class OwnParts {

  /// Stands for the id of what did not come from the file; no id has this character.
  private static final String FOREIGN = "\0";

  private OwnParts() {}

  /// @param ids which live id each thing of the file has
  static DataModel of(DataModel live, IdMap ids) {
    Set<ScopedId> own = new HashSet<>();
    ids.live()
        .forEach((id, liveId) ->
            own.add(
                new ScopedId(
                    id.kind(),
                    id.element().map(element -> ids.of(ScopedId.element(element)).orElse(element)),
                    liveId)));
    ObjectNode marked =
        IdSites.rewrite(
            live.node(),
            site ->
                site.own().filter(id -> !own.contains(id)).isPresent()
                    ? FOREIGN
                    : site.node().value());
    return DataModel.of((ObjectNode) withoutForeign(marked));
  }

  /// Without the items of lists that are foreign things, or name one.
  private static Node withoutForeign(Node node) {
    return switch (node) {
      case ObjectNode object ->
          new ObjectNode(
              object.fields().stream()
                  .map(field ->
                      new Field(field.name(), field.nameSpan(), withoutForeign(field.value())))
                  .toList(),
              object.span());
      case ArrayNode array ->
          new ArrayNode(
              array.items().stream()
                  .filter(item -> !isForeign(item))
                  .map(OwnParts::withoutForeign)
                  .toList(),
              array.span());
      case TextNode text -> text;
      case Node.NumberNode number -> number;
      case Node.BooleanNode bool -> bool;
      case Node.NullNode nothing -> nothing;
    };
  }

  private static boolean isForeign(Node item) {
    return switch (item) {
      case ObjectNode object -> object.text("id").equals(Optional.of(FOREIGN));
      case TextNode text -> text.value().equals(FOREIGN);
      case ArrayNode ignored -> false;
      case Node.NumberNode ignored -> false;
      case Node.BooleanNode ignored -> false;
      case Node.NullNode ignored -> false;
    };
  }
}
