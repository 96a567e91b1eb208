package io.github.sigmadm.plan;

import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.Optional;

/// What is known about how the last deploy left a model: by it, what the file changes is told from
/// what was changed in Sigma since.
public sealed interface Base {

  /// Nothing: the model was never deployed from here, or no state is kept. Then every difference
  /// counts as one that the file makes.
  record Unknown() implements Base {}

  /// The model as the last deploy left it.
  ///
  /// @param side what was read back after it
  /// @param ids the live id that each thing of the file had then. Where additions are kept, what
  ///   `side` has beyond these was made in Sigma and kept by an earlier deploy, and stays kept;
  ///   otherwise, that the file does not have it is a change of the file's
  record Deployed(Side side, IdMap ids) implements Base {

    /// A recorded representation, with the name, folder and description that Sigma writes on top of
    /// each. What is not there of name and folder is not said; without a description, it has none.
    public static Deployed of(DataModel recorded, IdMap ids) {
      ObjectNode top = recorded.node();
      return new Deployed(
          new Side(
              top.text("name"),
              top.text("folderId").map(FolderId::new),
              Optional.of(top.text("description").orElse("")),
              recorded),
          ids);
    }
  }
}
