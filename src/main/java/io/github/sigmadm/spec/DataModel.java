package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A data model's representation, as a file has it or as Sigma answers it.
///
/// @param node the whole document
/// @param pages its pages, in order
public record DataModel(ObjectNode node, List<Page> pages) {

  public DataModel {
    pages = List.copyOf(pages);
  }

  public static DataModel of(ObjectNode node) {
    return new DataModel(
        node, node.objects("pages").stream().map(Page::of).flatMap(Optional::stream).toList());
  }

  /// The model's name; ignored by an update, so it is compared with the live file's.
  public Optional<TextNode> name() {
    return node.textNode("name");
  }

  public Optional<TextNode> description() {
    return node.textNode("description");
  }

  public Optional<TextNode> folderId() {
    return node.textNode("folderId");
  }

  /// The id of the live model this file was exported from; it means something in that organisation
  /// only.
  public Optional<TextNode> dataModelId() {
    return node.textNode("dataModelId");
  }

  /// All things that have an id, in document order.
  public Set<ScopedId> definitions() {
    Set<ScopedId> defined = new LinkedHashSet<>();
    for (IdSite site : IdSites.in(node)) {
      if (site instanceof IdSite.Definition definition) {
        defined.add(definition.id());
      }
    }
    return defined;
  }

  /// All elements of all pages, in document order.
  public Stream<Element> elements() {
    return pages.stream().flatMap(page -> page.elements().stream());
  }

  /// All table elements of all pages, in document order.
  public Stream<TableElement> tables() {
    return elements().filter(TableElement.class::isInstance).map(TableElement.class::cast);
  }

  /// All controls of all pages, in document order.
  public Stream<Control> controls() {
    return elements().filter(Control.class::isInstance).map(Control.class::cast);
  }

  /// The first element with an id.
  public Optional<Element> element(String id) {
    return elements().filter(element -> element.id().value().equals(id)).findFirst();
  }

  /// The first table element with an id.
  public Optional<TableElement> table(String id) {
    return tables().filter(table -> table.id().value().equals(id)).findFirst();
  }
}
