package io.github.sigmadm.flow;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.state.DeployedModel;
import io.github.sigmadm.state.State;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Finds out which new files are old ones under another path, so that they keep their models.
///
/// A file that was deployed and is gone is the new file that Git says it was renamed to; else the
/// only one that was exported from its model; else the only one of its name in its folder. Each of
/// these only where both sides have no other choice.
final class Moves {

  private final State state;
  private final Map<RepositoryPath, RepositoryPath> found = new LinkedHashMap<>();
  private final Set<RepositoryPath> gone = new LinkedHashSet<>();

  private Moves(State state) {
    this.state = state;
  }

  /// Where files that have moved were before, by where they are.
  ///
  /// @param paths all specs that there are now
  /// @param added those that were never deployed, resolved
  /// @param renamed what Git says of them: where each was before
  static Map<RepositoryPath, RepositoryPath> find(
      State state,
      Set<RepositoryPath> paths,
      Collection<ResolvedSpec> added,
      Map<RepositoryPath, RepositoryPath> renamed) {
    Moves moves = new Moves(state);
    state.models().keySet().stream().filter(path -> !paths.contains(path)).forEach(moves.gone::add);
    moves.pair(added, (spec, path) -> path.equals(renamed.get(spec.path())));
    moves.pair(
        added, (spec, path) -> spec.exportedId().equals(Optional.of(moves.deployed(path).id())));
    moves.pair(
        added,
        (spec, path) ->
            spec.name().equals(moves.deployed(path).name())
                && spec.folder().equals(Optional.of(moves.deployed(path).folder())));
    return moves.found;
  }

  private void pair(
      Collection<ResolvedSpec> added, BiPredicate<ResolvedSpec, RepositoryPath> isSame) {
    List<ResolvedSpec> open =
        added.stream().filter(spec -> !found.containsKey(spec.path())).toList();
    for (RepositoryPath path : List.copyOf(gone)) {
      List<ResolvedSpec> candidates =
          open.stream().filter(spec -> isSame.test(spec, path)).toList();
      if (candidates.size() != 1) {
        continue;
      }
      ResolvedSpec spec = candidates.getFirst();
      if (gone.stream().filter(other -> isSame.test(spec, other)).count() == 1) {
        found.put(spec.path(), path);
      }
    }
    gone.removeAll(found.values());
  }

  private DeployedModel deployed(RepositoryPath path) {
    return state.of(path).orElseThrow();
  }
}
