package io.github.sigmadm.flow;

import io.github.sigmadm.core.RepositoryPath;
import java.util.Optional;

/// A file that differs between two commits.
public sealed interface ChangedFile {

  /// Its path now; for a deleted file, the one it had.
  RepositoryPath path();

  record Added(RepositoryPath path) implements ChangedFile {}

  record Modified(RepositoryPath path) implements ChangedFile {}

  /// Moved, with or without a change of its content.
  record Renamed(RepositoryPath from, RepositoryPath path) implements ChangedFile {}

  record Deleted(RepositoryPath path) implements ChangedFile {}

  /// Its path before; empty for an added file.
  default Optional<RepositoryPath> previousPath() {
    return switch (this) {
      case Added ignored -> Optional.empty();
      case Modified modified -> Optional.of(modified.path());
      case Renamed renamed -> Optional.of(renamed.from());
      case Deleted deleted -> Optional.of(deleted.path());
    };
  }
}
