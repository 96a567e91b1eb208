package io.github.sigmadm.flow;

import java.util.Optional;

/// What an event asks for where the user did not say.
final class Modes {

  private Modes() {}

  /// What to do.
  ///
  /// @param asked the mode that the user asked for
  /// @param mapped whether the event's branch has an environment
  static Mode of(Mode asked, Event event, boolean mapped) {
    return asked == Mode.AUTO ? forEvent(event, mapped) : asked;
  }

  private static Mode forEvent(Event event, boolean mapped) {
    return switch (event) {
      case Event.PullRequest pullRequest ->
          pullRequest.action().equals("closed") ? Mode.CLEANUP : Mode.PLAN;
      case Event.MergeGroup ignored -> Mode.PLAN;
      case Event.Push ignored -> mapped ? Mode.DEPLOY : Mode.VALIDATE;
      case Event.Schedule ignored -> Mode.DRIFT;
      case Event.Dispatch ignored -> Mode.DEPLOY;
      case Event.CommandLine ignored -> Mode.PLAN;
      case Event.Other ignored -> Mode.VALIDATE;
    };
  }

  /// The branch whose environment an event is about.
  static Optional<String> branch(Event event) {
    return switch (event) {
      case Event.PullRequest pullRequest -> Optional.of(pullRequest.baseBranch());
      case Event.MergeGroup group -> Optional.of(group.baseBranch());
      case Event.Push push -> Optional.of(push.branch());
      case Event.Schedule schedule -> Optional.of(schedule.branch());
      case Event.Dispatch dispatch -> Optional.of(dispatch.branch());
      case Event.CommandLine line -> Optional.of(line.branch()).filter(name -> !name.isEmpty());
      case Event.Other other -> Optional.of(other.branch()).filter(name -> !name.isEmpty());
    };
  }
}
