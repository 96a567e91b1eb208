package io.github.sigmadm.sandbox;

import io.github.sigmadm.sandbox.document.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Representations to try the sandbox with.
final class Specs {

  private Specs() {}

  static ObjectNode parse(String json) {
    return (ObjectNode)
        Json.parse(json).orElseThrow(() -> new IllegalArgumentException("no JSON: " + json));
  }

  /// A model with these elements on one page, in the development folder.
  static ObjectNode model(String name, String... elements) {
    ObjectNode spec = parse("{\"schemaVersion\": 1}");
    spec.put("name", name);
    spec.put("folderId", Sandbox.DEVELOPMENT_FOLDER);
    ObjectNode page = spec.putArray("pages").addObject().put("id", "page").put("name", "Page 1");
    ArrayNode list = page.putArray("elements");
    for (String element : elements) {
      list.add(parse(element));
    }
    return spec;
  }

  /// A table on the warehouse table ORDERS with these columns.
  static String orders(String id, String... columns) {
    return table(
        id,
        "{\"kind\": \"warehouse-table\", \"connectionId\": \""
            + Sandbox.CONNECTION
            + "\", \"path\": [\"SHOP\", \"SALES\", \"ORDERS\"]}",
        columns);
  }

  static String table(String id, String source, String... columns) {
    return "{\"id\": \""
        + id
        + "\", \"kind\": \"table\", \"source\": "
        + source
        + ", \"columns\": ["
        + String.join(", ", columns)
        + "]}";
  }

  static String column(String id, String formula) {
    return Json.text(Json.object().put("id", id).put("formula", formula));
  }

  static String column(String id, String formula, String name) {
    return Json.text(Json.object().put("id", id).put("formula", formula).put("name", name));
  }

  static ObjectNode element(ObjectNode spec, int index) {
    return Json.elements(spec.path("pages")).get(index);
  }

  /// The files of `shared/<folder>` beside the project, none when there is no such folder.
  static Stream<Path> shared(String folder) {
    Path at = Path.of("").toAbsolutePath();
    Optional<Path> found = Optional.empty();
    while (found.isEmpty() && at.getParent() != null) {
      at = at.getParent();
      found = Optional.of(at.resolve("shared").resolve(folder)).filter(Files::isDirectory);
    }
    Assumptions.assumeTrue(found.isPresent(), "no folder shared/" + folder + " to read from");
    try (Stream<Path> files = Files.list(found.orElseThrow())) {
      return List.copyOf(files.filter(file -> file.toString().endsWith(".json")).sorted().toList())
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
