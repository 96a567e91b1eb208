package io.github.sigmadm.flow;

import io.github.sigmadm.render.Links;
import java.util.Optional;

/// What one run of the program is about: what was asked, why it runs, and where the repository is
/// hosted.
///
/// @param hosted empty on a person's own machine, unless it is told
/// @param action where this program's own repository is; empty where that is not told
public record Run(
    Inputs inputs, Event event, Optional<HostedRepository> hosted, Optional<Links.Action> action) {

  /// Where what is told links to.
  Links links() {
    return new Links(
        hosted.map(service ->
            new Links.Repository(service.server().toString(), service.owner(), service.name())),
        inputs.workingDirectory(),
        hosted.flatMap(HostedRepository::runUrl).map(Object::toString),
        action);
  }
}
