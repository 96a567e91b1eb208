package io.github.sigmadm.check;

import io.github.sigmadm.spec.DataModel;
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
}
