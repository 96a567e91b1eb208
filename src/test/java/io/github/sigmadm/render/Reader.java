package io.github.sigmadm.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// Reads Markdown as GitHub does, as far as blocks, tables and addresses go.
final class Reader {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
          .build();

  private Reader() {}

  static Node read(String markdown) {
    return PARSER.parse(markdown);
  }

  /// All nodes below a node, in order.
  static List<Node> below(Node node) {
    List<Node> nodes = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      nodes.add(child);
      nodes.addAll(below(child));
    }
    return nodes;
  }

  /// All nodes of a kind below a node, in order.
  static <T extends Node> List<T> below(Node node, Class<T> kind) {
    return below(node).stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
