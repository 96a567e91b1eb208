package io.github.sigmadm.flow;

import java.net.URI;
import java.util.Optional;

/// The repository on the service that hosts it.
///
/// @param owner the account it belongs to
/// @param name its name
/// @param server where browsers see it
/// @param api where its API is
/// @param runUrl the page of this run, if it is one
public record HostedRepository(
    String owner, String name, URI server, URI api, Optional<URI> runUrl) {}
