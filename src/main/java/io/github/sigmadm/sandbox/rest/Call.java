package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A request that has found its route.
///
/// @param values the varying parts of the path, in order
record Call(Request request, List<String> values) {

  Call {
    values = List.copyOf(values);
  }

  String value(int index) {
    return values.get(index);
  }

  /// The body as a JSON object; refused with 400 when it is none.
  ObjectNode object() {
    return Json.parse(request.body())
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast)
        .orElseThrow(() -> Refusal.invalid("The body is not a JSON object"));
  }

  /// A text that the body must have.
  String required(String field) {
    String value = Json.string(object(), field);
    if (value.isEmpty()) {
      throw Refusal.invalid(field + ": Invalid string: undefined");
    }
    return value;
  }
}
