package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/// The fields of a date range fit its mode: `between` has both ends or none; a `custom` range with
/// one end has a relative one.
final class DateRange implements Rule {

  private static final List<String> ENDS = List.of("startDate", "endDate");

  @Override
  public String code() {
    return "date-range";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Stream.concat(
            subject
                .model()
                .tables()
                .flatMap(table -> table.filters().stream())
                .filter(filter -> filter.text("kind").filter("date-range"::equals).isPresent()),
            subject
                .model()
                .controls()
                .map(Control::node)
                .filter(control ->
                    control.text("controlType").filter("date-range"::equals).isPresent()))
        .forEach(range -> check(range, findings));
  }

  private void check(ObjectNode range, Findings findings) {
    List<Field> ends =
        ENDS.stream()
            .flatMap(name -> range.field(name).stream())
            .filter(field -> !(field.value() instanceof NullNode))
            .toList();
    switch (range.text("mode").orElse("")) {
      case "between" -> {
        if (ends.size() == 1) {
          findings.add(
              this,
              ends.getFirst().nameSpan(),
              "The date range between two dates has only one end.",
              "Add the other end, or use the mode `before`, `after` or `custom`.");
        }
      }
      case "custom" -> custom(ends, findings);
      default -> {}
    }
  }

  private void custom(List<Field> ends, Findings findings) {
    if (ends.size() == 1 && !(ends.getFirst().value() instanceof ObjectNode)) {
      findings.add(
          this,
          ends.getFirst().value().span(),
          "The custom date range has one end, and that one is not relative.",
          "Add the other end, write a relative one such as {\"op\": \"now-minus\", \"unit\":"
              + " \"month\", \"value\": 3}, or use the mode `before` or `after`.");
    }
  }
}
