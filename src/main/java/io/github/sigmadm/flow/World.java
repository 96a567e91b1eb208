package io.github.sigmadm.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Everything outside that a run deals with.
///
/// @param conversation the pull requests; empty without a token or without a hosting service
/// @param states where it is kept what was deployed
/// @param variables looks up an environment variable
/// @param pause lets some time pass
/// @param cancellation whether the run is to stop
public record World(
    Repository repository,
    SigmaConnector sigma,
    Optional<Conversation> conversation,
    Announcer announcer,
    Artifacts artifacts,
    StateStore states,
    Function<String, Optional<String>> variables,
    Consumer<Duration> pause,
    Cancellation cancellation) {

  /// A world in which nobody stops the run.
  public World(
      Repository repository,
      SigmaConnector sigma,
      Optional<Conversation> conversation,
      Announcer announcer,
      Artifacts artifacts,
      StateStore states,
      Function<String, Optional<String>> variables,
      Consumer<Duration> pause) {
    this(
        repository,
        sigma,
        conversation,
        announcer,
        artifacts,
        states,
        variables,
        pause,
        Cancellation.NEVER);
  }
}
