package io.github.sigmadm.plan;

import io.github.sigmadm.spec.IdKind;
import java.util.List;
import java.util.Set;

/// Compares the metrics of a table.
final class MetricComparison {

  private static final Set<String> COMPARED =
      Set.of("id", "name", "formula", "description", "isHighlighted", "format", "timeline");

  private MetricComparison() {}

  static void compare(TablePair tables) {
    PairsById metrics = tables.byId("metrics");
    Findings findings = tables.findings();
    metrics.kept().forEach(kept -> compare(tables, kept.before(), kept.after()));
    for (Named metric : metrics.added()) {
      findings.added(
          Thing.METRIC,
          tables.after().subject(IdKind.METRIC, metric.id()),
          metric.text("formula").orElse(""));
    }
    for (Named metric : metrics.removed()) {
      findings.removed(
          Thing.METRIC,
          tables.before().subject(IdKind.METRIC, metric.id()),
          metric.text("formula").orElse(""));
    }
  }

  private static void compare(TablePair tables, Named before, Named after) {
    Findings findings = tables.findings();
    Subject subject = tables.before().subject(IdKind.METRIC, before.id());
    if (Findings.differ(before, after, "name")) {
      findings.renamed(Thing.METRIC, subject, tables.after().label(IdKind.METRIC, after.id()));
    }
    FormulaComparison.compare(tables, Thing.METRIC, subject, before, after);
    FormatComparison.compare(findings, Thing.METRIC, subject, before, after);
    findings.compare(
        Thing.METRIC, subject, before, after, List.of("description", "isHighlighted", "timeline"));
    findings.compareRest(subject, "metrics.", before, after, COMPARED);
  }
}
