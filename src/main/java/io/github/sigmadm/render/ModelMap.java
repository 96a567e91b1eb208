package io.github.sigmadm.render;

import io.github.sigmadm.plan.ModelPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A model as a graph: its elements, and what leads from one to another.
///
/// @param nodes the elements, and what they read from outside, in order of the document
/// @param edges between nodes, which are known by their place in `nodes`
/// @param left how many nodes have been left out
record ModelMap(List<Node> nodes, List<Edge> edges, int left) {

  /// What a plan does to a node or an edge.
  enum Status {
    KEPT(""),
    NEW("🟩 new"),
    CHANGED("🟨 changed"),
    GONE("🟥 gone");

    private final String legend;

    Status(String legend) {
      this.legend = legend;
    }
  }

  /// What a node stands for.
  enum Shape {
    TABLE,
    CONTROL,
    /// A table of the warehouse or an element of another model.
    OUTSIDE
  }

  /// What an edge stands for.
  enum Link {
    /// Rows go along it.
    SOURCE,
    /// From the many side to the one side.
    RELATIONSHIP,
    /// From a control to what it filters.
    FILTER
  }

  record Node(String label, Shape shape, Status status) {}

  record Edge(int from, int to, Link link, Optional<String> label, Status status) {}

  ModelMap {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /// The map of a plan; empty where a map would tell nothing.
  static Optional<ModelMap> of(ModelPlan plan) {
    return ModelMapReader.read(plan).filter(map -> map.nodes().size() > 1 && map.tells());
  }

  private boolean tells() {
    return nodes.stream().anyMatch(node -> node.status() != Status.KEPT)
        || edges.stream().anyMatch(edge -> edge.status() != Status.KEPT);
  }

  /// This map with at most so many nodes: those that change first, then their neighbours.
  ModelMap bounded(int size) {
    if (nodes.size() <= size) {
      return this;
    }
    Set<Integer> kept = new HashSet<>();
    for (int i = 0; i < nodes.size() && kept.size() < size; i++) {
      if (nodes.get(i).status() != Status.KEPT) {
        kept.add(i);
      }
    }
    Set<Integer> changed = Set.copyOf(kept);
    for (Edge edge : edges) {
      if (kept.size() < size && (changed.contains(edge.from()) || changed.contains(edge.to()))) {
        kept.add(edge.from());
        if (kept.size() < size) {
          kept.add(edge.to());
        }
      }
    }
    return only(kept);
  }

  private ModelMap only(Set<Integer> kept) {
    Map<Integer, Integer> places = new HashMap<>();
    List<Node> some = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (kept.contains(i)) {
        places.put(i, some.size());
        some.add(nodes.get(i));
      }
    }
    List<Edge> between = new ArrayList<>();
    for (Edge edge : edges) {
      Optional<Integer> from = Optional.ofNullable(places.get(edge.from()));
      Optional<Integer> to = Optional.ofNullable(places.get(edge.to()));
      if (from.isPresent() && to.isPresent()) {
        between.add(new Edge(from.get(), to.get(), edge.link(), edge.label(), edge.status()));
      }
    }
    return new ModelMap(some, between, left + nodes.size() - some.size());
  }

  /// What the signs of this map mean, as far as it has them.
  String legend() {
    List<String> meanings = new ArrayList<>();
    if (edges.stream().anyMatch(edge -> edge.link() == Link.SOURCE)) {
      meanings.add("solid arrows carry rows");
    }
    if (edges.stream().anyMatch(edge -> edge.link() == Link.RELATIONSHIP)) {
      meanings.add("dotted arrows are relationships");
    }
    if (edges.stream().anyMatch(edge -> edge.link() == Link.FILTER)) {
      meanings.add("controls point at what they filter");
    }
    for (Status status : Status.values()) {
      if (status != Status.KEPT && nodes.stream().anyMatch(node -> node.status() == status)) {
        meanings.add(status.legend);
      }
    }
    if (left > 0) {
      meanings.add(Count.of(left, "other element") + " not shown");
    }
    return String.join(", ", meanings);
  }
}
