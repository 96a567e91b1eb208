package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A `controlId` is unique in the document and is no element's id.
final class ControlIds implements Rule {

  @Override
  public String code() {
    return "control-id";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    List<Control> controls = subject.model().controls().toList();
    if (controls.isEmpty()) {
      return;
    }
    Set<String> elements =
        subject
            .model()
            .elements()
            .map(Element::id)
            .map(TextNode::value)
            .collect(Collectors.toSet());
    Map<String, TextNode> taken = new HashMap<>();
    for (Control control : controls) {
      TextNode id = control.controlId().orElse(null);
      if (id == null || Subject.isOpen(id.value())) {
        continue;
      }
      if (elements.contains(id.value())) {
        findings.add(
            this,
            id.span(),
            "The `controlId` \"" + id.value() + "\" is also the id of an element.",
            "Rename one of the two; formulas and SQL use the `controlId`.");
      }
      TextNode first = taken.putIfAbsent(id.value(), id);
      if (first != null) {
        findings.add(
            this,
            id.span(),
            "The `controlId` \"" + id.value() + "\" is used twice.",
            "Give each control its own; the first is on line " + first.span().start().line() + ".");
      }
    }
  }
}
