package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node.TextNode;
import java.util.Optional;

/// A place in a document where an id stands.
public sealed interface IdSite {

  TextNode node();

  /// Where a thing of this document gets its id.
  record Definition(ScopedId id, TextNode node) implements IdSite {}

  /// Where the document points at a thing of its own.
  ///
  /// @param certain false where the same place may also hold a name (the columns of a transpose)
  record Reference(ScopedId id, TextNode node, boolean certain) implements IdSite {}

  /// Where the document names another data model.
  record ModelReference(TextNode node) implements IdSite {}

  /// Where the document points at a thing inside another data model.
  ///
  /// @param dataModel the text that names the model, as written
  record ForeignReference(String dataModel, ScopedId id, TextNode node) implements IdSite {}

  /// Where the document names a control of another data model by its `controlId`.
  record ForeignControl(String dataModel, TextNode node) implements IdSite {}

  /// The id in this document's own scope, for definitions and references.
  default Optional<ScopedId> own() {
    return switch (this) {
      case Definition definition -> Optional.of(definition.id());
      case Reference reference -> Optional.of(reference.id());
      case ModelReference ignored -> Optional.empty();
      case ForeignReference ignored -> Optional.empty();
      case ForeignControl ignored -> Optional.empty();
    };
  }
}
