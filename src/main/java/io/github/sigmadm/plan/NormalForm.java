package io.github.sigmadm.plan;

import io.github.sigmadm.formula.CanonicalFormula;
import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A document without what makes no difference: section 15 of the representation's description.
///
/// Left out are the metadata of exports, defaults that are spelled out, and fields that are `null`
/// or an empty list (reads omit those, so that a file which spells them out would differ for ever).
/// Lists in whose order nobody sees anything are put in one order. Names that are the default ones
/// stay: whether they are depends on the rest of the document, and the comparison asks for it.
final class NormalForm {

  private static final Set<String> METADATA =
      Set.of(
          "dataModelId",
          "name",
          "url",
          "documentVersion",
          "latestDocumentVersion",
          "ownerId",
          "folderId",
          "createdBy",
          "updatedBy",
          "createdAt",
          "updatedAt",
          "description",
          "kind");

  private NormalForm() {}

  static ObjectNode of(ObjectNode document) {
    ObjectNode bare =
        new ObjectNode(
            document.fields().stream().filter(field -> !METADATA.contains(field.name())).toList(),
            document.span());
    return each(withoutNothing(bare), "pages", page -> each(page, "elements", NormalForm::element));
  }

  private static ObjectNode element(ObjectNode element) {
    return switch (element.text("kind").orElse("")) {
      case "table" -> table(element);
      case "control" -> control(element);
      default -> element;
    };
  }

  private static ObjectNode table(ObjectNode table) {
    ObjectNode result = withoutDefault(table, "visibleAsSource", true);
    result = inside(result, "source", NormalForm::source);
    result = each(result, "columns", column -> withoutDefault(column, "hidden", false));
    result = each(result, "metrics", metric -> withoutDefault(metric, "isHighlighted", false));
    result = each(result, "relationships", relationship -> sorted(relationship, "keys"));
    result = each(result, "filters", NormalForm::filter);
    result = each(result, "sort", NormalForm::sort);
    result = each(result, "groupings", grouping -> each(grouping, "sort", NormalForm::sort));
    result = each(result, "columnSecurities", NormalForm::security);
    return sorted(result, "uniqueKeys");
  }

  private static ObjectNode filter(ObjectNode filter) {
    ObjectNode result = withoutDefault(filter, "state", "enabled");
    return filter.text("kind").equals(Optional.of("list")) ? list(result) : result;
  }

  /// A choice of values, as filters and controls have it.
  private static ObjectNode list(ObjectNode list) {
    return sorted(withoutDefault(list, "mode", "include"), "values");
  }

  private static ObjectNode sort(ObjectNode sort) {
    return withoutDefault(sort, "nulls", "connection-default");
  }

  private static ObjectNode security(ObjectNode security) {
    return inside(
        sorted(security, "restrictedColumns"),
        "criteria",
        criteria -> sorted(criteria, "assignments"));
  }

  private static ObjectNode control(ObjectNode control) {
    ObjectNode result = sorted(sorted(control, "filters"), "parameters");
    return control.text("controlType").equals(Optional.of("list"))
        ? list(withoutDefault(result, "selectionMode", "multiple"))
        : result;
  }

  private static ObjectNode source(ObjectNode source) {
    return each(
        source,
        "joins",
        join -> {
          ObjectNode conditions =
              each(
                  withoutDefault(join, "joinType", "inner"),
                  "columns",
                  column -> withoutDefault(column, "op", "="));
          return sorted(conditions, "columns", NormalForm::condition);
        });
  }

  /// The condition of a join, in one spelling.
  private static String condition(Node condition) {
    return condition instanceof ObjectNode object
        ? object.text("left").map(CanonicalFormula::of)
            + object.text("op").toString()
            + object.text("right").map(CanonicalFormula::of)
        : CanonicalJson.text(condition);
  }

  private static ObjectNode withoutNothing(ObjectNode object) {
    List<Field> fields = new ArrayList<>(object.fields().size());
    for (Field field : object.fields()) {
      if (!isNothing(field.value())) {
        fields.add(new Field(field.name(), field.nameSpan(), withoutNothing(field.value())));
      }
    }
    return new ObjectNode(fields, object.span());
  }

  private static boolean isNothing(Node value) {
    return value instanceof ArrayNode array ? array.items().isEmpty() : value instanceof NullNode;
  }

  private static Node withoutNothing(Node node) {
    return switch (node) {
      case ObjectNode object -> withoutNothing(object);
      case ArrayNode array -> array.map(NormalForm::withoutNothing);
      case TextNode text -> text;
      case Node.NumberNode number -> number;
      case BooleanNode bool -> bool;
      case NullNode nothing -> nothing;
    };
  }

  private static ObjectNode withoutDefault(ObjectNode object, String field, boolean value) {
    return object.get(field).orElse(null) instanceof BooleanNode flag && flag.value() == value
        ? object.without(field)
        : object;
  }

  private static ObjectNode withoutDefault(ObjectNode object, String field, String value) {
    return object.text(field).equals(Optional.of(value)) ? object.without(field) : object;
  }

  private static ObjectNode sorted(ObjectNode object, String field) {
    return sorted(object, field, CanonicalJson::text);
  }

  private static ObjectNode sorted(ObjectNode object, String field, Function<Node, String> key) {
    if (!(object.get(field).orElse(null) instanceof ArrayNode array)) {
      return object;
    }
    List<Node> items = new ArrayList<>(array.items());
    items.sort(Comparator.comparing(key));
    return object.with(field, new ArrayNode(items, array.span()));
  }

  private static ObjectNode inside(
      ObjectNode object, String field, UnaryOperator<ObjectNode> change) {
    return object
        .object(field)
        .map(inner -> object.with(field, change.apply(inner)))
        .orElse(object);
  }

  private static ObjectNode each(
      ObjectNode object, String field, UnaryOperator<ObjectNode> change) {
    return object.get(field).orElse(null) instanceof ArrayNode array
        ? object.with(
            field, array.map(item -> item instanceof ObjectNode inner ? change.apply(inner) : item))
        : object;
  }
}
