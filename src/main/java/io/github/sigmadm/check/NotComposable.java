package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.Source;

/// The parts of a join, union or transpose are tables: of the warehouse, of this model or of
/// another. Whether newer kinds of sources may stand there is not known.
final class NotComposable implements Rule {

  @Override
  public String code() {
    return "not-composable";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Table table : subject.tables()) {
      for (Source source : table.sources()) {
        source.parts().forEach(part -> check(source, part, findings));
      }
    }
  }

  private void check(Source whole, Source part, Findings findings) {
    switch (part) {
      case Source.Sql ignored -> report(whole, part, findings);
      case Source.Join ignored -> report(whole, part, findings);
      case Source.Union ignored -> report(whole, part, findings);
      case Source.Transpose ignored -> report(whole, part, findings);
      case Source.WarehouseTable ignored -> {}
      case Source.OfElement ignored -> {}
      case Source.OfDataModel ignored -> {}
      case Source.Other ignored -> {}
    }
  }

  private void report(Source whole, Source part, Findings findings) {
    String kind = part.node().text("kind").orElse("");
    findings.add(
        this,
        part.node()
            .textNode("kind")
            .map(node -> node.span())
            .orElse(Span.at(part.node().span().start())),
        "A source of kind \""
            + kind
            + "\" cannot be a part of a "
            + whole.node().text("kind").orElse("source")
            + ".",
        "Make it a table element of its own, and point at that one:"
            + " {\"kind\": \"table\", \"elementId\": …}.");
  }
}
