package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;

/// A model that is to be created reads from no uploaded file: an upload belongs to one document,
/// and cannot be made through the API.
final class CsvSource implements Rule {

  @Override
  public String code() {
    return "csv-source";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    if (!subject.input().isNew()) {
      return;
    }
    for (Table table : subject.tables()) {
      for (Source source : table.sources()) {
        if (source instanceof Source.Other other && other.kind().equals("csv-table")) {
          findings.add(
              this,
              other
                  .node()
                  .textNode("kind")
                  .map(TextNode::span)
                  .orElse(Span.at(other.node().span().start())),
              "The table "
                  + table.label()
                  + " reads an uploaded file, and a new model cannot have one.",
              "Load the data into the warehouse, or create the model in Sigma and export it.");
        }
      }
    }
  }
}
