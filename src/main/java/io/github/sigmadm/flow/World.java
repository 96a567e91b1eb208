package io.github.sigmadm.flow;

import java.util.Optional;
import java.util.function.Function;

/// Everything outside that a run deals with.
///
/// @param conversation the pull requests; empty without a token or without a hosting service
/// @param variables looks up an environment variable
public record World(
    Repository repository,
    SigmaConnector sigma,
    Optional<Conversation> conversation,
    Announcer announcer,
    Artifacts artifacts,
    Function<String, Optional<String>> variables) {}
