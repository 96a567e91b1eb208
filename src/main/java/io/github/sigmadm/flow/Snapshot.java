package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// All spec files of one commit, read and parsed.
final class Snapshot {

  private final Map<RepositoryPath, SpecFile> files;
  private final Map<String, RepositoryPath> exported;

  private Snapshot(Map<RepositoryPath, SpecFile> files) {
    this.files = Collections.unmodifiableMap(files);
    this.exported = exported(files);
  }

  /// The specs of a commit.
  ///
  /// @param isSpec which of its files are specs
  static Snapshot read(History history, Commit commit, Predicate<RepositoryPath> isSpec) {
    Map<RepositoryPath, SpecFile> files = new TreeMap<>();
    for (RepositoryPath path : history.files(commit)) {
      if (isSpec.test(path)) {
        history.read(commit, path).ifPresent(bytes -> files.put(path, SpecFile.parse(path, bytes)));
      }
    }
    return new Snapshot(files);
  }

  Set<RepositoryPath> paths() {
    return files.keySet();
  }

  Optional<SpecFile> file(RepositoryPath path) {
    return Optional.ofNullable(files.get(path));
  }

  /// Which file was exported with a data model id; of two files with one id, neither.
  Map<String, RepositoryPath> exported() {
    return exported;
  }

  /// How many specs have a name.
  long countNamed(String name) {
    return files.values().stream().filter(file -> file.name().equals(name)).count();
  }

  /// The given specs and all that refer to them, directly or through others.
  Set<RepositoryPath> withDependents(Set<RepositoryPath> changed) {
    return reach(changed, dependents());
  }

  /// The given specs and all that they refer to, directly or through others.
  Set<RepositoryPath> withDependencies(Set<RepositoryPath> wanted) {
    Map<RepositoryPath, Set<RepositoryPath>> references = new HashMap<>();
    files.forEach((path, file) -> references.put(path, references(file)));
    return reach(wanted, references);
  }

  private Map<RepositoryPath, Set<RepositoryPath>> dependents() {
    Map<RepositoryPath, Set<RepositoryPath>> dependents = new HashMap<>();
    files.forEach((path, file) -> {
      for (RepositoryPath target : references(file)) {
        dependents.computeIfAbsent(target, key -> new TreeSet<>()).add(path);
      }
    });
    return dependents;
  }

  private static Set<RepositoryPath> reach(
      Set<RepositoryPath> start, Map<RepositoryPath, Set<RepositoryPath>> edges) {
    Set<RepositoryPath> reached = new TreeSet<>(start);
    Deque<RepositoryPath> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      for (RepositoryPath next : edges.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /// The specs of this commit that a file refers to.
  private Set<RepositoryPath> references(SpecFile file) {
    return switch (file) {
      case SpecFile.Broken ignored -> Set.of();
      case SpecFile.Parsed parsed -> {
        Set<RepositoryPath> targets = new TreeSet<>();
        for (IdSite site : IdSites.in(parsed.model().node())) {
          if (site instanceof IdSite.ModelReference reference) {
            target(reference.node()).filter(files::containsKey).ifPresent(targets::add);
          }
        }
        yield targets;
      }
    };
  }

  private Optional<RepositoryPath> target(TextNode reference) {
    return ModelLink.target(reference.value())
        .or(() -> Optional.ofNullable(exported.get(reference.value())));
  }

  private static Map<String, RepositoryPath> exported(Map<RepositoryPath, SpecFile> files) {
    Map<String, List<RepositoryPath>> found = new LinkedHashMap<>();
    files.forEach((path, file) -> {
      if (file instanceof SpecFile.Parsed parsed) {
        parsed
            .model()
            .dataModelId()
            .ifPresent(id ->
                found.merge(
                    id.value(),
                    List.of(path),
                    (first, second) ->
                        java.util.stream.Stream.concat(first.stream(), second.stream()).toList()));
      }
    });
    Map<String, RepositoryPath> unique = new LinkedHashMap<>();
    found.forEach((id, paths) -> {
      if (paths.size() == 1) {
        unique.put(id, paths.getFirst());
      }
    });
    return unique;
  }
}
