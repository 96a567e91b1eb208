package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// No id stands twice in all groupings of a table, nor both in `summary` and in `calculations`.
/// Sigma answers `Duplicate column or folder reference`.
final class RepeatedGroupingColumn implements Rule {

  @Override
  public String code() {
    return "repeated-grouping-column";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject.model().tables().forEach(table -> check(table, findings));
  }

  private void check(TableElement table, Findings findings) {
    Map<String, TextNode> seen = new HashMap<>();
    Set<String> calculated = new HashSet<>();
    for (ObjectNode grouping : table.groupings()) {
      for (String field : new String[] {"groupBy", "calculations"}) {
        for (Node item : grouping.items(field)) {
          if (item instanceof TextNode id && !Subject.isOpen(id.value())) {
            TextNode first = seen.putIfAbsent(id.value(), id);
            if (first != null) {
              findings.add(
                  this,
                  id.span(),
                  "\"" + id.value() + "\" stands twice in the groupings of one table.",
                  "Leave it at one level; it is first on line "
                      + first.span().start().line()
                      + ". An inner level lists only what it adds.");
            }
            if (field.equals("calculations")) {
              calculated.add(id.value());
            }
          }
        }
      }
    }
    for (Node item : table.node().items("summary")) {
      if (item instanceof TextNode id && calculated.contains(id.value())) {
        findings.add(
            this,
            id.span(),
            "\"" + id.value() + "\" stands both in `summary` and in a grouping's `calculations`.",
            "Use two columns: one for the summary, one for the grouping.");
      }
    }
  }
}
