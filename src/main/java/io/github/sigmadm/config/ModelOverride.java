package io.github.sigmadm.config;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import java.util.Optional;

/// What is different for one file in one environment.
///
/// @param id the live model that the file is
/// @param folder where the model lives
public record ModelOverride(Optional<DataModelId> id, Optional<FolderId> folder) {

  public static final ModelOverride NONE = new ModelOverride(Optional.empty(), Optional.empty());
}
