package io.github.sigmadm.config;

import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `sigma-dm.yml` says, defaults filled in.
///
/// @param specs which files are specs
/// @param exclude which of those are not
/// @param environments the environments, in the order of the file
/// @param models what is different for single files in single environments
/// @param policy what may happen
/// @param state where it is kept what was deployed
/// @param checks what is looked up in Sigma beside the models
public record Configuration(
    List<Glob> specs,
    List<Glob> exclude,
    List<Environment> environments,
    Map<RepositoryPath, Map<EnvironmentName, ModelOverride>> models,
    Policy policy,
    StateMode state,
    Lookups checks) {

  public Configuration {
    specs = List.copyOf(specs);
    exclude = List.copyOf(exclude);
    environments = List.copyOf(environments);
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
  }

  /// Whether a file is a spec.
  public boolean isSpec(RepositoryPath path) {
    return specs.stream().anyMatch(glob -> glob.matches(path.value()))
        && exclude.stream().noneMatch(glob -> glob.matches(path.value()));
  }

  /// The environments that a branch is mapped to; more than one is a mistake in the configuration.
  public List<Environment> environmentsFor(String branch) {
    return environments.stream()
        .filter(
            environment -> environment.branches().stream().anyMatch(glob -> glob.matches(branch)))
        .toList();
  }

  /// The environment of a name.
  public Optional<Environment> environment(EnvironmentName name) {
    return environments.stream().filter(environment -> environment.name().equals(name)).findFirst();
  }

  /// What is different for a file in an environment.
  public ModelOverride override(RepositoryPath path, EnvironmentName environment) {
    return models.getOrDefault(path, Map.of()).getOrDefault(environment, ModelOverride.NONE);
  }
}
