package io.github.sigmadm.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The circles of a directed graph: for every group of nodes that reach each other, one shortest
/// way around, beginning at the group's first node. Linear in the size of the graph, and without
/// recursion.
///
/// @param each the nodes of each way around, in order; one node for a loop
record Cycles<T>(List<List<T>> each) {

  private static final int MOST_NAMED = 12;

  /// What to call the nodes of a way around; of a long one only the beginning and the end.
  static <T> List<String> told(List<T> cycle, Function<T, String> name) {
    if (cycle.size() <= MOST_NAMED) {
      return cycle.stream().map(name).toList();
    }
    List<String> names =
        new ArrayList<>(cycle.subList(0, MOST_NAMED - 1).stream().map(name).toList());
    names.add("… " + (cycle.size() - MOST_NAMED) + " more …");
    names.add(name.apply(cycle.getLast()));
    return names;
  }

  /// The circles among nodes, in the order of the nodes.
  ///
  /// @param targets where the edges of a node lead; nodes outside of the graph are passed over
  static <T> Cycles<T> in(Collection<T> nodes, Function<T, List<T>> targets) {
    Search<T> search = new Search<>(targets, nodes);
    nodes.forEach(search::from);
    List<List<T>> cycles = new ArrayList<>();
    Set<Integer> told = new HashSet<>();
    for (T node : nodes) {
      int group = search.groups.getOrDefault(node, -1);
      if (search.sizes.getOrDefault(group, 1) > 1) {
        if (told.add(group)) {
          cycles.add(search.around(node, group));
        }
      } else if (targets.apply(node).contains(node)) {
        cycles.add(List.of(node));
      }
    }
    return new Cycles<>(cycles);
  }

  /// Tarjan's search for strongly connected components, with its stack of calls spelled out.
  private static final class Search<T> {

    private final Function<T, List<T>> targets;
    private final Set<T> nodes;
    private final Map<T, Integer> order = new HashMap<>();
    private final Map<T, Integer> lowest = new HashMap<>();
    private final Map<T, Integer> groups = new HashMap<>();
    private final Map<Integer, Integer> sizes = new HashMap<>();
    private final Deque<T> open = new ArrayDeque<>();

    private record Call<T>(T node, Iterator<T> rest) {}

    Search(Function<T, List<T>> targets, Collection<T> nodes) {
      this.targets = targets;
      this.nodes = new HashSet<>(nodes);
    }

    void from(T start) {
      if (order.containsKey(start)) {
        return;
      }
      Deque<Call<T>> calls = new ArrayDeque<>();
      calls.push(enter(start));
      while (!calls.isEmpty()) {
        Call<T> call = calls.peek();
        if (call.rest().hasNext()) {
          T next = call.rest().next();
          if (!nodes.contains(next)) {
            continue;
          }
          if (!order.containsKey(next)) {
            calls.push(enter(next));
          } else if (!groups.containsKey(next)) {
            lowest.merge(call.node(), order.getOrDefault(next, 0), Math::min);
          }
        } else {
          calls.pop();
          leave(call.node());
          if (!calls.isEmpty()) {
            lowest.merge(calls.peek().node(), lowest.getOrDefault(call.node(), 0), Math::min);
          }
        }
      }
    }

    private Call<T> enter(T node) {
      order.put(node, order.size());
      lowest.put(node, order.getOrDefault(node, 0));
      open.push(node);
      return new Call<>(node, targets.apply(node).iterator());
    }

    private void leave(T node) {
      if (!lowest.getOrDefault(node, 0).equals(order.getOrDefault(node, 0))) {
        return;
      }
      int group = order.getOrDefault(node, 0);
      T member;
      do {
        member = open.pop();
        groups.put(member, group);
        sizes.merge(group, 1, Integer::sum);
      } while (!member.equals(node));
    }

    /// A shortest way from a node back to itself inside its group.
    List<T> around(T start, int group) {
      Map<T, T> cameFrom = new HashMap<>();
      Deque<T> waiting = new ArrayDeque<>();
      waiting.add(start);
      while (!waiting.isEmpty()) {
        T node = waiting.remove();
        for (T next : targets.apply(node)) {
          if (next.equals(start)) {
            List<T> way = new ArrayList<>();
            for (T step = node; !step.equals(start); step = cameFrom.getOrDefault(step, start)) {
              way.add(step);
            }
            way.add(start);
            return way.reversed();
          }
          if (groups.getOrDefault(next, -1) == group && cameFrom.putIfAbsent(next, node) == null) {
            waiting.add(next);
          }
        }
      }
      return List.of(start);
    }
  }
}
