package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import java.util.List;
import java.util.Optional;

/// How the repository's commits descend from each other.
public interface Ancestry {

  /// A commit's parents, first parent first, however little of the history is there.
  ///
  /// @throws Trouble.CommitMissing if the commit is not there and cannot be fetched
  List<Commit> parents(Commit commit);

  /// The best common ancestor of two commits; empty if they have none.
  ///
  /// @throws Trouble.CommitMissing if it cannot be found out
  Optional<Commit> mergeBase(Commit one, Commit other);
}
