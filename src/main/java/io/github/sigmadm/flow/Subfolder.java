package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A folder of a repository seen as if it were the whole: what the `working-directory` input asks
/// for.
///
/// Paths are relative to the folder; a file that moves out of it counts as deleted, one that moves
/// in as added.
final class Subfolder implements History {

  private final History whole;
  private final RepositoryPath folder;

  Subfolder(History whole, RepositoryPath folder) {
    this.whole = whole;
    this.folder = folder;
  }

  @Override
  public List<RepositoryPath> files(Commit commit) {
    return whole.files(commit).stream().map(this::inside).flatMap(Optional::stream).toList();
  }

  @Override
  public Optional<byte[]> read(Commit commit, RepositoryPath path) {
    return whole.read(commit, new RepositoryPath(folder + "/" + path));
  }

  @Override
  public List<ChangedFile> changes(Commit from, Commit to) {
    List<ChangedFile> changes = new ArrayList<>();
    for (ChangedFile change : whole.changes(from, to)) {
      inside(change).ifPresent(changes::add);
    }
    return changes;
  }

  private Optional<ChangedFile> inside(ChangedFile change) {
    return switch (change) {
      case ChangedFile.Added added -> inside(added.path()).map(ChangedFile.Added::new);
      case ChangedFile.Modified modified -> inside(modified.path()).map(ChangedFile.Modified::new);
      case ChangedFile.Deleted deleted -> inside(deleted.path()).map(ChangedFile.Deleted::new);
      case ChangedFile.Renamed renamed -> {
        Optional<RepositoryPath> from = inside(renamed.from());
        Optional<RepositoryPath> to = inside(renamed.path());
        if (from.isPresent() && to.isPresent()) {
          yield Optional.of(new ChangedFile.Renamed(from.get(), to.get()));
        }
        yield to.<ChangedFile>map(ChangedFile.Added::new)
            .or(() -> from.map(ChangedFile.Deleted::new));
      }
    };
  }

  private Optional<RepositoryPath> inside(RepositoryPath path) {
    String prefix = folder + "/";
    return path.value().startsWith(prefix)
        ? Optional.of(new RepositoryPath(path.value().substring(prefix.length())))
        : Optional.empty();
  }
}
