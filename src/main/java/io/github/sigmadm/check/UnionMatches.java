package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.Formula;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Each match of a union names one column (or `null`) per source, in the order of the sources; its
/// output has a name of its own; and a source that is a table of this model has the column.
final class UnionMatches implements Rule {

  @Override
  public String code() {
    return "union-matches";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Table table : subject.tables()) {
      for (Source source : table.sources()) {
        if (source instanceof Source.Union union) {
          check(union, subject, findings);
        }
      }
    }
  }

  private void check(Source.Union union, Subject subject, Findings findings) {
    int sources = union.node().items("sources").size();
    List<Optional<Table>> tables = union.sources().stream().map(subject::table).toList();
    Map<String, TextNode> outputs = new HashMap<>();
    for (ObjectNode match : union.matches()) {
      Optional<TextNode> output = match.textNode("outputColumnName");
      output
          .filter(name -> !Subject.isOpen(name.value()))
          .ifPresent(name -> {
            TextNode first = outputs.putIfAbsent(name.value().toLowerCase(Locale.ROOT), name);
            if (first != null) {
              findings.add(
                  this,
                  name.span(),
                  "The union has two output columns \"" + name.value() + "\".",
                  "Rename one; the first is on line " + first.span().start().line() + ".");
            }
          });
      if (match.get("sourceColumns").orElse(null) instanceof ArrayNode columns) {
        if (columns.items().size() != sources) {
          findings.add(
              this,
              Span.at(columns.span().start()),
              "The match \""
                  + output.map(TextNode::value).orElse("")
                  + "\" names "
                  + columns.items().size()
                  + (columns.items().size() == 1 ? " column for " : " columns for ")
                  + sources
                  + " sources.",
              "Write one column per source, in the order of `sources`; `null` where a source has"
                  + " none.");
        } else if (tables.size() == sources) {
          for (int i = 0; i < sources; i++) {
            column(columns.items().get(i), tables.get(i), findings);
          }
        }
      }
    }
  }

  /// Entries are written `[Name]`; one community text has them without brackets.
  private void column(Node item, Optional<Table> table, Findings findings) {
    if (table.isEmpty() || !(item instanceof TextNode text) || Subject.isOpen(text.value())) {
      return;
    }
    String name =
        Formula.parse(text.value())
            .pureReference()
            .map(reference -> reference.name().text())
            .orElse(text.value());
    if (table.get().columnsAreKnown() && table.get().columnsCalled(name).isEmpty()) {
      findings.add(
          this,
          table.get().mayBeMadeFromColumn(name) ? Severity.WARNING : severity(),
          text.span(),
          "The union reads the column \""
              + name
              + "\" of "
              + table.get().label()
              + ", which does not have it.",
          findings.didYouMean(name, table.get().nameSuggestions())
              + "Write the name of a column of that source, or `null`.");
    }
  }
}
