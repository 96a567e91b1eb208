package io.github.sigmadm.flow;

import io.github.sigmadm.config.ApiAddress;
import io.github.sigmadm.config.Environment;
import java.net.URI;
import java.util.Optional;

/// Decides where credentials go.
final class Connections {

  private Connections() {}

  /// The organisation of an environment; empty if there are no credentials for it.
  ///
  /// @throws Trouble.BadConfiguration if there are, but no address that they may be sent to
  static Optional<Organisation> connect(Environment environment, Inputs inputs, World world) {
    Optional<Credentials> credentials =
        Credentials.find(inputs, environment.credentials(), world.variables());
    if (credentials.isEmpty()) {
      return Optional.empty();
    }
    String address =
        Credentials.findBaseUrl(inputs, environment.credentials(), world.variables())
            .or(environment::api)
            .orElseThrow(() ->
                new Trouble.BadConfiguration(
                    "It is not said where Sigma's API is. Set `api` of the environment "
                        + environment.name()
                        + " to its region, such as aws-us-west."));
    ApiAddress api;
    try {
      api = ApiAddress.of(address);
    } catch (IllegalArgumentException e) {
      throw new Trouble.BadConfiguration(
          "The address of Sigma's API cannot be used: "
              + e.getMessage()
              + " Set it to a published region or an https address.");
    }
    if (!api.isAllowed(inputs.allowedHosts())) {
      throw new Trouble.BadConfiguration(
          "Credentials are not sent to "
              + api.host()
              + ": it is not one of Sigma's published hosts. If it is right, add it to the input"
              + " `allowed-hosts` of the workflow; the configuration file cannot.");
    }
    return Optional.of(
        world.sigma().connect(URI.create(api.toString()), credentials.get(), inputs.maxParallel()));
  }
}
