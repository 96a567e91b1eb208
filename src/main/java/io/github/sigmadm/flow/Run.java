package io.github.sigmadm.flow;

import java.util.Optional;

/// What one run of the program is about: what was asked, why it runs, and where the repository is
/// hosted.
///
/// @param hosted empty on a person's own machine, unless it is told
public record Run(Inputs inputs, Event event, Optional<HostedRepository> hosted) {}
