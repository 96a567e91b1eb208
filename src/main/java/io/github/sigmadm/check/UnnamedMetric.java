package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Metric;

/// A metric has a name.
final class UnnamedMetric implements Rule {

  @Override
  public String code() {
    return "unnamed-metric";
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
        .flatMap(table -> table.metrics().stream())
        .forEach((Metric metric) -> {
          if (metric.name().filter(name -> !name.value().isBlank()).isEmpty()) {
            findings.add(
                this,
                metric.id().span(),
                "The metric \"" + metric.id().value() + "\" has no name.",
                "Add `name`; workbooks and formulas know a metric by it.");
          }
        });
  }
}
