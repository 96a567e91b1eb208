package io.github.sigmadm.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Real files beside the project, which need not be there.
final class Shared {

  private Shared() {}

  /// The spec files of a folder under `shared/`; the test is skipped where there is none.
  static List<Path> specs(String folder) {
    Path found = null;
    for (Path at = Path.of("").toAbsolutePath(); at != null && found == null; at = at.getParent()) {
      Path candidate = at.resolveSibling("shared").resolve(folder);
      found = Files.isDirectory(candidate) ? candidate : null;
    }
    Assumptions.assumeTrue(found != null, "no folder shared/" + folder + " beside the project");
    try (Stream<Path> files = Files.list(found)) {
      return files.filter(file -> file.toString().matches(".*\\.(json|ya?ml)")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
