package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.document.YamlText;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The media types of the spec endpoints: without a wish for JSON the answer is YAML.
final class SpecFormat {

  private final SandboxOptions options;

  SpecFormat(SandboxOptions options) {
    this.options = options;
  }

  Response answer(Request request, JsonNode body) {
    return isJson(request)
        ? Response.json(body)
        : Response.text(200, "application/yaml; charset=utf-8", YamlText.text(body));
  }

  /// The submitted representation, by its content type.
  JsonNode body(Request request) {
    boolean yaml = request.header("Content-Type").filter(type -> type.contains("yaml")).isPresent();
    Optional<JsonNode> body = yaml ? YamlText.parse(request.body()) : Json.parse(request.body());
    return body.orElseThrow(() -> Refusal.invalid("Syntax error in data model spec"));
  }

  private boolean isJson(Request request) {
    Optional<String> format = request.parameter("format");
    if (format.isPresent()) {
      return format.get().equals("json");
    }
    String accepted = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
    int json = accepted.indexOf("application/json");
    int yaml = accepted.indexOf("yaml");
    if (json < 0 && yaml < 0) {
      return options.has(Quirk.JSON_WITHOUT_ACCEPT);
    }
    return json >= 0 && (yaml < 0 || json < yaml);
  }
}
