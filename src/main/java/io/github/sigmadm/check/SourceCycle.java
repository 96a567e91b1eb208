package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// No table has itself as a source, directly, through other tables, or as a part of a join, union
/// or transpose.
final class SourceCycle implements Rule {

  private record Edge(String target, TextNode place) {}

  @Override
  public String code() {
    return "source-cycle";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Map<String, List<Edge>> edges = new LinkedHashMap<>();
    for (Table table : subject.tables()) {
      List<Edge> own = edges.computeIfAbsent(table.id(), key -> new ArrayList<>());
      table.source().ifPresent(source -> collect(source, own));
    }
    List<String> ids = new ArrayList<>(edges.keySet());
    Cycles<String> cycles =
        Cycles.in(ids, id -> edges.getOrDefault(id, List.of()).stream().map(Edge::target).toList());
    for (List<String> cycle : cycles.each()) {
      String first = cycle.getFirst();
      String next = cycle.size() > 1 ? cycle.get(1) : first;
      Edge place =
          edges.getOrDefault(first, List.of()).stream()
              .filter(edge -> edge.target().equals(next))
              .findFirst()
              .orElseThrow();
      findings.add(
          this,
          place.place().span(),
          cycle.size() == 1
              ? "The table " + label(subject, first) + " has itself as its source."
              : "The tables "
                  + String.join(" → ", Cycles.told(cycle, id -> label(subject, id)))
                  + " → "
                  + label(subject, first)
                  + " have each other as sources.",
          "Break the circle: let one of them read from somewhere else.");
    }
  }

  private static void collect(Source source, List<Edge> edges) {
    Deque<Source> open = new ArrayDeque<>();
    open.add(source);
    while (!open.isEmpty()) {
      Source next = open.remove();
      if (next instanceof Source.OfElement of) {
        of.elementId().ifPresent(id -> edges.add(new Edge(id.value(), id)));
      }
      open.addAll(next.parts());
    }
  }

  private static String label(Subject subject, String id) {
    return subject.table(id).map(Table::label).orElse("\"" + id + "\"");
  }
}
