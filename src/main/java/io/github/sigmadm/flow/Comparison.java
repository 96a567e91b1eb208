package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import java.util.List;
import java.util.Optional;

/// Which two commits a run compares.
///
/// @param head the commit whose files are looked at
/// @param base the commit that they are compared with; empty where every spec counts as changed
/// @param trusted the commit that says where credentials go and what may happen: for a pull request
///   never one of its own
/// @param notice what the user should know about the choice
public record Comparison(
    Commit head, Optional<Commit> base, Commit trusted, Optional<String> notice) {

  /// What an event asks to compare.
  ///
  /// For a pull request whose merge is checked out (what actions/checkout does), that is the merge
  /// with its first parent: exactly what merging will do, at the cost of one commit. With anything
  /// else checked out it is the pull request's own tip with its merge base.
  ///
  /// @param checkedOut the commit that is checked out
  /// @throws Trouble.CommitMissing if a commit that cannot be done without is not there and cannot
  ///   be fetched
  public static Comparison of(Event event, Commit checkedOut, Ancestry ancestry) {
    return switch (event) {
      case Event.PullRequest request -> ofPullRequest(request, checkedOut, ancestry);
      case Event.MergeGroup group ->
          new Comparison(group.head(), Optional.of(group.base()), group.base(), Optional.empty());
      case Event.Push push -> ofPush(push, ancestry);
      case Event.Schedule ignored -> everything(checkedOut, Optional.empty());
      case Event.Dispatch ignored -> everything(checkedOut, Optional.empty());
      case Event.CommandLine ignored -> everything(checkedOut, Optional.empty());
      case Event.Other ignored -> everything(checkedOut, Optional.empty());
    };
  }

  /// What a person on their own machine asks to compare: what they have with where they left the
  /// branch that they will merge into.
  ///
  /// @param other the tip of that branch, or any other commit; without it every spec counts as
  ///   changed
  public static Comparison local(Commit checkedOut, Optional<Commit> other, Ancestry ancestry) {
    return other
        .map(tip ->
            new Comparison(
                checkedOut,
                Optional.of(ancestry.mergeBase(tip, checkedOut).orElse(tip)),
                checkedOut,
                Optional.empty()))
        .orElseGet(() -> everything(checkedOut, Optional.empty()));
  }

  private static Comparison ofPullRequest(
      Event.PullRequest request, Commit checkedOut, Ancestry ancestry) {
    if (!checkedOut.equals(request.head())) {
      List<Commit> parents = ancestry.parents(checkedOut);
      if (parents.size() == 2 && parents.getLast().equals(request.head())) {
        Commit base = parents.getFirst();
        return new Comparison(checkedOut, Optional.of(base), base, Optional.empty());
      }
    }
    Optional<Commit> base = ancestry.mergeBase(request.base(), request.head());
    return new Comparison(
        request.head(),
        Optional.of(base.orElse(request.base())),
        request.base(),
        base.isPresent()
            ? Optional.empty()
            : Optional.of(
                "The pull request and its base branch have no commit in common, so it is compared with the tip of the branch."));
  }

  private static Comparison ofPush(Event.Push push, Ancestry ancestry) {
    if (push.before().isNone()) {
      return everything(push.after(), Optional.empty());
    }
    try {
      ancestry.parents(push.before());
      return new Comparison(
          push.after(), Optional.of(push.before()), push.after(), Optional.empty());
    } catch (Trouble.CommitMissing e) {
      return everything(
          push.after(),
          Optional.of(
              "The commit that the branch was at before this push (%s) is not there any more, perhaps after a force push, so every spec counts as changed."
                  .formatted(push.before().abbreviated())));
    }
  }

  private static Comparison everything(Commit head, Optional<String> notice) {
    return new Comparison(head, Optional.empty(), head, notice);
  }
}
