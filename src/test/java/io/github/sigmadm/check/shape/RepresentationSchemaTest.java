package io.github.sigmadm.check.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `docs/sigma-data-model.schema.json` is made from the tables that the rules go by.
/// `-Dgolden.write=true` writes it anew.
final class RepresentationSchemaTest {

  private static final Path SCHEMA = Path.of("docs/sigma-data-model.schema.json");

  @Test
  void theSchemaSaysWhatTheTablesSay() throws IOException {
    String text = RepresentationSchema.text(descriptions());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(SCHEMA, text);
    }
    assertThat(Files.readString(SCHEMA)).isEqualTo(text);
  }

  private static Map<String, String> descriptions() throws IOException {
    Map<String, String> descriptions = new LinkedHashMap<>();
    for (String line :
        Files.readAllLines(Path.of("src/test/resources/check-schema/descriptions.txt"))) {
      int colon = line.indexOf(": ");
      descriptions.put(line.substring(0, colon), line.substring(colon + 2));
    }
    return descriptions;
  }
}
