package io.github.sigmadm.render;

import io.github.sigmadm.render.ModelMap.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Where the nodes of a map stand: in columns from left to right, so that edges go to the right
/// wherever they do not close a circle, and in each column near what they are connected with.
///
/// @param columns the nodes of each column, from top to bottom
record MapLayout(List<List<Integer>> columns) {

  /// Passes over the columns; more change little.
  private static final int PASSES = 6;

  static MapLayout of(ModelMap map) {
    int[] column = columnsOf(map);
    int width = IntStream.of(column).max().orElse(-1) + 1;
    List<List<Integer>> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(new ArrayList<>());
    }
    for (int node = 0; node < column.length; node++) {
      columns.get(column[node]).add(node);
    }
    untangle(map, columns);
    return new MapLayout(columns.stream().map(List::copyOf).toList());
  }

  /// The column of each node: one more than that of what leads to it. Edges that close a circle do
  /// not count; they are found by going through the nodes in order.
  private static int[] columnsOf(ModelMap map) {
    int size = map.nodes().size();
    List<List<Integer>> next = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      next.add(new ArrayList<>());
    }
    for (Edge edge : map.edges()) {
      if (edge.from() != edge.to()) {
        next.get(edge.from()).add(edge.to());
      }
    }
    List<Integer> order = topological(next);
    int[] place = new int[size];
    for (int i = 0; i < size; i++) {
      place[order.get(i)] = i;
    }
    int[] column = new int[size];
    for (int node : order) {
      for (int to : next.get(node)) {
        if (place[to] > place[node]) {
          column[to] = Math.max(column[to], column[node] + 1);
        }
      }
    }
    return column;
  }

  /// An order in which all edges but those that close a circle lead onwards.
  private static List<Integer> topological(List<List<Integer>> next) {
    List<Integer> finished = new ArrayList<>();
    boolean[] seen = new boolean[next.size()];
    int[] progress = new int[next.size()];
    List<Integer> path = new ArrayList<>();
    for (int start = 0; start < next.size(); start++) {
      if (!seen[start]) {
        seen[start] = true;
        path.add(start);
      }
      while (!path.isEmpty()) {
        int node = path.getLast();
        if (progress[node] == next.get(node).size()) {
          path.removeLast();
          finished.add(node);
        } else {
          int to = next.get(node).get(progress[node]++);
          if (!seen[to]) {
            seen[to] = true;
            path.add(to);
          }
        }
      }
    }
    return finished.reversed();
  }

  /// Moves each node towards the middle of its neighbours, so that fewer edges cross.
  private static void untangle(ModelMap map, List<List<Integer>> columns) {
    double[] height = new double[map.nodes().size()];
    columns.forEach(column -> spread(column, height));
    List<List<Integer>> neighbours = new ArrayList<>();
    map.nodes().forEach(node -> neighbours.add(new ArrayList<>()));
    for (Edge edge : map.edges()) {
      neighbours.get(edge.from()).add(edge.to());
      neighbours.get(edge.to()).add(edge.from());
    }
    for (int pass = 0; pass < PASSES; pass++) {
      for (List<Integer> column : pass % 2 == 0 ? columns : columns.reversed()) {
        double[] wanted = new double[height.length];
        for (int node : column) {
          wanted[node] =
              neighbours.get(node).stream()
                  .mapToDouble(neighbour -> height[neighbour])
                  .average()
                  .orElse(height[node]);
        }
        column.sort(Comparator.comparingDouble(node -> wanted[node]));
        spread(column, height);
      }
    }
  }

  /// Heights between 0 and 1, so that columns of different lengths compare.
  private static void spread(List<Integer> column, double[] height) {
    for (int i = 0; i < column.size(); i++) {
      height[column.get(i)] = (i + 0.5) / column.size();
    }
  }
}
