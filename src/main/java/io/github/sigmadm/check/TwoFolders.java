package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A column, metric or folder stands in one folder only.
final class TwoFolders implements Rule {

  @Override
  public String code() {
    return "two-folders";
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
        .forEach(table -> {
          check(table.folders(), findings);
          check(table.metricFolders(), findings);
        });
  }

  private void check(List<ObjectNode> folders, Findings findings) {
    Map<String, TextNode> seen = new HashMap<>();
    for (ObjectNode folder : folders) {
      for (Node item : folder.items("items")) {
        if (item instanceof TextNode id && !Subject.isOpen(id.value())) {
          TextNode first = seen.putIfAbsent(id.value(), id);
          if (first != null) {
            findings.add(
                this,
                id.span(),
                "\"" + id.value() + "\" stands in a folder twice.",
                "Leave it in one place; it is first on line " + first.span().start().line() + ".");
          }
        }
      }
    }
  }
}
