package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A control that a statement reads, `{{controlId}}` or with a directive `{{#identifier
/// [controlId]}}`, exists.
final class SqlControl implements Rule {

  private static final Pattern USE =
      Pattern.compile("\\{\\{\\s*(?:#[A-Za-z]+\\s+)?(\\[[^\\[\\]{}]+]|[^{}\\s]+)\\s*}}");

  @Override
  public String code() {
    return "sql-control";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Table table : subject.tables()) {
      if (table.source().orElse(null) instanceof Source.Sql sql) {
        sql.statement().ifPresent(statement -> check(statement, subject, findings));
      }
    }
  }

  private void check(TextNode statement, Subject subject, Findings findings) {
    Matcher use = USE.matcher(statement.value());
    while (use.find()) {
      boolean inBrackets = use.group(1).startsWith("[");
      int start = use.start(1) + (inBrackets ? 1 : 0);
      int end = use.end(1) - (inBrackets ? 1 : 0);
      String id = statement.value().substring(start, end);
      if (!subject.hasControl(id) && !Subject.isOpen(id)) {
        findings.add(
            this,
            statement.spanOf(start, end),
            "The statement reads the control \"" + id + "\", and there is no such control.",
            findings.didYouMean(id, subject.controlIds())
                + "Write the `controlId` of a control of this model, or add one.");
      }
    }
  }
}
