package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Optional;

/// The values of a list are of one type; `null` goes with every type.
final class MixedValues implements Rule {

  @Override
  public String code() {
    return "mixed-values";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .model()
        .tables()
        .flatMap(table -> table.filters().stream())
        .filter(filter -> filter.text("kind").filter("list"::equals).isPresent())
        .forEach(filter -> check(filter, findings));
    subject
        .model()
        .controls()
        .map(Control::node)
        .filter(control -> control.text("controlType").filter("list"::equals).isPresent())
        .forEach(control -> check(control, findings));
  }

  private void check(ObjectNode holder, Findings findings) {
    if (!(holder.get("values").orElse(null) instanceof ArrayNode values)) {
      return;
    }
    Optional<String> first = Optional.empty();
    for (Node value : values.items()) {
      Optional<String> type = type(value);
      if (first.isPresent() && type.isPresent() && !first.equals(type)) {
        findings.add(
            this,
            Span.at(value.span().start()),
            "The list mixes values of different types: " + first.get() + " and " + type.get() + ".",
            "Write all of them as the type that the column has.");
        return;
      }
      first = first.or(() -> type);
    }
  }

  private static Optional<String> type(Node value) {
    return switch (value) {
      case TextNode ignored -> Optional.of("texts");
      case NumberNode ignored -> Optional.of("numbers");
      case BooleanNode ignored -> Optional.of("true or false");
      case ObjectNode ignored -> Optional.of("objects");
      case ArrayNode ignored -> Optional.of("lists");
      case NullNode ignored -> Optional.empty();
    };
  }
}
