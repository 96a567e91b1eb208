package io.github.sigmadm.flow;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.resolve.Resolution;
import io.github.sigmadm.resolve.ResolvedSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a commit asks for and no deploy has brought about yet, whichever push it came with: a run
/// that was skipped, cancelled or failed is made good by the next one.
///
/// @param specs the specs that ask for something else than was last deployed of them
/// @param removed models that are to be deleted, by the paths that their specs had
/// @param past what earlier deploys left, under the paths that the files have now
record Pending(Set<RepositoryPath> specs, Set<RepositoryPath> removed, Past past) {

  /// @param renamed where files were before, as far as Git tells
  /// @param recorded what earlier deploys left, under the paths that the files had then
  static Pending of(
      Snapshot head,
      Preparation preparation,
      Settings settings,
      Map<RepositoryPath, RepositoryPath> renamed,
      Past recorded) {
    if (!recorded.isKnown()) {
      return new Pending(Set.of(), Set.of(), recorded);
    }
    Map<RepositoryPath, ResolvedSpec> resolved = new LinkedHashMap<>();
    for (RepositoryPath path : head.paths()) {
      if (head.file(path).flatMap(preparation::resolve).orElse(null)
          instanceof Resolution.Resolved(var spec)) {
        resolved.put(path, spec);
      }
    }
    List<ResolvedSpec> added = new ArrayList<>(resolved.values());
    added.removeIf(spec -> recorded.of(spec.path()).isPresent());
    Past past = recorded.moved(Moves.find(recorded.state(), head.paths(), added, renamed));
    Set<RepositoryPath> specs = new TreeSet<>();
    resolved.forEach((path, spec) -> {
      if (!past.isSettled(spec, configured(settings, path))) {
        specs.add(path);
      }
    });
    Set<RepositoryPath> removed = new TreeSet<>();
    if (settings.configuration().policy().prune()) {
      removed.addAll(past.state().models().keySet());
      removed.removeAll(head.paths());
    }
    return new Pending(specs, removed, past);
  }

  /// Whether a spec asks for nothing but what was last deployed of it.
  boolean isSettled(RepositoryPath path) {
    return past.of(path).isPresent() && !specs.contains(path);
  }

  /// A selection with all this in it.
  Selection addTo(Selection selection) {
    return selection.with(specs, removed).withoutRemoved(past.earlierPaths().values());
  }

  private static Optional<DataModelId> configured(Settings settings, RepositoryPath path) {
    return settings
        .environment()
        .flatMap(environment -> settings.configuration().override(path, environment.name()).id());
  }
}
