package io.github.sigmadm.flow;

import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.config.Glob;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.resolve.Resolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which specs a run looks at.
///
/// @param specs those of the commit
/// @param previousPaths where a file was before, for those that changed
/// @param removed specs that the base has and the commit has not
record Selection(
    Set<RepositoryPath> specs,
    Map<RepositoryPath, RepositoryPath> previousPaths,
    List<RepositoryPath> removed) {

  Selection {
    specs = new TreeSet<>(specs);
    previousPaths = Map.copyOf(previousPaths);
    removed = List.copyOf(removed);
  }

  /// Every spec of a commit.
  static Selection all(Snapshot head) {
    return new Selection(head.paths(), Map.of(), List.of());
  }

  /// What a change touches: the specs that it changes, and all that refer to them.
  static Selection changed(
      Snapshot head, List<ChangedFile> changes, Configuration before, Configuration after) {
    Set<RepositoryPath> specs = new TreeSet<>();
    Map<RepositoryPath, RepositoryPath> previous = new LinkedHashMap<>();
    List<RepositoryPath> removed = new ArrayList<>();
    for (ChangedFile change : changes) {
      boolean isSpec = !(change instanceof ChangedFile.Deleted) && after.isSpec(change.path());
      Optional<RepositoryPath> wasSpec = change.previousPath().filter(before::isSpec);
      if (isSpec) {
        specs.add(change.path());
        wasSpec.ifPresent(path -> previous.put(change.path(), path));
      } else {
        wasSpec.ifPresent(removed::add);
      }
    }
    specs.retainAll(head.paths());
    return new Selection(head.withDependents(specs), previous, removed);
  }

  /// With the specs that come out otherwise, or elsewhere, under another configuration.
  Selection withResolvedOtherwise(Snapshot head, Preparation before, Preparation after) {
    Set<RepositoryPath> different = new TreeSet<>(specs);
    for (RepositoryPath path : head.paths()) {
      if (!different.contains(path) && differs(head, path, before, after)) {
        different.add(path);
      }
    }
    return new Selection(head.withDependents(different), previousPaths, removed);
  }

  /// With more specs, and with more that are gone.
  Selection with(Set<RepositoryPath> more, Set<RepositoryPath> gone) {
    Set<RepositoryPath> all = new TreeSet<>(specs);
    all.addAll(more);
    Set<RepositoryPath> allGone = new TreeSet<>(removed);
    allGone.addAll(gone);
    return new Selection(all, previousPaths, List.copyOf(allGone));
  }

  /// Without files that are not gone but elsewhere.
  Selection withoutRemoved(Collection<RepositoryPath> moved) {
    return new Selection(
        specs, previousPaths, removed.stream().filter(path -> !moved.contains(path)).toList());
  }

  /// Only the specs whose paths match one of the globs; all of them if there are none.
  Selection limitedTo(List<Glob> globs) {
    if (globs.isEmpty()) {
      return this;
    }
    return new Selection(
        specs.stream()
            .filter(path -> matches(globs, path))
            .collect(java.util.stream.Collectors.toSet()),
        previousPaths,
        removed.stream().filter(path -> matches(globs, path)).toList());
  }

  private static boolean matches(List<Glob> globs, RepositoryPath path) {
    return globs.stream().anyMatch(glob -> glob.matches(path.value()));
  }

  private static boolean differs(
      Snapshot head, RepositoryPath path, Preparation before, Preparation after) {
    return head.file(path)
        .map(file -> !same(before.resolve(file), after.resolve(file)))
        .orElse(false);
  }

  private static boolean same(Optional<Resolution> before, Optional<Resolution> after) {
    return before.orElse(null) instanceof Resolution.Resolved(var old)
        && after.orElse(null) instanceof Resolution.Resolved(var now)
        && old.name().equals(now.name())
        && old.folder().equals(now.folder())
        && old.description().equals(now.description())
        && old.content().node().sameValue(now.content().node());
  }
}
