package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is stored of submitted pages, and so comes back from a read: references in Sigma's
/// spelling, names and values that are the default left out, keys in the order of exports.
/// Normalising twice changes nothing more.
public final class Normalisation {

  /// Lists that are left out when they are empty.
  private static final List<String> OPTIONAL_LISTS =
      List.of(
          "metrics",
          "metricFolders",
          "metricOrder",
          "relationships",
          "filters",
          "folders",
          "groupings",
          "summary",
          "order",
          "sort",
          "columnSecurities",
          "uniqueKeys");

  private Normalisation() {}

  /// A new array; the argument stays as it is.
  public static ArrayNode apply(
      ArrayNode submitted, Surroundings surroundings, SandboxOptions options) {
    ArrayNode pages = submitted.deepCopy();
    Mangling.beforeStoring(pages, surroundings, options);
    Spelling.apply(pages, surroundings);
    DocumentView named = new DocumentView(pages, surroundings);
    named.tables().forEach(table -> columnNames(table, named));
    named.tables().forEach(table -> joinNames(table, named));
    List<ObjectNode> nameIsDefault =
        named.tables().stream()
            .filter(
                table -> Json.string(table, "name").equals(named.elementNames().byDefault(table)))
            .toList();
    nameIsDefault.forEach(table -> table.remove("name"));
    for (ObjectNode table : named.tables()) {
      defaults(table);
    }
    Mangling.whenStored(pages, options);
    KeyOrder.apply(pages);
    return pages;
  }

  /// Stored pages as a read gives them. A new array.
  public static ArrayNode read(ArrayNode stored, SandboxOptions options) {
    return options.has(Quirk.DEFAULTS_SPELLED_OUT)
        ? Mangling.spelledOut(stored)
        : stored.deepCopy();
  }

  private static void columnNames(ObjectNode table, DocumentView view) {
    Set<String> taken = new HashSet<>();
    for (ObjectNode column : Json.objects(table, "columns")) {
      String name = view.columnNames(table).getOrDefault(Json.string(column, "id"), "");
      if (ColumnNames.passThroughName(table, column, taken).filter(name::equals).isPresent()
          && !taken.contains(name)) {
        column.remove("name");
      }
      taken.add(name);
    }
  }

  private static void joinNames(ObjectNode table, DocumentView view) {
    if (!(table.path("source") instanceof ObjectNode source)
        || !Json.string(source, "kind").equals("join")) {
      return;
    }
    ElementNames names = view.elementNames();
    if (Json.string(source, "name").equals(names.ofSource(Sources.primary(source)))) {
      source.remove("name");
    }
    for (ObjectNode join : Json.objects(source, "joins")) {
      if (Json.string(join, "name").equals(names.ofSource(join.path("right")))) {
        join.remove("name");
      }
    }
  }

  private static void defaults(ObjectNode table) {
    for (String list : OPTIONAL_LISTS) {
      if (table.path(list).isArray() && table.path(list).isEmpty()) {
        table.remove(list);
      }
    }
    dropIf(table, "visibleAsSource", visible -> visible.booleanValue(false));
    for (ObjectNode column : Json.objects(table, "columns")) {
      dropIf(column, "hidden", hidden -> !hidden.booleanValue(true));
    }
    for (ObjectNode join : Json.objects(table.path("source"), "joins")) {
      dropIf(join, "joinType", type -> type.stringValue("").equals("inner"));
      for (ObjectNode key : Json.objects(join, "columns")) {
        dropIf(key, "op", op -> op.stringValue("").equals("="));
      }
    }
    for (ObjectNode grouping : Json.objects(table, "groupings")) {
      dropIf(grouping, "calculations", JsonNode::isEmpty);
    }
  }

  private static void dropIf(ObjectNode object, String field, Predicate<JsonNode> isDefault) {
    if (object.has(field) && isDefault.test(object.path(field))) {
      object.remove(field);
    }
  }
}
