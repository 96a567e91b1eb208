package io.github.sigmadm.state;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.RepositoryPath;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was last deployed to one environment.
///
/// @param head the commit that the last deploy was about; empty before the first one
/// @param models what each file was deployed as
public record State(Optional<Commit> head, SortedMap<RepositoryPath, DeployedModel> models) {

  public static final State EMPTY = new State(Optional.empty(), new TreeMap<>());

  public State {
    models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
  }

  /// What a file was deployed as, if it ever was.
  public Optional<DeployedModel> of(RepositoryPath path) {
    return Optional.ofNullable(models.get(path));
  }

  /// The file that a live model was deployed from, if one was.
  public Optional<RepositoryPath> pathOf(DataModelId id) {
    return models.entrySet().stream()
        .filter(entry -> entry.getValue().id().equals(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// This state after a deploy of a commit.
  public State at(Commit commit) {
    return new State(Optional.of(commit), models);
  }

  /// This state after a file was deployed.
  public State with(RepositoryPath path, DeployedModel model) {
    SortedMap<RepositoryPath, DeployedModel> changed = new TreeMap<>(models);
    changed.put(path, model);
    return new State(head, changed);
  }

  /// This state without a file.
  public State without(RepositoryPath path) {
    SortedMap<RepositoryPath, DeployedModel> changed = new TreeMap<>(models);
    changed.remove(path);
    return new State(head, changed);
  }

  /// This state after a file moved.
  public State moved(RepositoryPath from, RepositoryPath to) {
    return of(from).map(model -> without(from).with(to, model)).orElse(this);
  }
}
