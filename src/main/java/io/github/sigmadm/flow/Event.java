package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import java.util.OptionalInt;

/// Why the program runs.
public sealed interface Event {

  /// A pull request was opened, changed, labelled or closed.
  ///
  /// @param action the event's own word, such as `synchronize`
  /// @param baseBranch the branch it will be merged into
  /// @param base that branch's tip when the event happened
  /// @param head the pull request's own tip
  /// @param fork whether it comes from another repository, so that secrets are not there
  record PullRequest(
      int number, String action, String baseBranch, Commit base, Commit head, boolean fork)
      implements Event {}

  /// A merge queue asks for checks.
  ///
  /// @param pullRequest the pull request that is to be merged, as far as the event tells
  record MergeGroup(String baseBranch, Commit base, Commit head, OptionalInt pullRequest)
      implements Event {}

  /// A branch moved.
  ///
  /// @param before its tip before; all zeros for a new branch
  record Push(String branch, Commit before, Commit after) implements Event {}

  /// The clock.
  record Schedule(String branch) implements Event {}

  /// A person pressed the button.
  record Dispatch(String branch) implements Event {}

  /// The command line on a person's own machine.
  ///
  /// @param branch the branch that is checked out
  record CommandLine(String branch) implements Event {}

  /// An event that this program has no use for; only validation makes sense.
  record Other(String name, String branch) implements Event {}
}
