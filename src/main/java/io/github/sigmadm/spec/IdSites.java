package io.github.sigmadm.spec;

import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The one table of the places where ids stand in a document and what each points at (section 13 of
/// the representation's description).
///
/// What checks references, what rewrites ids and what translates them between environments all walk
/// it, so a new place is added here and nowhere else. Things of unknown shape are passed through
/// untouched.
public final class IdSites {

  private final Function<IdSite, String> rewrite;

  private IdSites(Function<IdSite, String> rewrite) {
    this.rewrite = rewrite;
  }

  /// All places of a document, in document order.
  public static List<IdSite> in(ObjectNode document) {
    List<IdSite> sites = new ArrayList<>();
    rewrite(
        document,
        site -> {
          sites.add(site);
          return site.node().value();
        });
    return List.copyOf(sites);
  }

  /// The document with the text at each place replaced by what `rewrite` answers for it.
  ///
  /// Sites are described in the ids of the document as it is given, whatever has been rewritten
  /// before.
  public static ObjectNode rewrite(ObjectNode document, Function<IdSite, String> rewrite) {
    IdSites sites = new IdSites(rewrite);
    return each(document, "pages", sites::page);
  }

  private ObjectNode page(ObjectNode page) {
    ObjectNode result =
        text(page, "id", id -> new IdSite.Definition(ScopedId.page(id.value()), id));
    return each(result, "elements", this::element);
  }

  private ObjectNode element(ObjectNode element) {
    Optional<String> id = element.text("id");
    ObjectNode result =
        text(element, "id", node -> new IdSite.Definition(ScopedId.element(node.value()), node));
    if (id.isEmpty()) {
      return result;
    }
    return switch (element.text("kind").orElse("")) {
      case "table" -> table(result, id.get());
      case "control" -> control(result);
      default -> result;
    };
  }

  private ObjectNode table(ObjectNode table, String id) {
    ObjectNode result = object(table, "source", this::source);
    result = each(result, "columns", column -> define(column, id, IdKind.COLUMN));
    result = each(result, "metrics", metric -> metric(metric, id));
    result =
        each(
            result,
            "metricFolders",
            folder -> references(define(folder, id, IdKind.METRIC), "items", id, IdKind.METRIC));
    result = references(result, "metricOrder", id, IdKind.METRIC);
    result = each(result, "relationships", relationship -> relationship(relationship, id));
    result =
        each(
            result,
            "filters",
            filter -> reference(define(filter, id, IdKind.FILTER), "columnId", id, IdKind.COLUMN));
    result =
        each(
            result,
            "folders",
            folder -> references(define(folder, id, IdKind.COLUMN), "items", id, IdKind.COLUMN));
    result = each(result, "groupings", grouping -> grouping(grouping, id));
    result = references(result, "summary", id, IdKind.COLUMN);
    result = references(result, "order", id, IdKind.COLUMN);
    result = each(result, "sort", sort -> reference(sort, "columnId", id, IdKind.COLUMN));
    result =
        each(
            result,
            "columnSecurities",
            security ->
                references(
                    define(security, id, IdKind.COLUMN_SECURITY),
                    "restrictedColumns",
                    id,
                    IdKind.COLUMN));
    return references(result, "uniqueKeys", id, IdKind.COLUMN);
  }

  private ObjectNode metric(ObjectNode metric, String element) {
    return object(
        define(metric, element, IdKind.METRIC),
        "timeline",
        timeline -> reference(timeline, "dateColumnId", element, IdKind.COLUMN));
  }

  private ObjectNode grouping(ObjectNode grouping, String element) {
    ObjectNode result = define(grouping, element, IdKind.GROUPING);
    result = references(result, "groupBy", element, IdKind.COLUMN);
    result = references(result, "calculations", element, IdKind.COLUMN);
    return each(result, "sort", sort -> reference(sort, "columnId", element, IdKind.COLUMN));
  }

  private ObjectNode relationship(ObjectNode relationship, String element) {
    Optional<String> target = relationship.text("targetElementId");
    ObjectNode result =
        text(
            define(relationship, element, IdKind.RELATIONSHIP),
            "targetElementId",
            node -> new IdSite.Reference(ScopedId.element(node.value()), node, true));
    return each(
        result,
        "keys",
        key -> {
          ObjectNode own = reference(key, "sourceColumnId", element, IdKind.COLUMN);
          return target
              .map(other -> reference(own, "targetColumnId", other, IdKind.COLUMN))
              .orElse(own);
        });
  }

  private ObjectNode control(ObjectNode control) {
    ObjectNode result = each(control, "filters", this::columnOfSource);
    result = object(result, "source", this::columnOfSource);
    return each(
        result,
        "parameters",
        parameter -> {
          ObjectNode model = text(parameter, "dataModelId", IdSite.ModelReference::new);
          return parameter
              .text("dataModelId")
              .map(dataModel ->
                  text(model, "controlId", node -> new IdSite.ForeignControl(dataModel, node)))
              .orElse(model);
        });
  }

  /// `source` with `columnId` and `displayColumnId` of it, as control filters and value lists have
  /// them. The columns of a warehouse table are raw names, not ids.
  private ObjectNode columnOfSource(ObjectNode holder) {
    Optional<ObjectNode> source = holder.object("source");
    ObjectNode result = object(holder, "source", this::source);
    if (source.isEmpty()) {
      return result;
    }
    for (String field : List.of("columnId", "displayColumnId")) {
      result = sourceColumn(result, field, source.get(), true);
    }
    return result;
  }

  private ObjectNode source(ObjectNode source) {
    return switch (source.text("kind").orElse("")) {
      case "table" -> elementSource(source);
      case "data-model" -> modelSource(source);
      case "join" -> {
        ObjectNode result = object(source, "primarySource", this::source);
        yield each(
            result,
            "joins",
            join -> object(object(join, "left", this::source), "right", this::source));
      }
      case "union" -> each(source, "sources", this::source);
      case "transpose" -> {
        ObjectNode result = object(source, "source", this::source);
        Optional<ObjectNode> inner = source.object("source");
        if (inner.isPresent()) {
          result = sourceColumn(result, "columnToTranspose", inner.get(), false);
          result = sourceColumn(result, "valueColumn", inner.get(), false);
        }
        yield result;
      }
      default -> source;
    };
  }

  private ObjectNode elementSource(ObjectNode source) {
    Optional<String> element = source.text("elementId");
    ObjectNode result =
        text(
            source,
            "elementId",
            node -> new IdSite.Reference(ScopedId.element(node.value()), node, true));
    return element.map(id -> reference(result, "groupingId", id, IdKind.GROUPING)).orElse(result);
  }

  private ObjectNode modelSource(ObjectNode source) {
    Optional<String> model = source.text("dataModelId");
    Optional<String> element = source.text("elementId");
    ObjectNode result = text(source, "dataModelId", IdSite.ModelReference::new);
    if (model.isEmpty()) {
      return result;
    }
    result =
        text(
            result,
            "elementId",
            node -> new IdSite.ForeignReference(model.get(), ScopedId.element(node.value()), node));
    if (element.isEmpty()) {
      return result;
    }
    return text(
        result,
        "groupingId",
        node ->
            new IdSite.ForeignReference(
                model.get(), ScopedId.within(element.get(), IdKind.GROUPING, node.value()), node));
  }

  private ObjectNode sourceColumn(
      ObjectNode holder, String field, ObjectNode source, boolean certain) {
    Optional<String> element = source.text("elementId");
    if (element.isEmpty()) {
      return holder;
    }
    return switch (source.text("kind").orElse("")) {
      case "table" ->
          text(
              holder,
              field,
              node ->
                  new IdSite.Reference(
                      ScopedId.within(element.get(), IdKind.COLUMN, node.value()), node, certain));
      case "data-model" ->
          source
              .text("dataModelId")
              .map(model ->
                  text(
                      holder,
                      field,
                      node ->
                          new IdSite.ForeignReference(
                              model,
                              ScopedId.within(element.get(), IdKind.COLUMN, node.value()),
                              node)))
              .orElse(holder);
      default -> holder;
    };
  }

  private ObjectNode define(ObjectNode holder, String element, IdKind kind) {
    return text(
        holder,
        "id",
        node -> new IdSite.Definition(ScopedId.within(element, kind, node.value()), node));
  }

  private ObjectNode reference(ObjectNode holder, String field, String element, IdKind kind) {
    return text(
        holder,
        field,
        node -> new IdSite.Reference(ScopedId.within(element, kind, node.value()), node, true));
  }

  private ObjectNode references(ObjectNode holder, String field, String element, IdKind kind) {
    if (!(holder.get(field).orElse(null) instanceof ArrayNode array)) {
      return holder;
    }
    ArrayNode replaced =
        array.map(item ->
            item instanceof TextNode text
                ? replace(
                    new IdSite.Reference(ScopedId.within(element, kind, text.value()), text, true))
                : item);
    return changed(array, replaced) ? holder.with(field, replaced) : holder;
  }

  private ObjectNode text(ObjectNode holder, String field, Function<TextNode, IdSite> describe) {
    return holder
        .textNode(field)
        .map(node -> {
          TextNode replaced = replace(describe.apply(node));
          return same(replaced, node) ? holder : holder.with(field, replaced);
        })
        .orElse(holder);
  }

  private TextNode replace(IdSite site) {
    String replacement = rewrite.apply(site);
    return replacement.equals(site.node().value())
        ? site.node()
        : TextNode.of(replacement, site.node().span());
  }

  private static ObjectNode object(
      ObjectNode holder, String field, UnaryOperator<ObjectNode> change) {
    return holder
        .object(field)
        .map(node -> {
          ObjectNode replaced = change.apply(node);
          return same(replaced, node) ? holder : holder.with(field, replaced);
        })
        .orElse(holder);
  }

  private static ObjectNode each(
      ObjectNode holder, String field, UnaryOperator<ObjectNode> change) {
    if (!(holder.get(field).orElse(null) instanceof ArrayNode array)) {
      return holder;
    }
    ArrayNode replaced =
        array.map(item -> item instanceof ObjectNode object ? change.apply(object) : item);
    return changed(array, replaced) ? holder.with(field, replaced) : holder;
  }

  /// Unchanged parts keep their identity, so that large documents are not copied for nothing.
  @SuppressWarnings(
      "ReferenceEquality") // the question is whether a copy was made, not what is in it
  private static boolean same(Node before, Node after) {
    return before == after;
  }

  private static boolean changed(ArrayNode before, ArrayNode after) {
    List<Node> old = before.items();
    List<Node> replaced = after.items();
    for (int i = 0; i < old.size(); i++) {
      if (!same(old.get(i), replaced.get(i))) {
        return true;
      }
    }
    return false;
  }
}
