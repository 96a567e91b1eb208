package io.github.sigmadm.flow;

import io.github.sigmadm.core.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What Sigma knows us by.
public record Credentials(Secret clientId, Secret clientSecret) {

  /// The first credentials found: the inputs; `SIGMA_<PREFIX>_…` where the environment sets a
  /// prefix; `SIGMA_…`.
  ///
  /// Empty variables count as absent: that is how the runner passes secrets to a pull request from
  /// a fork.
  ///
  /// @param prefix the environment's `credentials`
  /// @param variables looks up an environment variable
  /// @throws Trouble.BadConfiguration if one half of a pair is there without the other
  public static Optional<Credentials> find(
      Inputs inputs, Optional<String> prefix, Function<String, Optional<String>> variables) {
    return pair(
            inputs.clientId(),
            inputs.clientSecret(),
            "the input client-id",
            "the input client-secret")
        .or(() -> prefix.flatMap(name -> fromVariables("SIGMA_" + name + "_", variables)))
        .or(() -> fromVariables("SIGMA_", variables));
  }

  /// `SIGMA_BASE_URL`, found in the same order.
  public static Optional<String> findBaseUrl(
      Inputs inputs, Optional<String> prefix, Function<String, Optional<String>> variables) {
    return inputs
        .baseUrl()
        .or(() -> prefix.flatMap(name -> value("SIGMA_" + name + "_BASE_URL", variables)))
        .or(() -> value("SIGMA_BASE_URL", variables));
  }

  private static Optional<Credentials> fromVariables(
      String prefix, Function<String, Optional<String>> variables) {
    String id = prefix + "CLIENT_ID";
    List<String> secrets = List.of(prefix + "CLIENT_SECRET", prefix + "SECRET");
    return pair(
        value(id, variables).map(Secret::new),
        secrets.stream()
            .map(name -> value(name, variables))
            .flatMap(Optional::stream)
            .findFirst()
            .map(Secret::new),
        "the variable " + id,
        "the variable " + secrets.getFirst());
  }

  private static Optional<Credentials> pair(
      Optional<Secret> id, Optional<Secret> secret, String idPlace, String secretPlace) {
    if (id.isPresent() != secret.isPresent()) {
      String present = id.isPresent() ? idPlace : secretPlace;
      String missing = id.isPresent() ? secretPlace : idPlace;
      throw new Trouble.BadConfiguration(
          "Sigma needs a client id and a client secret: "
              + present
              + " is set, but "
              + missing
              + " is not. Set both, or neither to work without Sigma.");
    }
    return id.map(clientId -> new Credentials(clientId, secret.orElseThrow()));
  }

  private static Optional<String> value(String name, Function<String, Optional<String>> variables) {
    return variables.apply(name).filter(value -> !value.isBlank());
  }
}
