package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// The repository's examples work when they are deployed.
final class ExamplesTest {

  private static final String MODEL = "${model:";

  @TestFactory
  Stream<DynamicTest> everyExampleDeploysWithoutAnError() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("examples"))) {
      return folders.filter(Files::isDirectory).sorted().toList().stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> deploy(folder)));
    }
  }

  private static void deploy(Path folder) throws IOException {
    SandboxOptions options = SandboxOptions.defaults().withIds(IdMode.KEEP);
    try (Sandbox sandbox = Sandbox.start(options)) {
      Client client = Client.of(sandbox);
      Map<String, String> ids = new HashMap<>();
      for (Path file : specs(folder)) {
        String text = Files.readString(file).replace("${CONNECTION_ID}", Sandbox.CONNECTION);
        for (Map.Entry<String, String> model : ids.entrySet()) {
          text = text.replace(MODEL + model.getKey() + "}", model.getValue());
        }
        String id = create(client, file, text);
        ids.put(folder.relativize(file).toString().replace('\\', '/'), id);
        List<JsonNode> columns = client.pages("/v2/dataModels/" + id + "/columns");
        assertThat(columns)
            .isNotEmpty()
            .extracting(column -> Json.string(column.path("type"), "type"))
            .doesNotContain("error");
      }
      assertThat(ids).isNotEmpty();
    }
  }

  private static String create(Client client, Path file, String text) {
    boolean json = file.toString().endsWith(".json");
    String folder = "\"folderId\": \"" + Sandbox.DEVELOPMENT_FOLDER + "\",";
    String placed =
        json
            ? text.replaceAll("\"folderId\"[^,]*,", "").replaceFirst("\\{", "{ " + folder)
            : "folderId: " + Sandbox.DEVELOPMENT_FOLDER + "\n" + text;
    JsonNode created =
        client
            .call(
                "POST",
                "/v2/dataModels/spec",
                placed,
                "Content-Type",
                json ? "application/json" : "application/yaml",
                "Accept",
                "application/json")
            .expect(200)
            .json();
    return Json.string(created, "dataModelId");
  }

  /// Those that build on others last.
  private static List<Path> specs(Path folder) throws IOException {
    List<Path> specs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
          .filter(file -> contains(file, "schemaVersion"))
          .sorted()
          .forEach(specs::add);
    }
    specs.sort(Comparator.comparing(file -> contains(file, MODEL)));
    return specs;
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
