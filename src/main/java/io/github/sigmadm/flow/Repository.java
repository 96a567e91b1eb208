package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;

/// The repository that is checked out where the program runs.
public interface Repository {

  /// Which commits an event asks to compare.
  ///
  /// @throws Trouble.CommitMissing if one that cannot be done without is not here and cannot be
  ///   fetched
  Comparison comparison(Event event);

  /// Its commits.
  History history();

  /// Whether a commit is another one's ancestor; no if that cannot be found out.
  boolean isAncestor(Commit ancestor, Commit descendant);
}
