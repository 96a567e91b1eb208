package io.github.sigmadm.render;

import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.render.ModelMap.Link;
import io.github.sigmadm.render.ModelMap.Shape;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a document shows on a map, compared with nothing yet.
///
/// @param things by key, in order of the document; elements have their ids as keys
/// @param lines what leads from one to another; both ends are keys of `things`
record ModelPicture(Map<String, Thing> things, Set<Line> lines) {

  /// An element, or something outside that one reads from.
  record Thing(String label, Shape shape) {}

  /// What leads from one thing to another, by their keys.
  record Line(String from, String to, Link link, Optional<String> label) {}

  ModelPicture {
    things = Collections.unmodifiableMap(new LinkedHashMap<>(things));
    lines = Collections.unmodifiableSet(new LinkedHashSet<>(lines));
  }

  static ModelPicture of(DataModel model) {
    Reader reader = new Reader(EffectiveNames.of(model));
    model.elements().forEach(reader::element);
    model.tables().forEach(reader::table);
    model.controls().forEach(reader::control);
    reader.lines.removeIf(
        line -> !reader.things.containsKey(line.from()) || !reader.things.containsKey(line.to()));
    return new ModelPicture(reader.things, reader.lines);
  }

  private static final class Reader {

    private final EffectiveNames names;
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Set<Line> lines = new LinkedHashSet<>();

    Reader(EffectiveNames names) {
      this.names = names;
    }

    private void element(Element element) {
      String label = name(element).orElse(element.id().value());
      Shape shape = element instanceof Control ? Shape.CONTROL : Shape.TABLE;
      things.putIfAbsent(element.id().value(), new Thing(label, shape));
    }

    /// As the changes of a plan call it: a control goes by the name that formulas use.
    private Optional<String> name(Element element) {
      return element instanceof Control control
          ? control.controlId().map(TextNode::value)
          : names.of(element);
    }

    private void table(TableElement table) {
      String id = table.id().value();
      table.source().ifPresent(source -> source(source, id, true));
      table
          .relationships()
          .forEach(relationship ->
              relationship
                  .targetElementId()
                  .ifPresent(target ->
                      lines.add(
                          new Line(
                              id,
                              target.value(),
                              Link.RELATIONSHIP,
                              relationship.name().map(TextNode::value)))));
    }

    private void control(Control control) {
      control
          .filters()
          .forEach(filter ->
              filter
                  .object("source")
                  .flatMap(source -> source.text("elementId"))
                  .ifPresent(target ->
                      lines.add(
                          new Line(control.id().value(), target, Link.FILTER, Optional.empty()))));
    }

    /// @param whole whether it is all that the element reads; a warehouse table is then as good as
    ///   the element itself and not shown beside it
    private void source(Source source, String reader, boolean whole) {
      switch (source) {
        case Source.OfElement of -> of.elementId().ifPresent(id -> rows(id.value(), reader));
        case Source.OfDataModel model ->
            outside(
                "model " + model.node().text("dataModelId") + model.node().text("elementId"),
                names.of(source).orElse("another model"),
                reader);
        case Source.WarehouseTable table -> {
          if (!whole && !table.path().isEmpty()) {
            outside("warehouse " + table.path(), table.path().getLast(), reader);
          }
        }
        case Source.Join join -> join.parts().forEach(part -> source(part, reader, false));
        case Source.Union union -> union.parts().forEach(part -> source(part, reader, false));
        case Source.Transpose transpose ->
            transpose.parts().forEach(part -> source(part, reader, false));
        case Source.Sql ignored -> {}
        case Source.Other ignored -> {}
      }
    }

    private void outside(String key, String label, String reader) {
      things.putIfAbsent(key, new Thing(label, Shape.OUTSIDE));
      rows(key, reader);
    }

    private void rows(String from, String to) {
      lines.add(new Line(from, to, Link.SOURCE, Optional.empty()));
    }
  }
}
