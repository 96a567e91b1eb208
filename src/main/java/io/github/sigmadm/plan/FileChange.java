package io.github.sigmadm.plan;

import io.github.sigmadm.core.FolderId;
import java.util.Optional;

/// What an update of the representation cannot change and the files endpoint can.
///
/// @param name the new name, if it changes
/// @param folder the new folder, if it changes
/// @param description the new description, if it changes; an empty text removes it
public record FileChange(
    Optional<String> name, Optional<FolderId> folder, Optional<String> description) {

  public static final FileChange NONE =
      new FileChange(Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isEmpty() {
    return name.isEmpty() && folder.isEmpty() && description.isEmpty();
  }
}
