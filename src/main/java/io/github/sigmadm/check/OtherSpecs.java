package io.github.sigmadm.check;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import java.util.Map;
import java.util.Optional;

/// The other specs of the repository, found the way that specs refer to each other.
@FunctionalInterface
public interface OtherSpecs {

  /// Nothing is known about other specs.
  OtherSpecs NONE = reference -> Optional.empty();

  /// The model that a `dataModelId` means; empty for models outside of the repository.
  ///
  /// @param reference the value as written: an exported id, or `${model:path}`
  Optional<DataModel> find(String reference);

  /// The spec file that a `dataModelId` means, whether or not it can be read; empty for models
  /// outside of the repository, and for a link to a path where no spec is.
  ///
  /// @param reference the value as written: an exported id, or `${model:path}`
  default Optional<RepositoryPath> path(String reference) {
    return Optional.empty();
  }

  /// All specs of the commit that can be read, by path, with the one that is checked; empty where
  /// they are not known.
  default Map<RepositoryPath, RepositorySpec> files() {
    return Map.of();
  }
}
