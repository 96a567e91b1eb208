package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// All parts of a join are on one connection.
final class MixedConnections implements Rule {

  @Override
  public String code() {
    return "mixed-connections";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Connections connections = new Connections(subject);
    for (Table table : subject.tables()) {
      if (table.source().orElse(null) instanceof Source.Join join) {
        Optional<String> first = Optional.empty();
        for (Source part : join.parts()) {
          Optional<String> connection = connections.of(part);
          if (first.isPresent() && connection.isPresent() && !connection.equals(first)) {
            findings.add(
                this,
                place(part),
                "The join has parts on different connections, \""
                    + first.get()
                    + "\" and \""
                    + connection.get()
                    + "\".",
                "Join tables of one connection.");
            break;
          }
          first = first.or(() -> connection);
        }
      }
    }
  }

  private static Span place(Source part) {
    return part.node()
        .textNode("connectionId")
        .or(() -> part.node().textNode("elementId"))
        .map(TextNode::span)
        .orElse(Span.at(part.node().span().start()));
  }

  /// The connection that a source reads from, through chains of tables.
  private static final class Connections {

    private final Subject subject;
    private final Map<String, Optional<String>> known = new HashMap<>();

    Connections(Subject subject) {
      this.subject = subject;
    }

    Optional<String> of(Source source) {
      Source at = source;
      Map<String, Optional<String>> visited = new HashMap<>();
      while (at instanceof Source.OfElement of) {
        Optional<Table> table = subject.table(of);
        if (table.isEmpty() || table.get().source().isEmpty()) {
          break;
        }
        String id = table.get().id();
        if (known.containsKey(id) || visited.containsKey(id)) {
          Optional<String> result = known.getOrDefault(id, Optional.empty());
          visited.replaceAll((key, none) -> result);
          known.putAll(visited);
          return result;
        }
        visited.put(id, Optional.empty());
        at = table.get().source().get();
      }
      Optional<String> result = direct(at);
      visited.replaceAll((key, none) -> result);
      known.putAll(visited);
      return result;
    }

    private static Optional<String> direct(Source source) {
      return switch (source) {
        case Source.WarehouseTable table -> connection(table);
        case Source.Sql sql -> connection(sql);
        case Source.Join join ->
            join.parts().stream()
                .filter(Source.WarehouseTable.class::isInstance)
                .findFirst()
                .flatMap(Connections::connection);
        case Source.Union union ->
            union.sources().stream()
                .filter(Source.WarehouseTable.class::isInstance)
                .findFirst()
                .flatMap(Connections::connection);
        case Source.Transpose transpose -> transpose.source().flatMap(Connections::connection);
        case Source.OfElement ignored -> Optional.empty();
        case Source.OfDataModel ignored -> Optional.empty();
        case Source.Other ignored -> Optional.empty();
      };
    }

    private static Optional<String> connection(Source source) {
      return source.node().text("connectionId").filter(id -> !Subject.isOpen(id));
    }
  }
}
