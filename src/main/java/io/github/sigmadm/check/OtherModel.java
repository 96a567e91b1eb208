package io.github.sigmadm.check;

import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Another spec of the repository, as far as references into it need to know.
final class OtherModel {

  private final DataModel model;
  private final EffectiveNames names;
  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Map<String, Table> tables = new HashMap<>();

  OtherModel(DataModel model) {
    this.model = model;
    this.names = EffectiveNames.of(model);
    model
        .elements()
        .forEach(element -> {
          elements.putIfAbsent(element.id().value(), element);
          if (element instanceof io.github.sigmadm.spec.TableElement table) {
            tables.putIfAbsent(table.id().value(), new Table(table, names.of(table)));
          }
        });
  }

  /// What to call it in a message.
  String label() {
    return "\"" + model.name().map(TextNode::value).orElse("without a name") + "\"";
  }

  Optional<Table> table(String id) {
    return Optional.ofNullable(tables.get(id));
  }

  Optional<Element> element(String id) {
    return Optional.ofNullable(elements.get(id));
  }

  List<String> elementIds() {
    return List.copyOf(elements.keySet());
  }

  List<String> controlIds() {
    return model
        .controls()
        .flatMap(control -> control.controlId().stream())
        .map(TextNode::value)
        .toList();
  }

  Optional<Control> control(String controlId) {
    return model
        .controls()
        .filter(
            control -> control.controlId().filter(id -> id.value().equals(controlId)).isPresent())
        .findFirst();
  }
}
