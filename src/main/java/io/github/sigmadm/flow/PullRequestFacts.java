package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import java.util.OptionalInt;
import java.util.Set;

/// The pull request that a run belongs to: the open one, or the one that a push merged.
///
/// @param number empty if there is none, or it cannot be found out
/// @param labels the labels that it has now
record PullRequestFacts(OptionalInt number, Set<String> labels) {

  private static final PullRequestFacts NONE = new PullRequestFacts(OptionalInt.empty(), Set.of());

  PullRequestFacts {
    labels = Set.copyOf(labels);
  }

  static PullRequestFacts of(Event event, Commit head, World world) {
    if (world.conversation().isEmpty()) {
      return NONE;
    }
    Conversation conversation = world.conversation().get();
    try {
      OptionalInt number =
          switch (event) {
            case Event.PullRequest open -> OptionalInt.of(open.number());
            case Event.Push push -> conversation.mergedBy(push.after());
            case Event.Dispatch ignored -> conversation.mergedBy(head);
            case Event.MergeGroup group -> group.pullRequest();
            case Event.Schedule ignored -> OptionalInt.empty();
            case Event.CommandLine ignored -> OptionalInt.empty();
            case Event.Other ignored -> OptionalInt.empty();
          };
      return number.isPresent()
          ? new PullRequestFacts(number, conversation.labels(number.getAsInt()))
          : NONE;
    } catch (Trouble trouble) {
      world.announcer().warning("The pull request could not be looked up: " + trouble.getMessage());
      return event instanceof Event.PullRequest open
          ? new PullRequestFacts(OptionalInt.of(open.number()), Set.of())
          : NONE;
    }
  }
}
