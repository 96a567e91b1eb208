package io.github.sigmadm.sandbox.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reading JSON values without ceremony: what is absent or of another type is empty.
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /// Empty when the text is not JSON.
  public static Optional<JsonNode> parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  public static String text(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  public static String prettyText(JsonNode node) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  public static ArrayNode array(Iterable<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  /// The text at `field`, else the empty text.
  public static String string(JsonNode object, String field) {
    return object.path(field).stringValue("");
  }

  /// The objects in the array at `field`.
  public static List<ObjectNode> objects(JsonNode object, String field) {
    return objects(object.path(field));
  }

  /// The objects in an array.
  public static List<ObjectNode> objects(JsonNode array) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode entry : array) {
      if (entry instanceof ObjectNode each && array.isArray()) {
        objects.add(each);
      }
    }
    return objects;
  }

  /// The texts in the array at `field`.
  public static List<String> strings(JsonNode object, String field) {
    List<String> strings = new ArrayList<>();
    JsonNode array = object.path(field);
    if (array.isArray()) {
      for (JsonNode entry : array) {
        if (entry.isString()) {
          strings.add(entry.stringValue());
        }
      }
    }
    return strings;
  }

  /// The elements of all pages, in order.
  public static List<ObjectNode> elements(JsonNode pages) {
    return objects(pages).stream().flatMap(page -> objects(page, "elements").stream()).toList();
  }

  public static boolean isTable(JsonNode element) {
    return string(element, "kind").equals("table");
  }
}
