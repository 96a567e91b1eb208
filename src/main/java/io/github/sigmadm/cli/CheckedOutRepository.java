package io.github.sigmadm.cli;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Ancestry;
import io.github.sigmadm.flow.Comparison;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.History;
import io.github.sigmadm.flow.Repository;
import io.github.sigmadm.flow.Trouble;
import java.util.Optional;

/// The repository in the current folder, or in the runner's workspace.
///
/// @param history its commits
/// @param ancestry how they descend from each other
/// @param checkedOut the commit that is checked out
/// @param base what a person on the command line compares with; without it every spec counts as
///   changed
record CheckedOutRepository(
    History history, Ancestry ancestry, Commit checkedOut, Optional<Commit> base)
    implements Repository {

  @Override
  public Comparison comparison(Event event) {
    return event instanceof Event.CommandLine
        ? Comparison.local(checkedOut, base, ancestry)
        : Comparison.of(event, checkedOut, ancestry);
  }

  @Override
  public boolean isAncestor(Commit ancestor, Commit descendant) {
    try {
      return ancestry.mergeBase(ancestor, descendant).equals(Optional.of(ancestor));
    } catch (Trouble.CommitMissing e) {
      return false;
    }
  }
}
