package io.github.sigmadm.match;

import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Which live element each element of a spec is, over all pages.
///
/// Tables are known by their effective name, controls by their `controlId`. Where a name is there
/// twice, the page decides if it can.
final class ElementMatching {

  private final Map<String, Element> desired = new LinkedHashMap<>();
  private final Map<String, Element> live = new LinkedHashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> pairs = new LinkedHashMap<>();
  private final Map<Part, List<String>> unclear = new LinkedHashMap<>();
  private final Map<Part, String> crossed = new LinkedHashMap<>();

  /// @param pages the live id of each page that is matched so far
  ElementMatching(DataModel desired, DataModel live, Memory memory, Map<String, String> pages) {
    desired.elements().forEach(element -> this.desired.putIfAbsent(element.id().value(), element));
    live.elements().forEach(element -> this.live.putIfAbsent(element.id().value(), element));
    List<Part> mine = parts(desired, page -> pages.getOrDefault(page, "new " + page));
    List<Part> theirs = parts(live, UnaryOperator.identity());
    mine.forEach(part -> labels.put(part.id(), part.label()));
    for (Family family : Family.values()) {
      Pairing pairing =
          new Pairing(of(family, mine, this.desired), of(family, theirs, this.live))
              .byId()
              .byMemory(memory.elements())
              .byKeys();
      if (family == Family.TABLE) {
        TableLikeness likeness = new TableLikeness(tables(this.desired), tables(this.live));
        Translation translation = id -> Optional.ofNullable(pairing.pairs().get(id.id()));
        likeness.pair(pairing, translation);
        crossed.putAll(
            pairing.crossed(
                id -> likeness.otherThanItsCounterpart(id, pairing.pairs(), translation)));
      }
      pairing.byPlace();
      if (memory.isSameDocument()) {
        pairing.byOrder();
      }
      pairs.putAll(pairing.pairs());
      unclear.putAll(pairing.ambiguities());
    }
  }

  /// What never matches each other.
  private enum Family {
    TABLE,
    CONTROL,
    OTHER;

    static Family of(Element element) {
      return switch (element) {
        case TableElement ignored -> TABLE;
        case Control ignored -> CONTROL;
        case Element.Other ignored -> OTHER;
      };
    }
  }

  /// The live id of each matched element.
  Map<String, String> pairs() {
    return pairs;
  }

  /// The matched elements themselves, in order of the spec.
  Map<Element, Element> matched() {
    Map<Element, Element> matched = new LinkedHashMap<>();
    desired.forEach((id, element) ->
        Optional.ofNullable(pairs.get(id))
            .map(live::get)
            .ifPresent(other -> matched.put(element, other)));
    return matched;
  }

  Map<Part, List<String>> unclear() {
    return unclear;
  }

  /// Tables whose names cross with what they are built from, each with the live id of the one that
  /// it is built like.
  Map<Part, String> crossed() {
    return crossed;
  }

  /// What people call an element of the spec.
  String label(Element element) {
    return labels.getOrDefault(element.id().value(), element.id().value());
  }

  private static List<Part> of(Family family, List<Part> parts, Map<String, Element> elements) {
    return parts.stream()
        .filter(part ->
            Optional.ofNullable(elements.get(part.id()))
                .filter(element -> Family.of(element) == family)
                .isPresent())
        .toList();
  }

  private static List<Part> parts(DataModel model, UnaryOperator<String> livePage) {
    EffectiveNames names = EffectiveNames.of(model);
    List<Part> parts = new ArrayList<>();
    model
        .pages()
        .forEach(page ->
            page.elements()
                .forEach(
                    element -> parts.add(part(element, names, livePage.apply(page.id().value())))));
    return parts;
  }

  private static Part part(Element element, EffectiveNames names, String page) {
    Optional<String> name =
        switch (element) {
          case TableElement table -> names.of(table);
          case Control control -> control.controlId().map(TextNode::value);
          case Element.Other other -> names.of(other);
        };
    Optional<String> normal = name.map(Names::normalise);
    return new Part(
        element.id().value(),
        name.orElse(element.id().value()),
        List.of(
            name,
            Part.key(name, Optional.of(page)),
            normal,
            Part.key(normal, Optional.of(page)),
            built(element)),
        name + page + content(element));
  }

  /// What a control is built from; tables are weighed instead.
  private static Optional<String> built(Element element) {
    return switch (element) {
      case Control control ->
          Part.key(control.controlType().map(TextNode::value), control.name().map(TextNode::value));
      case TableElement ignored -> Optional.empty();
      case Element.Other other -> other.node().text("kind");
    };
  }

  /// What an element holds, as far as it can be told without ids.
  private static String content(Element element) {
    return switch (element) {
      case TableElement table ->
          SourceTraits.of(table.source(), id -> Optional.of(""))
              + table.columns().stream()
                  .map(column ->
                      column.name().map(TextNode::value)
                          + " "
                          + column.formula().map(TextNode::value))
                  .toList()
                  .toString();
      case Control control ->
          CanonicalJson.text(control.node().without("id").without("filters").without("source"));
      case Element.Other other -> CanonicalJson.text(other.node().without("id"));
    };
  }

  private static Map<String, TableElement> tables(Map<String, Element> elements) {
    Map<String, TableElement> tables = new LinkedHashMap<>();
    elements.forEach((id, element) -> {
      if (element instanceof TableElement table) {
        tables.put(id, table);
      }
    });
    return tables;
  }
}
