package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashSet;
import java.util.Set;

/// A table stands after the tables it reads from. On workbooks, a formula was seen to fail when
/// what it refers to came later; whether data models share that is not known.
final class SourceAfterUser implements Rule {

  @Override
  public String code() {
    return "source-after-user";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Set<String> before = new HashSet<>();
    for (Table table : subject.tables()) {
      for (Source source : table.sources()) {
        if (source instanceof Source.OfElement of) {
          of.elementId()
              .filter(id -> !before.contains(id.value()) && !id.value().equals(table.id()))
              .ifPresent(id -> report(id, subject, findings));
        }
      }
      before.add(table.id());
    }
  }

  private void report(TextNode id, Subject subject, Findings findings) {
    subject
        .table(id.value())
        .ifPresent(source ->
            findings.add(
                this,
                id.span(),
                "The source " + source.label() + " stands after the table that reads from it.",
                "Move it before this one; Sigma may resolve formulas in the order of the"
                    + " elements."));
  }
}
