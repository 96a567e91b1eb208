package io.github.sigmadm.flow;

import io.github.sigmadm.config.Environment;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.resolve.ResolvedSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run that only validates has to say about each spec. Where there are credentials that may
/// be used, what the specs newly use of the warehouse is looked up.
final class Validation {

  private Validation() {}

  static List<ModelPlan> of(Settings settings, Specs specs, Inputs inputs, World world) {
    List<ModelPlan> models = new ArrayList<>(specs.faulty());
    models.addAll(specs.sound());
    Map<RepositoryPath, ResolvedSpec> ready = new LinkedHashMap<>();
    specs.ready().forEach(spec -> ready.put(spec.path(), spec.spec()));
    if (ready.isEmpty()
        || !settings.credentialsAllowed()
        || !settings.configuration().checks().warehouse()) {
      return models;
    }
    return settings
        .environment()
        .flatMap(environment -> connect(environment, inputs, world))
        .map(organisation -> new Catalogue(organisation.warehouse(), inputs.maxParallel()))
        .map(catalogue ->
            new WarehouseCheck(catalogue, specs.resolvedBefore()).judged(models, ready))
        .orElse(models);
  }

  /// Validation needs no service, so an address that is missing or wrong is no reason to fail.
  private static Optional<Organisation> connect(
      Environment environment, Inputs inputs, World world) {
    try {
      return Connections.connect(environment, inputs, world);
    } catch (Trouble.BadConfiguration e) {
      world
          .announcer()
          .warning(
              "The specs were not checked against the warehouse. "
                  + Optional.ofNullable(e.getMessage()).orElse(""));
      return Optional.empty();
    }
  }
}
