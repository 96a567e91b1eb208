package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the rows of a table come from.
public sealed interface Source {

  ObjectNode node();

  /// The sources directly inside this one.
  default List<Source> parts() {
    return switch (this) {
      case Join join ->
          Stream.concat(
                  join.primarySource().stream(),
                  join.legs().stream()
                      .flatMap(leg -> Stream.concat(leg.left().stream(), leg.right().stream())))
              .toList();
      case Union union -> union.sources();
      case Transpose transpose -> transpose.source().stream().toList();
      case WarehouseTable ignored -> List.of();
      case OfElement ignored -> List.of();
      case OfDataModel ignored -> List.of();
      case Sql ignored -> List.of();
      case Other ignored -> List.of();
    };
  }

  /// A table of the warehouse.
  record WarehouseTable(ObjectNode node) implements Source {
    /// Up to three segments; the last is the table.
    public List<String> path() {
      return texts(node, "path");
    }
  }

  /// Another element of this document.
  record OfElement(ObjectNode node) implements Source {
    public Optional<TextNode> elementId() {
      return node.textNode("elementId");
    }

    public Optional<TextNode> groupingId() {
      return node.textNode("groupingId");
    }
  }

  /// An element of another data model.
  record OfDataModel(ObjectNode node) implements Source {
    public Optional<TextNode> dataModelId() {
      return node.textNode("dataModelId");
    }

    public Optional<TextNode> elementId() {
      return node.textNode("elementId");
    }

    public Optional<TextNode> groupingId() {
      return node.textNode("groupingId");
    }
  }

  /// A query in the warehouse's own language.
  record Sql(ObjectNode node) implements Source {
    public Optional<TextNode> statement() {
      return node.textNode("statement");
    }
  }

  /// A tree of joins.
  record Join(ObjectNode node, Optional<Source> primarySource, List<Leg> legs) implements Source {
    public Join {
      legs = List.copyOf(legs);
    }

    /// The prefix of the primary source's columns, where it is not that source's name.
    public Optional<TextNode> name() {
      return node.textNode("name");
    }
  }

  /// One join of two sides.
  record Leg(ObjectNode node, Optional<Source> left, Optional<Source> right) {
    /// The prefix of the right side's columns, where it is not that source's name.
    public Optional<TextNode> name() {
      return node.textNode("name");
    }

    public List<ObjectNode> columns() {
      return node.objects("columns");
    }
  }

  /// The rows of several sources, one after the other.
  record Union(ObjectNode node, List<Source> sources) implements Source {
    public Union {
      sources = List.copyOf(sources);
    }

    public List<ObjectNode> matches() {
      return node.objects("matches");
    }
  }

  /// Rows turned to columns, or columns to rows.
  record Transpose(ObjectNode node, Optional<Source> source) implements Source {}

  /// A source of a kind whose insides this program does not know: `csv-table`, views, and what may
  /// come.
  record Other(ObjectNode node) implements Source {
    public String kind() {
      return node.text("kind").orElse("");
    }
  }

  /// The source that an object describes.
  static Source of(ObjectNode node) {
    return switch (node.text("kind").orElse("")) {
      case "warehouse-table" -> new WarehouseTable(node);
      case "table" -> new OfElement(node);
      case "data-model" -> new OfDataModel(node);
      case "sql" -> new Sql(node);
      case "join" ->
          new Join(
              node,
              node.object("primarySource").map(Source::of),
              node.objects("joins").stream()
                  .map(leg ->
                      new Leg(
                          leg,
                          leg.object("left").map(Source::of),
                          leg.object("right").map(Source::of)))
                  .toList());
      case "union" -> new Union(node, node.objects("sources").stream().map(Source::of).toList());
      case "transpose" -> new Transpose(node, node.object("source").map(Source::of));
      default -> new Other(node);
    };
  }

  private static List<String> texts(ObjectNode node, String field) {
    return node.items(field).stream()
        .filter(TextNode.class::isInstance)
        .map(Node.TextNode.class::cast)
        .map(TextNode::value)
        .toList();
  }
}
