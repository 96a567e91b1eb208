package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.tree.Node.Field;
import java.util.Optional;

/// A list control that takes one value has `value`; one that takes several (the default) has
/// `values`.
final class SelectionMode implements Rule {

  @Override
  public String code() {
    return "selection-mode";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .model()
        .controls()
        .filter(control ->
            control.controlType().filter(type -> type.value().equals("list")).isPresent())
        .forEach(control -> check(control, findings));
  }

  private void check(Control control, Findings findings) {
    String mode = control.node().text("selectionMode").orElse("multiple");
    boolean single = mode.equals("single");
    if (!single && !mode.equals("multiple")) {
      return;
    }
    Optional<Field> wrong = control.node().field(single ? "values" : "value");
    wrong.ifPresent(field ->
        findings.add(
            this,
            field.nameSpan(),
            "The control takes "
                + (single ? "a single value" : "several values")
                + " and has `"
                + field.name()
                + "`.",
            single
                ? "Write `value`, or `\"selectionMode\": \"multiple\"`."
                : "Write `values`, or `\"selectionMode\": \"single\"`."));
  }
}
