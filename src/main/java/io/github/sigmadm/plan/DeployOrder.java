package io.github.sigmadm.plan;

import io.github.sigmadm.core.RepositoryPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// In which order models are deployed: each after those it refers to.
///
/// @param layers models that do not depend on each other stand in one layer, by path; a layer only
///   depends on the ones before it
/// @param inCycles models that refer to themselves through others, and those that depend on such;
///   nothing can come first
public record DeployOrder(List<List<RepositoryPath>> layers, Set<RepositoryPath> inCycles) {

  public DeployOrder {
    layers = layers.stream().map(List::copyOf).toList();
    inCycles = java.util.Collections.unmodifiableSet(new TreeSet<>(inCycles));
  }

  /// The order of some models.
  ///
  /// @param dependsOn what each refers to; references to models that are no keys here do not count
  public static DeployOrder of(
      Map<RepositoryPath, ? extends Collection<RepositoryPath>> dependsOn) {
    Map<RepositoryPath, Set<RepositoryPath>> open = new TreeMap<>();
    dependsOn.forEach((path, targets) -> {
      Set<RepositoryPath> known = new TreeSet<>(targets);
      known.retainAll(dependsOn.keySet());
      open.put(path, known);
    });
    List<List<RepositoryPath>> layers = new ArrayList<>();
    while (!open.isEmpty()) {
      List<RepositoryPath> layer =
          open.entrySet().stream()
              .filter(entry -> entry.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .toList();
      if (layer.isEmpty()) {
        break;
      }
      layers.add(layer);
      layer.forEach(open::remove);
      open.values().forEach(targets -> layer.forEach(targets::remove));
    }
    return new DeployOrder(layers, open.keySet());
  }
}
