package io.github.sigmadm.sandbox.document;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Shapes that a value must have, each with the message that Sigma refuses others with. `path` ends
/// with a dot where a field name follows.
final class Expect {

  private Expect() {}

  static void object(JsonNode node, String path) {
    if (!node.isObject()) {
      throw Refusal.invalid(path + ": Invalid object: " + typeOf(node));
    }
  }

  static void array(JsonNode parent, String field, String path) {
    JsonNode node = parent.path(field);
    if (!node.isArray()) {
      throw Refusal.invalid(path + field + ": Invalid array: " + typeOf(node));
    }
  }

  static void string(JsonNode parent, String field, String path) {
    JsonNode node = parent.path(field);
    if (!node.isString()) {
      throw Refusal.invalid(path + field + ": Invalid string: " + typeOf(node));
    }
  }

  /// A text out of these.
  static void known(JsonNode parent, String field, String path, Set<String> values) {
    string(parent, field, path);
    if (!values.contains(Json.string(parent, field))) {
      throw Refusal.invalid(path + field + ": Invalid value: " + Json.string(parent, field));
    }
  }

  /// The `kind` of an object, out of these.
  static String kind(JsonNode object, String path, Set<String> kinds) {
    JsonNode kind = object.path("kind");
    if (!kind.isString()) {
      throw Refusal.invalid(path + ": Missing \"kind\" field");
    }
    if (!kinds.contains(kind.stringValue())) {
      throw Refusal.invalid(path + ": Invalid kind: " + kind.stringValue());
    }
    return kind.stringValue();
  }

  /// A list that may be absent, of objects that have these texts.
  static void objects(JsonNode parent, String field, String path, String... texts) {
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

  /// A list that may be absent, of texts.
  static void strings(JsonNode parent, String field, String path) {
    if (!parent.has(field)) {
      return;
    }
    array(parent, field, path);
    int index = 0;
    for (JsonNode entry : parent.path(field)) {
      if (!entry.isString()) {
        throw Refusal.invalid(path + field + "[" + index + "]: Invalid string: " + typeOf(entry));
      }
      index++;
    }
  }

  /// The type as JavaScript would call it: the messages do.
  static String typeOf(JsonNode node) {
    if (node.isMissingNode()) {
      return "undefined";
    }
    return node.isArray() || node.isNull()
        ? "object"
        : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
