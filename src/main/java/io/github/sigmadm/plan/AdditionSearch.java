package io.github.sigmadm.plan;

import io.github.sigmadm.plan.Addition.Place;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.spec.Page;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what is live and neither was there after the last deploy nor is wanted. All three are in
/// live ids.
///
/// @param deployed what the last deploy left of the file's
/// @param live the model as it is
/// @param wanted the model as the file has it
record AdditionSearch(DataModel deployed, DataModel live, DataModel wanted) {

  /// The lists of a table whose things are taken over, those first that others refer to.
  private static final List<String> LISTS =
      List.of(
          "columns",
          "folders",
          "metrics",
          "metricFolders",
          "groupings",
          "relationships",
          "filters",
          "columnSecurities");

  /// Where columns, metrics and folders are named: the lists of things and their fields.
  private static final Map<String, List<String>> PLACES =
      Map.of(
          "folders", List.of("items"),
          "metricFolders", List.of("items"),
          "groupings", List.of("groupBy", "calculations"));

  private static final List<String> OWN_PLACES = List.of("order", "summary", "metricOrder");

  /// The additions, in an order in which each comes after those it stands in.
  List<Addition> find() {
    List<Addition> additions = new ArrayList<>();
    Set<ScopedId> known = deployed.definitions();
    known.addAll(wanted.definitions());
    for (Page page : live.pages()) {
      if (!known.contains(ScopedId.page(page.id().value()))) {
        additions.add(
            new Addition.OfPage(
                page.node().with("elements", new ArrayNode(List.of(), page.node().span())),
                before(live.node().items("pages"), page.id().value())));
      }
    }
    for (Page page : live.pages()) {
      for (Element element : page.elements()) {
        if (!known.contains(ScopedId.element(element.id().value()))) {
          additions.add(
              new Addition.OfElement(
                  page.id().value(),
                  element.node(),
                  before(page.node().items("elements"), element.id().value())));
        }
      }
    }
    live.tables()
        .filter(table -> wanted.table(table.id().value()).isPresent())
        .forEach(table -> additions.addAll(inside(table)));
    return additions;
  }

  private List<Addition> inside(TableElement table) {
    String id = table.id().value();
    Optional<TableElement> before = deployed.table(id);
    if (before.isEmpty()) {
      return List.of();
    }
    TableElement after = wanted.table(id).orElseThrow();
    List<Addition> additions = new ArrayList<>();
    for (String list : LISTS) {
      for (ObjectNode part : table.node().objects(list)) {
        Optional<String> partId = part.text("id");
        if (partId.isPresent()
            && !isIn(before.get().node(), partId.get())
            && !isIn(after.node(), partId.get())) {
          taken(list, part, after.node())
              .map(taken ->
                  new Addition.OfPart(
                      id,
                      list,
                      taken,
                      before(table.node().items(list), partId.get()),
                      places(table.node(), partId.get())))
              .ifPresent(additions::add);
        }
      }
    }
    return additions;
  }

  /// Whether a table has anything with an id.
  private static boolean isIn(ObjectNode table, String id) {
    return LISTS.stream()
        .flatMap(list -> table.objects(list).stream())
        .anyMatch(part -> part.text("id").equals(Optional.of(id)));
  }

  /// A part as it can be taken over: a folder or grouping without what is in another one by now;
  /// empty if nothing is left of a grouping.
  private static Optional<ObjectNode> taken(String list, ObjectNode part, ObjectNode wanted) {
    ObjectNode result = part;
    for (String field : PLACES.getOrDefault(list, List.of())) {
      if (part.get(field).orElse(null) instanceof ArrayNode array) {
        List<Node> left =
            array.items().stream()
                .filter(item -> !(item instanceof TextNode id) || !isHeld(wanted, list, id.value()))
                .toList();
        result = result.with(field, new ArrayNode(left, array.span()));
      }
    }
    return list.equals("groupings") && result.items("groupBy").isEmpty()
        ? Optional.empty()
        : Optional.of(result);
  }

  private static boolean isHeld(ObjectNode table, String holders, String id) {
    return table.objects(holders).stream()
        .anyMatch(holder ->
            PLACES.getOrDefault(holders, List.of()).stream()
                .anyMatch(field -> names(holder, field, id)));
  }

  private static List<Place> places(ObjectNode table, String id) {
    List<Place> places = new ArrayList<>();
    for (String field : OWN_PLACES) {
      if (names(table, field, id)) {
        places.add(new Place(Optional.empty(), "", field, before(table.items(field), id)));
      }
    }
    PLACES.forEach((holders, fields) -> {
      for (ObjectNode holder : table.objects(holders)) {
        for (String field : fields) {
          if (names(holder, field, id)) {
            places.add(
                new Place(
                    Optional.of(holders),
                    holder.text("id").orElse(""),
                    field,
                    before(holder.items(field), id)));
          }
        }
      }
    });
    return places;
  }

  /// The ids that stand before one in a list, nearest first.
  private static List<String> before(List<Node> items, String id) {
    List<String> before = new ArrayList<>();
    for (Node item : items) {
      Optional<String> itemId =
          item instanceof ObjectNode object
              ? object.text("id")
              : Optional.of(item)
                  .filter(TextNode.class::isInstance)
                  .map(text -> ((TextNode) text).value());
      if (itemId.equals(Optional.of(id))) {
        break;
      }
      itemId.ifPresent(before::addFirst);
    }
    return List.copyOf(before);
  }

  private static boolean names(ObjectNode holder, String field, String id) {
    return holder.items(field).stream()
        .anyMatch(item -> item instanceof TextNode text && text.value().equals(id));
  }
}
