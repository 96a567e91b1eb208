package io.github.sigmadm.render;

import io.github.sigmadm.render.ModelMap.Edge;
import io.github.sigmadm.render.ModelMap.Link;
import io.github.sigmadm.render.ModelMap.Node;
import io.github.sigmadm.render.ModelMap.Status;
import java.util.List;
import java.util.Locale;

/// The map of a model as a drawing inside an HTML page, whose stylesheet gives it its colours.
final class SvgMap {

  private static final int NODE_WIDTH = 176;
  private static final int NODE_HEIGHT = 36;
  private static final int GAP_X = 104;
  private static final int GAP_Y = 22;
  private static final int MARGIN = 12;

  /// Characters that fit into a node.
  private static final int LABEL = 22;

  /// Characters that fit between two nodes.
  private static final int EDGE_LABEL = 15;

  private final ModelMap map;
  private final int[] left;
  private final int[] top;
  private final int width;
  private final int height;

  private SvgMap(ModelMap map) {
    this.map = map;
    List<List<Integer>> columns = MapLayout.of(map).columns();
    int tallest = columns.stream().mapToInt(List::size).max().orElse(0);
    left = new int[map.nodes().size()];
    top = new int[map.nodes().size()];
    for (int column = 0; column < columns.size(); column++) {
      List<Integer> nodes = columns.get(column);
      int offset = (tallest - nodes.size()) * (NODE_HEIGHT + GAP_Y) / 2;
      for (int row = 0; row < nodes.size(); row++) {
        left[nodes.get(row)] = MARGIN + column * (NODE_WIDTH + GAP_X);
        top[nodes.get(row)] = MARGIN + offset + row * (NODE_HEIGHT + GAP_Y);
      }
    }
    width = 2 * MARGIN + columns.size() * (NODE_WIDTH + GAP_X) - GAP_X;
    height = 2 * MARGIN + tallest * (NODE_HEIGHT + GAP_Y) - GAP_Y;
  }

  /// @param description what the drawing shows, for those who cannot see it
  static String of(ModelMap map, String description) {
    return new SvgMap(map).draw(description);
  }

  /// The arrow heads of all maps of a page.
  static String arrows() {
    StringBuilder text = new StringBuilder("<svg class=\"defs\" aria-hidden=\"true\"><defs>");
    for (Status status : Status.values()) {
      text.append("<marker id=\"arrow-")
          .append(name(status))
          .append("\" class=\"arrow ")
          .append(name(status))
          .append(
              "\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\""
                  + " orient=\"auto\"><path d=\"M0 0 8 4 0 8z\"/></marker>");
    }
    return text.append("</defs></svg>\n").toString();
  }

  private String draw(String description) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"map\" role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">"
                + "<title>%s</title>\n",
            width,
            height,
            width,
            height,
            Escaping.html(description)));
    map.edges().forEach(edge -> svg.append(edge(edge)));
    for (int i = 0; i < map.nodes().size(); i++) {
      svg.append(node(i));
    }
    map.edges().forEach(edge -> svg.append(edgeLabel(edge)));
    return svg.append("</svg>\n").toString();
  }

  private String node(int number) {
    Node node = map.nodes().get(number);
    int x = left[number];
    int y = top[number];
    String shape =
        switch (node.shape()) {
          case TABLE -> rectangle(x, y, 5);
          case CONTROL -> hexagon(x, y);
          case OUTSIDE -> rectangle(x, y, NODE_HEIGHT / 2);
        };
    return String.format(
        Locale.ROOT,
        "<g class=\"node %s %s\"><title>%s</title>%s<text x=\"%d\" y=\"%d\">%s</text></g>\n",
        node.shape().name().toLowerCase(Locale.ROOT),
        name(node.status()),
        Escaping.html(node.label() + words(node.status())),
        shape,
        x + NODE_WIDTH / 2,
        y + NODE_HEIGHT / 2,
        Escaping.html(sign(node.status()) + VisibleText.shortened(node.label(), LABEL)));
  }

  private static String rectangle(int x, int y, int radius) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>",
        x,
        y,
        NODE_WIDTH,
        NODE_HEIGHT,
        radius);
  }

  private static String hexagon(int x, int y) {
    int middle = y + NODE_HEIGHT / 2;
    return String.format(
        Locale.ROOT,
        "<path d=\"M%d %d L%d %d L%d %d L%d %d L%d %d L%d %dz\"/>",
        x,
        middle,
        x + 12,
        y,
        x + NODE_WIDTH - 12,
        y,
        x + NODE_WIDTH,
        middle,
        x + NODE_WIDTH - 12,
        y + NODE_HEIGHT,
        x + 12,
        y + NODE_HEIGHT);
  }

  private String edge(Edge edge) {
    boolean onwards = left[edge.to()] > left[edge.from()];
    boolean back = left[edge.to()] < left[edge.from()];
    int fromX = left[edge.from()] + (back ? 0 : NODE_WIDTH);
    int toX = left[edge.to()] + (onwards ? 0 : NODE_WIDTH);
    int bend = onwards ? GAP_X / 2 : back ? -GAP_X / 2 : GAP_X / 2;
    return String.format(
        Locale.ROOT,
        "<path class=\"edge %s %s\" marker-end=\"url(#arrow-%s)\" d=\"M%d %d C%d %d %d %d %d"
            + " %d\"/>\n",
        edge.link().name().toLowerCase(Locale.ROOT),
        name(edge.status()),
        name(edge.status()),
        fromX,
        middle(edge.from()),
        fromX + bend,
        middle(edge.from()),
        toX + (onwards ? -bend : back ? -bend : bend),
        middle(edge.to()),
        toX,
        middle(edge.to()));
  }

  private String edgeLabel(Edge edge) {
    if (edge.link() != Link.RELATIONSHIP || edge.label().isEmpty()) {
      return "";
    }
    String label = edge.label().get();
    int fromX = left[edge.from()] + NODE_WIDTH;
    int toX = left[edge.to()];
    return String.format(
        Locale.ROOT,
        "<text class=\"edge-label\" x=\"%d\" y=\"%d\"><title>%s</title>%s</text>\n",
        (fromX + toX) / 2,
        (middle(edge.from()) + middle(edge.to())) / 2,
        Escaping.html(label),
        Escaping.html(VisibleText.shortened(label, EDGE_LABEL)));
  }

  private int middle(int node) {
    return top[node] + NODE_HEIGHT / 2;
  }

  private static String name(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /// So that colours are not needed to understand the drawing.
  private static String sign(Status status) {
    return switch (status) {
      case KEPT -> "";
      case NEW -> "+ ";
      case CHANGED -> "~ ";
      case GONE -> "− ";
    };
  }

  private static String words(Status status) {
    return status == Status.KEPT ? "" : " (" + name(status) + ")";
  }
}
