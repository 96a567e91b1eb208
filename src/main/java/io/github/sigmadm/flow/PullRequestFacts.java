package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import java.util.OptionalInt;
import java.util.Set;

/// The pull request that a run belongs to: the open one, or the one that a push merged.
///
/// @param number empty if there is none, or it cannot be found out
/// @param labels the labels that it has now
/// @param labelsUnknown whether it may have labels that could not be read
record PullRequestFacts(OptionalInt number, Set<String> labels, boolean labelsUnknown) {

  private static final PullRequestFacts NONE =
      new PullRequestFacts(OptionalInt.empty(), Set.of(), false);

  PullRequestFacts {
    labels = Set.copyOf(labels);
  }

  static PullRequestFacts of(Event event, Commit head, World world) {
    if (world.conversation().isEmpty()) {
      return NONE;
    }
    Conversation conversation = world.conversation().get();
    OptionalInt number;
    try {
      number = number(event, head, conversation);
    } catch (Trouble trouble) {
      world.announcer().warning("The pull request could not be looked up: " + trouble.getMessage());
      return new PullRequestFacts(OptionalInt.empty(), Set.of(), true);
    }
    if (number.isEmpty()) {
      return NONE;
    }
    try {
      return new PullRequestFacts(number, conversation.labels(number.getAsInt()), false);
    } catch (Trouble trouble) {
      world
          .announcer()
          .warning("The pull request's labels could not be read: " + trouble.getMessage());
      return new PullRequestFacts(number, Set.of(), true);
    }
  }

  private static OptionalInt number(Event event, Commit head, Conversation conversation) {
    return switch (event) {
      case Event.PullRequest open -> OptionalInt.of(open.number());
      case Event.Push push -> conversation.mergedBy(push.after());
      case Event.Dispatch ignored -> conversation.mergedBy(head);
      case Event.MergeGroup group -> group.pullRequest();
      case Event.Schedule ignored -> OptionalInt.empty();
      case Event.CommandLine ignored -> OptionalInt.empty();
      case Event.Other ignored -> OptionalInt.empty();
    };
  }
}
