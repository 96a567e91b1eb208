package io.github.sigmadm.plan;

import io.github.sigmadm.plan.Addition.Place;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.Page;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What somebody only added in Sigma since the last deploy, so that a deploy can leave it there.
///
/// Pages, elements, columns, metrics, folders, relationships, filters, groupings and column
/// security rules count. What refers by id to something that the wanted state no longer has cannot
/// stay.
final class SigmaAdditions {

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

  private final DataModel deployed;
  private final DataModel live;
  private final DataModel wanted;

  private SigmaAdditions(DataModel deployed, DataModel live, DataModel wanted) {
    this.deployed = deployed;
    this.live = live;
    this.wanted = wanted;
  }

  /// The wanted state with what was only added in Sigma. All three are in live ids.
  ///
  /// @param deployed as the last deploy left it
  /// @param live as it is
  static DataModel keptIn(DataModel wanted, DataModel deployed, DataModel live) {
    List<Addition> additions = new SigmaAdditions(deployed, live, wanted).find();
    ObjectNode all = wanted.node();
    for (Addition addition : additions) {
      all = addition.addedTo(all);
    }
    if (isSound(wanted.node(), all)) {
      return DataModel.of(all);
    }
    return DataModel.of(oneByOne(wanted.node(), additions));
  }

  /// Those of the additions that can stand, each once what it refers to is there.
  private static ObjectNode oneByOne(ObjectNode wanted, List<Addition> additions) {
    ObjectNode result = wanted;
    List<Addition> open = new ArrayList<>(additions);
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Addition addition : List.copyOf(open)) {
        ObjectNode attempt = addition.addedTo(result);
        if (isSound(result, attempt)) {
          result = attempt;
          open.remove(addition);
          progress = true;
        }
      }
    }
    return result;
  }

  private List<Addition> find() {
    List<Addition> additions = new ArrayList<>();
    Set<ScopedId> known = definitions(deployed);
    known.addAll(definitions(wanted));
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

  /// Whether all references are to something that is there, but for those that were not before.
  private static boolean isSound(ObjectNode before, ObjectNode after) {
    Set<ScopedId> dangling = dangling(after);
    return dangling.isEmpty() || dangling(before).containsAll(dangling);
  }

  private static Set<ScopedId> dangling(ObjectNode document) {
    Set<ScopedId> dangling = new HashSet<>();
    List<IdSite> sites = IdSites.in(document);
    for (IdSite site : sites) {
      if (site instanceof IdSite.Reference reference && reference.certain()) {
        dangling.add(reference.id());
      }
    }
    for (IdSite site : sites) {
      if (site instanceof IdSite.Definition definition) {
        dangling.remove(definition.id());
      }
    }
    return dangling;
  }

  private static Set<ScopedId> definitions(DataModel model) {
    Set<ScopedId> defined = new HashSet<>();
    for (IdSite site : IdSites.in(model.node())) {
      if (site instanceof IdSite.Definition definition) {
        defined.add(definition.id());
      }
    }
    return defined;
  }
}
