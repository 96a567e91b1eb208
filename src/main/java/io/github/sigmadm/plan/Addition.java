package io.github.sigmadm.plan;

import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Something that one document has and another can take over.
///
/// It goes behind what it stands behind where it comes from, or else to the beginning.
sealed interface Addition {

  /// A document with it.
  ObjectNode addedTo(ObjectNode document);

  /// A page, without elements.
  ///
  /// @param behind the ids of the pages before it, nearest first
  record OfPage(ObjectNode page, List<String> behind) implements Addition {
    @Override
    public ObjectNode addedTo(ObjectNode document) {
      return insert(document, "pages", page, behind);
    }
  }

  /// An element.
  ///
  /// @param page the id of the page it is on; if there is no such page, it goes on the last one
  /// @param behind the ids of the elements before it, nearest first
  record OfElement(String page, ObjectNode element, List<String> behind) implements Addition {
    @Override
    public ObjectNode addedTo(ObjectNode document) {
      String target = target(document.objects("pages"));
      return each(
          document,
          "pages",
          candidate ->
              is(candidate, target) ? insert(candidate, "elements", element, behind) : candidate);
    }

    private String target(List<ObjectNode> pages) {
      boolean isThere = pages.stream().anyMatch(candidate -> is(candidate, page));
      return isThere || pages.isEmpty() ? page : pages.getLast().text("id").orElse(page);
    }
  }

  /// A part of a table: a column, a metric, and so on.
  ///
  /// @param table the id of the table
  /// @param list the list it stands in
  /// @param behind the ids of the parts before it, nearest first
  /// @param places the other lists of the table that name it
  record OfPart(String table, String list, ObjectNode part, List<String> behind, List<Place> places)
      implements Addition {

    @Override
    public ObjectNode addedTo(ObjectNode document) {
      return each(
          document,
          "pages",
          page ->
              each(page, "elements", element -> is(element, table) ? inTable(element) : element));
    }

    private ObjectNode inTable(ObjectNode element) {
      ObjectNode result = insert(element, list, part, behind);
      for (Place place : places) {
        result = place.naming(result, part.textNode("id").orElseThrow());
      }
      return result;
    }
  }

  /// A list of ids in a table.
  ///
  /// @param holders the list of things one of which has the list; empty if the table itself has it
  /// @param holder the id of that thing
  /// @param list the field
  /// @param behind the ids before the one that is meant, nearest first
  record Place(Optional<String> holders, String holder, String list, List<String> behind) {

    /// A table that names an id in this place too, if it has the place.
    ObjectNode naming(ObjectNode table, TextNode id) {
      return holders
          .map(things ->
              each(table, things, thing -> is(thing, holder) ? insertIfThere(thing, id) : thing))
          .orElseGet(() -> insertIfThere(table, id));
    }

    private ObjectNode insertIfThere(ObjectNode object, TextNode id) {
      boolean isNamed = object.items(list).stream().anyMatch(item -> is(item, id.value()));
      return object.get(list).isEmpty() || isNamed ? object : insert(object, list, id, behind);
    }
  }

  private static ObjectNode insert(ObjectNode object, String list, Node item, List<String> behind) {
    List<Node> items = new ArrayList<>(object.items(list));
    items.add(position(items, behind), item);
    return object.with(list, new ArrayNode(items, object.span()));
  }

  private static int position(List<Node> items, List<String> behind) {
    for (String id : behind) {
      for (int i = 0; i < items.size(); i++) {
        if (is(items.get(i), id)) {
          return i + 1;
        }
      }
    }
    return 0;
  }

  /// Whether a thing, or a reference, has an id.
  private static boolean is(Node item, String id) {
    return switch (item) {
      case ObjectNode object -> object.text("id").equals(Optional.of(id));
      case TextNode text -> text.value().equals(id);
      case ArrayNode ignored -> false;
      case Node.NumberNode ignored -> false;
      case Node.BooleanNode ignored -> false;
      case Node.NullNode ignored -> false;
    };
  }

  private static ObjectNode each(ObjectNode object, String list, UnaryOperator<ObjectNode> change) {
    return object.get(list).orElse(null) instanceof ArrayNode array
        ? object.with(
            list, array.map(item -> item instanceof ObjectNode inner ? change.apply(inner) : item))
        : object;
  }
}
