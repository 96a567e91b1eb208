package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.tree.Node.TextNode;

/// No name that formulas use has a slash in it: they would read it as the end of a prefix.
final class SlashInName implements Rule {

  @Override
  public String code() {
    return "slash-in-name";
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
          table.name().ifPresent(name -> check("table", name, findings));
          table
              .columns()
              .forEach(column -> column.name().ifPresent(name -> check("column", name, findings)));
          table
              .metrics()
              .forEach(metric -> metric.name().ifPresent(name -> check("metric", name, findings)));
          table
              .relationships()
              .forEach(relationship ->
                  relationship.name().ifPresent(name -> check("relationship", name, findings)));
        });
  }

  private void check(String what, TextNode name, Findings findings) {
    int slash = name.value().indexOf('/');
    if (slash >= 0) {
      findings.add(
          this,
          name.spanOf(slash, slash + 1),
          "The name of the "
              + what
              + " \""
              + name.value()
              + "\" has a slash, which formulas take"
              + " for the end of a prefix.",
          "Write the name without it; where it must stay, formulas write it \\/.");
    }
  }
}
