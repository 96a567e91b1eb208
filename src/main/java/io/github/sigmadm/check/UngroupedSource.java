package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Optional;

/// A source that has groupings says which of them it reads. Without one it gives the base rows,
/// which is valid and silently multiplies rows.
final class UngroupedSource implements Rule {

  @Override
  public String code() {
    return "ungrouped-source";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Table table : subject.tables()) {
      for (Source source : table.sources()) {
        switch (source) {
          case Source.OfElement of -> {
            if (of.groupingId().isEmpty()) {
              report(of.elementId(), subject.table(of), findings);
            }
          }
          case Source.OfDataModel of -> {
            if (of.groupingId().isEmpty()) {
              report(of.elementId(), subject.otherTable(of), findings);
            }
          }
          case Source.WarehouseTable ignored -> {}
          case Source.Sql ignored -> {}
          case Source.Join ignored -> {}
          case Source.Union ignored -> {}
          case Source.Transpose ignored -> {}
          case Source.Other ignored -> {}
        }
      }
    }
  }

  private void report(Optional<TextNode> place, Optional<Table> source, Findings findings) {
    if (place.isPresent() && source.isPresent()) {
      source.get().element().groupings().stream()
          .flatMap(grouping -> grouping.text("id").stream())
          .reduce((first, second) -> second)
          .ifPresent(innermost ->
              findings.add(
                  this,
                  place.get().span(),
                  "The source "
                      + source.get().label()
                      + " has groupings, and none of them is named, so its ungrouped rows are"
                      + " read.",
                  "Add `groupingId` (\""
                      + innermost
                      + "\" is the innermost) if a grouped level is meant."));
    }
  }
}
