package io.github.sigmadm.sandbox.document;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The first look at a submitted representation. It stops at the first thing that fits no variant,
/// in the words that were observed.
public final class ShapeCheck {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Set<String> COMPOSABLE = Set.of("warehouse-table", "table", "data-model");
  private static final Set<String> SOURCES =
      Set.of(
          "warehouse-table",
          "table",
          "data-model",
          "sql",
          "join",
          "union",
          "transpose",
          "csv-table");
  private static final Set<String> FILTERS =
      Set.of("list", "text-match", "number-range", "date-range", "top-n", "hierarchy");
  private static final Set<String> CONTROLS =
      Set.of(
          "checkbox",
          "switch",
          "text",
          "text-area",
          "number",
          "number-range",
          "date",
          "date-range",
          "top-n",
          "list",
          "segmented",
          "hierarchy",
          "slider",
          "range-slider");
  private static final Map<String, Set<String>> TEXTS_OF_SOURCE =
      Map.of(
          "warehouse-table", Set.of("connectionId"),
          "table", Set.of("elementId"),
          "data-model", Set.of("dataModelId", "elementId"),
          "sql", Set.of("connectionId", "statement"));

  private ShapeCheck() {}

  /// A create: everything an update needs, a name and a folder id.
  public static void create(JsonNode body) {
    document(body);
    JsonNode folder = body.path("folderId");
    if (!folder.isString() || !UUID.matcher(folder.stringValue()).matches()) {
      throw Refusal.invalid(
          "Expecting UUID at 0.folderId but instead got: "
              + (folder.isString() ? folder.stringValue() : typeOf(folder)));
    }
    string(body, "name", "");
  }

  /// An update: the number 1 as schema version, and pages.
  public static void update(JsonNode body) {
    document(body);
    JsonNode version = body.path("documentVersion");
    if (!version.isMissingNode() && !version.isIntegralNumber()) {
      throw Refusal.invalid("documentVersion: Invalid number: " + typeOf(version));
    }
  }

  private static void document(JsonNode body) {
    if (!body.isObject() || body.has("document") || body.has("layout")) {
      throw Refusal.invalid("Syntax error in data model spec");
    }
    JsonNode version = body.path("schemaVersion");
    if (!version.isNumber() || version.doubleValue() != 1) {
      throw Refusal.invalid("schemaVersion: Invalid 1: " + typeOf(version));
    }
    array(body, "pages", "");
    int index = 0;
    for (JsonNode page : body.path("pages")) {
      String path = "pages[" + index++ + "]";
      object(page, path);
      string(page, "id", path + ".");
      string(page, "name", path + ".");
      array(page, "elements", path + ".");
      int number = 0;
      for (JsonNode element : page.path("elements")) {
        element(element, path + ".elements[" + number++ + "]");
      }
    }
  }

  private static void element(JsonNode element, String path) {
    object(element, path);
    String kind = kind(element, path);
    string(element, "id", path + ".");
    switch (kind) {
      case "table" -> table(element, path + ".");
      case "control" -> control(element, path + ".");
      default -> throw Refusal.invalid(path + ": Invalid kind: " + kind);
    }
  }

  private static void table(JsonNode table, String path) {
    source(table.path("source"), path + "source", false);
    array(table, "columns", path);
    each(table, "columns", path, "id", "formula");
    each(table, "metrics", path, "id", "formula");
    each(table, "relationships", path, "id", "targetElementId");
    each(table, "filters", path, "id", "columnId");
    each(table, "folders", path, "id", "name");
    each(table, "groupings", path, "id");
    each(table, "columnSecurities", path, "id");
    each(table, "sort", path, "columnId", "direction");
    int index = 0;
    for (JsonNode relationship : table.path("relationships")) {
      String place = path + "relationships[" + index++ + "].";
      array(relationship, "keys", place);
      each(relationship, "keys", place, "sourceColumnId", "targetColumnId");
    }
    index = 0;
    for (JsonNode filter : table.path("filters")) {
      known(filter, "kind", path + "filters[" + index++ + "]", FILTERS);
    }
  }

  private static void control(JsonNode control, String path) {
    string(control, "controlId", path);
    known(control, "controlType", path.substring(0, path.length() - 1), CONTROLS);
    each(control, "filters", path, "columnId");
    each(control, "parameters", path, "dataModelId", "controlId");
  }

  private static void source(JsonNode source, String path, boolean composable) {
    object(source, path);
    String kind = kind(source, path);
    if (!(composable ? COMPOSABLE : SOURCES).contains(kind)) {
      throw Refusal.invalid(path + ": Invalid kind: " + kind);
    }
    for (String field : TEXTS_OF_SOURCE.getOrDefault(kind, Set.of()).stream().sorted().toList()) {
      string(source, field, path + ".");
    }
    switch (kind) {
      case "warehouse-table" -> array(source, "path", path + ".");
      case "join" -> join(source, path + ".");
      case "union" -> {
        array(source, "sources", path + ".");
        sources(source.path("sources"), path + ".sources");
        array(source, "matches", path + ".");
        each(source, "matches", path + ".", "outputColumnName");
      }
      case "transpose" -> source(source.path("source"), path + ".source", true);
      default -> {}
    }
  }

  private static void join(JsonNode source, String path) {
    array(source, "joins", path);
    int index = 0;
    for (JsonNode join : source.path("joins")) {
      String place = path + "joins[" + index++ + "]";
      object(join, place);
      source(join.path("left"), place + ".left", true);
      source(join.path("right"), place + ".right", true);
      array(join, "columns", place + ".");
      each(join, "columns", place + ".", "left", "right");
    }
    if (source.has("primarySource")) {
      source(source.path("primarySource"), path + "primarySource", true);
    }
  }

  private static void sources(JsonNode sources, String path) {
    int index = 0;
    for (JsonNode part : sources) {
      source(part, path + "[" + index++ + "]", true);
    }
  }

  /// A list that may be absent, of objects that have these texts.
  private static void each(JsonNode parent, String field, String path, String... texts) {
    if (!parent.has(field)) {
      return;
    }
    array(parent, field, path);
    int index = 0;
    for (JsonNode entry : parent.path(field)) {
      String place = path + field + "[" + index++ + "]";
      object(entry, place);
      for (String text : texts) {
        string(entry, text, place + ".");
      }
    }
  }

  private static String kind(JsonNode object, String path) {
    JsonNode kind = object.path("kind");
    if (!kind.isString()) {
      throw Refusal.invalid(path + ": Missing \"kind\" field");
    }
    return kind.stringValue();
  }

  private static void known(JsonNode object, String field, String path, Set<String> values) {
    string(object, field, path + ".");
    if (!values.contains(Json.string(object, field))) {
      throw Refusal.invalid(path + ": Invalid " + field + ": " + Json.string(object, field));
    }
  }

  private static void object(JsonNode node, String path) {
    if (!node.isObject()) {
      throw Refusal.invalid(path + ": Invalid object: " + typeOf(node));
    }
  }

  private static void array(JsonNode parent, String field, String path) {
    JsonNode node = parent.path(field);
    if (!node.isArray()) {
      throw Refusal.invalid(path + field + ": Invalid array: " + typeOf(node));
    }
  }

  private static void string(JsonNode parent, String field, String path) {
    JsonNode node = parent.path(field);
    if (!node.isString()) {
      throw Refusal.invalid(path + field + ": Invalid string: " + typeOf(node));
    }
  }

  /// As JavaScript would call it: the messages do.
  private static String typeOf(JsonNode node) {
    if (node.isMissingNode()) {
      return "undefined";
    }
    return node.isArray() || node.isNull()
        ? "object"
        : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
