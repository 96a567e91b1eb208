package io.github.sigmadm.testing;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Reading;
import io.github.sigmadm.tree.TreeReader;
import java.nio.charset.StandardCharsets;

/// Small specs for tests, written as JSON with single quotes for double ones.
public final class Specs {

  private Specs() {}

  /// The document that a text describes; `'` stands for `"`.
  public static ObjectNode document(String text) {
    return parse(text.replace('\'', '"'));
  }

  /// The document of a JSON text.
  public static ObjectNode parse(String json) {
    Reading reading =
        TreeReader.readJson(new RepositoryPath("test.json"), json.getBytes(StandardCharsets.UTF_8));
    return (ObjectNode)
        reading
            .sound()
            .orElseThrow(() -> new IllegalArgumentException(reading.diagnostics() + " in " + json));
  }

  /// The model that a text describes; `'` stands for `"`.
  public static DataModel model(String text) {
    return DataModel.of(document(text));
  }
}
