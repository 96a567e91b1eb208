package io.github.sigmadm.plan;

import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.spec.DataModel;
import java.util.Optional;

/// A model as it is or as it should be, for comparing.
///
/// What is empty is not said, and then does not differ from anything.
///
/// @param name the model's name
/// @param folder the folder it is in
/// @param description the model's description; an empty text says that it has none
/// @param content the representation; metadata in it is left aside
public record Side(
    Optional<String> name,
    Optional<FolderId> folder,
    Optional<String> description,
    DataModel content) {

  /// A live model.
  public static Side of(LiveModel live) {
    return new Side(
        Optional.of(live.name()),
        Optional.of(live.folder()),
        Optional.of(live.description().orElse("")),
        live.content());
  }

  /// A representation without regard to the file that it is in.
  public static Side of(DataModel content) {
    return new Side(Optional.empty(), Optional.empty(), Optional.empty(), content);
  }
}
