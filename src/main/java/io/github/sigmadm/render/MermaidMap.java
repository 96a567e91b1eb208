package io.github.sigmadm.render;

import io.github.sigmadm.render.ModelMap.Edge;
import io.github.sigmadm.render.ModelMap.Node;
import io.github.sigmadm.render.ModelMap.Status;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The map of a model as a Mermaid diagram. Its colours bring their own text colour along, so that
/// they read well on light and dark pages.
final class MermaidMap {

  /// Labels are cut beyond this; the diagram is for finding one's way.
  private static final int LABEL = 48;

  private MermaidMap() {}

  /// The text of the diagram, without a fence.
  static String of(ModelMap map) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    for (int i = 0; i < map.nodes().size(); i++) {
      text.append("  ").append(node(i, map.nodes().get(i))).append('\n');
    }
    map.edges().forEach(edge -> text.append("  ").append(edge(edge)).append('\n'));
    for (Status status : Status.values()) {
      style(map, status, text);
    }
    return text.toString();
  }

  private static String node(int number, Node node) {
    String label = "\"" + label(node.label()) + "\"";
    String shape =
        switch (node.shape()) {
          case TABLE -> "[" + label + "]";
          case CONTROL -> "{{" + label + "}}";
          case OUTSIDE -> "[(" + label + ")]";
        };
    return "n" + number + shape + name(node.status());
  }

  private static String edge(Edge edge) {
    String arrow =
        switch (edge.link()) {
          case SOURCE -> "-->";
          case RELATIONSHIP, FILTER -> "-.->";
        };
    String label = edge.label().map(text -> "|\"" + label(text) + "\"|").orElse("");
    return "n" + edge.from() + " " + arrow + label + " n" + edge.to();
  }

  private static String label(String text) {
    String shown = VisibleText.shortened(text, LABEL);
    return shown.isBlank() ? "#32;" : Escaping.mermaid(shown);
  }

  private static String name(Status status) {
    return switch (status) {
      case KEPT -> "";
      case NEW -> ":::new";
      case CHANGED -> ":::changed";
      case GONE -> ":::gone";
    };
  }

  private static void style(ModelMap map, Status status, StringBuilder text) {
    boolean used = map.nodes().stream().anyMatch(node -> node.status() == status);
    String lines =
        IntStream.range(0, map.edges().size())
            .filter(edge -> map.edges().get(edge).status() == status)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    switch (status) {
      case KEPT -> {}
      case NEW -> {
        add(used, "classDef new fill:#dafbe1,stroke:#1a7f37,color:#0a3d1a", text);
        add(!lines.isEmpty(), "linkStyle " + lines + " stroke:#1a7f37,stroke-width:2px", text);
      }
      case CHANGED -> add(used, "classDef changed fill:#fff8c5,stroke:#9a6700,color:#3b2300", text);
      case GONE -> {
        add(
            used,
            "classDef gone fill:#ffebe9,stroke:#cf222e,color:#67060c,stroke-dasharray:5 4",
            text);
        add(
            !lines.isEmpty(),
            "linkStyle " + lines + " stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 4",
            text);
      }
    }
  }

  private static void add(boolean wanted, String line, StringBuilder text) {
    if (wanted) {
      text.append("  ").append(line).append('\n');
    }
  }
}
