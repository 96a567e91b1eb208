package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// No two tables have one name, written or implied: Sigma does not support it, and formulas cannot
/// tell them apart. A name that a table takes over from another element is only a warning, since
/// what Sigma does there is not known.
final class DuplicateElementName implements Rule {

  @Override
  public String code() {
    return "duplicate-element-name";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Map<String, Table> taken = new HashMap<>();
    for (Table table : subject.tables()) {
      Optional<String> name = table.name().filter(text -> !Subject.isOpen(text));
      if (name.isEmpty()) {
        continue;
      }
      Table first = taken.putIfAbsent(name.get().strip().toLowerCase(Locale.ROOT), table);
      if (first != null) {
        findings.add(
            this,
            isCertain(first) && isCertain(table) ? severity() : Severity.WARNING,
            place(table),
            "Two tables are called \"" + name.get() + "\".",
            "Give one of them another `name`; the first is the element \""
                + first.id()
                + "\" on line "
                + first.element().id().span().start().line()
                + ".");
      }
    }
  }

  private static Span place(Table table) {
    return table.element().name().map(TextNode::span).orElse(table.element().id().span());
  }

  private static boolean isCertain(Table table) {
    return table.element().name().filter(name -> !name.value().isBlank()).isPresent()
        || switch (table.source().orElse(null)) {
          case Source.WarehouseTable ignored -> true;
          case Source.Sql ignored -> true;
          case Source.Union ignored -> true;
          case Source.OfElement ignored -> false;
          case Source.OfDataModel ignored -> false;
          case Source.Join ignored -> false;
          case Source.Transpose ignored -> false;
          case Source.Other ignored -> false;
          case null -> false;
        };
  }
}
