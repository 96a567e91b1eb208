package io.github.sigmadm.render;

import io.github.sigmadm.core.RepositoryPath;
import java.util.Optional;

/// The texts of the files that findings are about, so that they can be shown with their lines.
@FunctionalInterface
public interface Sources {

  /// No texts: findings are told without their lines.
  Sources NONE = path -> Optional.empty();

  /// The text of a file, without a byte order mark; empty if it is not at hand.
  Optional<String> text(RepositoryPath path);
}
