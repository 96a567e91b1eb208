package io.github.sigmadm.flow;

import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.config.ConfigurationReader;
import io.github.sigmadm.config.Environment;
import io.github.sigmadm.config.TrustedConfiguration;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The configuration that a run goes by, and the environment that it is about.
///
/// @param configuration what decides where credentials go from the trusted commit, the rest from
///   the head
/// @param before the configuration at the base; for telling what a change of it affects
/// @param environment empty where the branch has none
/// @param credentialsAllowed whether credentials may be used: the trusted commit knows the
///   environment
/// @param diagnostics findings in the head's configuration
/// @param notices what the reader should know: changes that take effect with the merge, why no
///   credentials are used
record Settings(
    Configuration configuration,
    Configuration before,
    Optional<Environment> environment,
    boolean credentialsAllowed,
    List<Diagnostic> diagnostics,
    List<String> notices) {

  Settings {
    diagnostics = List.copyOf(diagnostics);
    notices = List.copyOf(notices);
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isNewError);
  }

  /// Reads the configuration of the head and, where another commit is trusted, of that one.
  ///
  /// @throws Trouble.BadConfiguration if the environment that is asked for does not exist, or the
  ///   branch has several
  static Settings read(History history, Comparison comparison, Inputs inputs, Event event) {
    ConfigurationReader.Result head = at(history, comparison.head(), inputs.config());
    boolean trustsAnother = !comparison.trusted().equals(comparison.head());
    ConfigurationReader.Result trusted =
        trustsAnother ? at(history, comparison.trusted(), inputs.config()) : head;
    TrustedConfiguration joined =
        trustsAnother
            ? TrustedConfiguration.of(trusted.configuration(), head.configuration())
            : new TrustedConfiguration(head.configuration(), List.of());
    Configuration before =
        comparison
            .base()
            .map(base ->
                base.equals(comparison.trusted()) ? trusted : at(history, base, inputs.config()))
            .orElse(head)
            .configuration();
    Optional<Environment> environment = choose(joined.configuration(), inputs, event);
    Optional<Environment> proposed =
        environment.isPresent() ? environment : choose(head.configuration(), inputs, event);
    List<String> notices = new ArrayList<>(joined.waiting());
    if (environment.isEmpty() && proposed.isPresent()) {
      notices.add(
          "The base commit has no environment for this branch, so the plan is made without"
              + " credentials, by the pull request's own configuration.");
    }
    return new Settings(
        environment.isPresent() ? joined.configuration() : head.configuration(),
        before,
        proposed,
        environment.isPresent(),
        head.diagnostics(),
        notices);
  }

  private static Optional<Environment> choose(
      Configuration configuration, Inputs inputs, Event event) {
    if (inputs.environment().isPresent()) {
      EnvironmentName name = inputs.environment().get();
      Optional<Environment> environment = configuration.environment(name);
      if (environment.isEmpty() && !configuration.environments().isEmpty()) {
        List<String> names =
            configuration.environments().stream().map(known -> known.name().value()).toList();
        throw new Trouble.BadConfiguration(
            "There is no environment '"
                + name
                + "' in the configuration. "
                + Nearest.to(name.value(), names)
                    .map(near -> "Did you mean " + near + "?")
                    .orElse("It has " + String.join(", ", names) + "."));
      }
      return environment;
    }
    Optional<String> branch = Modes.branch(event);
    List<Environment> mapped = branch.map(configuration::environmentsFor).orElse(List.of());
    if (mapped.size() > 1) {
      throw new Trouble.BadConfiguration(
          "The branch "
              + branch.orElseThrow()
              + " is mapped to more than one environment: "
              + mapped.stream()
                  .map(environment -> environment.name().value())
                  .collect(Collectors.joining(", "))
              + ". A branch deploys to one; correct `branches` in sigma-dm.yml.");
    }
    return mapped.stream().findFirst();
  }

  private static ConfigurationReader.Result at(
      History history, Commit commit, RepositoryPath file) {
    return history
        .read(commit, file)
        .map(bytes -> ConfigurationReader.read(file, bytes))
        .orElseGet(() -> new ConfigurationReader.Result(ConfigurationReader.DEFAULT, List.of()));
  }
}
