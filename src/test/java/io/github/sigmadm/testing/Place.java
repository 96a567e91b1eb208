package io.github.sigmadm.testing;

import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A value of a document and the ways to change the document there.
///
/// @param path where it is, for messages
/// @param holder the object or list around it; empty in the document itself
/// @param with the document with another value in its place
/// @param without the document without it
/// @param twice the document with it twice, where it is the item of a list
public record Place(
    String path,
    Node node,
    Optional<Place> holder,
    Function<Node, ObjectNode> with,
    Supplier<ObjectNode> without,
    Optional<Supplier<ObjectNode>> twice) {

  /// All values inside of a document.
  public static List<Place> in(ObjectNode document) {
    List<Place> places = new ArrayList<>();
    inside(document, "", Optional.empty(), changed -> (ObjectNode) changed, places);
    return places;
  }

  /// The same, by the very node.
  public static IdentityHashMap<Node, Place> byNode(ObjectNode document) {
    IdentityHashMap<Node, Place> places = new IdentityHashMap<>();
    in(document).forEach(place -> places.put(place.node(), place));
    return places;
  }

  private static void inside(
      Node node,
      String path,
      Optional<Place> self,
      Function<Node, ObjectNode> whole,
      List<Place> places) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.items().size(); i++) {
        int index = i;
        Node item = array.items().get(i);
        add(
            new Place(
                path + "/" + i,
                item,
                self,
                changed -> whole.apply(edited(array, items -> items.set(index, changed))),
                () -> whole.apply(edited(array, items -> items.remove(index))),
                Optional.of(() -> whole.apply(edited(array, items -> items.add(item))))),
            places);
      }
    } else if (node instanceof ObjectNode object) {
      for (Field field : object.fields()) {
        add(
            new Place(
                path + "/" + field.name(),
                field.value(),
                self,
                changed -> whole.apply(object.with(field.name(), changed)),
                () -> whole.apply(object.without(field.name())),
                Optional.empty()),
            places);
      }
    }
  }

  private static void add(Place place, List<Place> places) {
    places.add(place);
    inside(place.node(), place.path(), Optional.of(place), place.with(), places);
  }

  private static ArrayNode edited(ArrayNode array, java.util.function.Consumer<List<Node>> edit) {
    List<Node> items = new ArrayList<>(array.items());
    edit.accept(items);
    return new ArrayNode(items, array.span());
  }
}
