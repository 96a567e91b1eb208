package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;
import java.util.Optional;

/// A table: rows from a source, with columns and what is built on them.
///
/// @param node the element's object
/// @param id unique over all elements of all pages
/// @param source where its rows come from; empty if the file lacks it
/// @param columns its columns, in order of the text
/// @param metrics its metrics
/// @param relationships its relationships to other tables
public record TableElement(
    ObjectNode node,
    TextNode id,
    Optional<Source> source,
    List<Column> columns,
    List<Metric> metrics,
    List<Relationship> relationships)
    implements Element {

  public TableElement {
    columns = List.copyOf(columns);
    metrics = List.copyOf(metrics);
    relationships = List.copyOf(relationships);
  }

  static TableElement of(ObjectNode node, TextNode id) {
    return new TableElement(
        node,
        id,
        node.object("source").map(Source::of),
        node.objects("columns").stream().map(Column::of).flatMap(Optional::stream).toList(),
        node.objects("metrics").stream().map(Metric::of).flatMap(Optional::stream).toList(),
        node.objects("relationships").stream()
            .map(Relationship::of)
            .flatMap(Optional::stream)
            .toList());
  }

  public List<ObjectNode> filters() {
    return node.objects("filters");
  }

  public List<ObjectNode> folders() {
    return node.objects("folders");
  }

  public List<ObjectNode> groupings() {
    return node.objects("groupings");
  }

  public List<ObjectNode> metricFolders() {
    return node.objects("metricFolders");
  }

  public List<ObjectNode> columnSecurities() {
    return node.objects("columnSecurities");
  }

  /// Whether workbooks can choose it as a source; true unless the file says otherwise.
  public boolean visibleAsSource() {
    return !(node.get("visibleAsSource").orElse(null)
            instanceof io.github.sigmadm.tree.Node.BooleanNode flag)
        || flag.value();
  }

  /// The first column with an id; ids of columns are unique within their element only.
  public Optional<Column> column(String columnId) {
    return columns.stream().filter(column -> column.id().value().equals(columnId)).findFirst();
  }
}
