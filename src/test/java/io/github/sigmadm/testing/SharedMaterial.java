package io.github.sigmadm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The material that lies beside the project on some machines: example specs and real exports. It
/// is never copied.
public final class SharedMaterial {

  private SharedMaterial() {}

  /// A folder of the material, if it is there.
  public static Optional<Path> folder(String name) {
    Path start = Path.of("").toAbsolutePath();
    for (Path place = start; place != null; place = place.getParent()) {
      Path candidate = place.resolve("shared").resolve(name);
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /// The spec files of a folder of the material, by name; none where the folder is absent.
  public static List<Path> specs(String name) {
    Optional<Path> folder = folder(name);
    if (folder.isEmpty()) {
      return List.of();
    }
    try (var files = Files.list(folder.get())) {
      return files.filter(file -> file.toString().matches(".*\\.(json|ya?ml)")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
