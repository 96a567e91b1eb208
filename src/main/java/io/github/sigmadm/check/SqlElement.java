package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A statement reads from the warehouse, not from elements of Sigma, for which workbooks have
/// `sigma_element('Title')`.
final class SqlElement implements Rule {

  private static final Pattern USE =
      Pattern.compile("\\bsigma_element\\s*\\(", Pattern.CASE_INSENSITIVE);

  @Override
  public String code() {
    return "sql-element";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Table table : subject.tables()) {
      if (table.source().orElse(null) instanceof Source.Sql sql) {
        sql.statement().ifPresent(statement -> check(statement, findings));
      }
    }
  }

  private void check(TextNode statement, Findings findings) {
    Matcher use = USE.matcher(statement.value());
    while (use.find()) {
      findings.add(
          this,
          statement.spanOf(use.start(), use.start() + "sigma_element".length()),
          "The statement reads an element of Sigma, and in a data model it can only read the"
              + " warehouse.",
          "Read the table of the warehouse that the element is made from, or make this element a"
              + " `table`, `join` or `union` over the other one.");
    }
  }
}
