package io.github.sigmadm.tree;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.testing.GoldenCases;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is said about broken files, and where.
final class FaultsTest {

  @TestFactory
  Stream<DynamicTest> json() {
    return GoldenCases.of("tree/faults-json.txt", text -> said("a.json", text));
  }

  @TestFactory
  Stream<DynamicTest> yaml() {
    return GoldenCases.of("tree/faults-yaml.txt", text -> said("a.yml", text));
  }

  private static String said(String file, String text) {
    Reading reading =
        TreeReader.read(new RepositoryPath(file), text.getBytes(StandardCharsets.UTF_8));
    return GoldenCases.shown(reading.diagnostics());
  }
}
