package io.github.sigmadm.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares two states of a control.
final class ControlComparison {

  /// All fields of the published schema that are not compared in a way of their own.
  private static final List<String> DOCUMENTED =
      List.of(
          "controlType",
          "name",
          "description",
          "parameters",
          "source",
          "mode",
          "selectionMode",
          "values",
          "value",
          "case",
          "includeNulls",
          "showOperators",
          "min",
          "max",
          "low",
          "high",
          "step",
          "startDate",
          "endDate",
          "date",
          "unit",
          "includeToday",
          "rankingFunction",
          "rowCount",
          "percentile",
          "clearLabel",
          "showClearLabel");

  private ControlComparison() {}

  static void compare(Subject subject, Named before, Named after, Findings findings) {
    if (Findings.differ(before, after, "controlId")) {
      findings.renamed(Thing.CONTROL, subject, after.text("controlId").orElse(""));
    }
    findings.compare(Thing.CONTROL, subject, before, after, DOCUMENTED);
    if (Findings.differ(before, after, "filters")) {
      findings.changed(Thing.CONTROL, subject, "filters", targets(before), targets(after));
    }
    Set<String> compared = new TreeSet<>(DOCUMENTED);
    compared.addAll(Set.of("id", "kind", "controlId", "filters"));
    findings.compareRest(subject, "", before, after, compared);
  }

  /// What a control filters, as element and column.
  private static Optional<String> targets(Named control) {
    return Optional.of(
            control.objects("filters").stream()
                .map(ControlComparison::target)
                .collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty());
  }

  private static String target(Named filter) {
    Optional<String> element = filter.object("source").flatMap(source -> source.show("elementId"));
    return element.isPresent()
        ? element.get() + "/" + filter.show("columnId").orElse("?")
        : Named.show(filter.shown());
  }
}
