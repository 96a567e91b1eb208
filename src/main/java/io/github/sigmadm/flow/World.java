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
public record World(
    Repository repository,
    SigmaConnector sigma,
    Optional<Conversation> conversation,
    Announcer announcer,
    Artifacts artifacts,
    StateStore states,
    Function<String, Optional<String>> variables,
    Consumer<Duration> pause) {}
