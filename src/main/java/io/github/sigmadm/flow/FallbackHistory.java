package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A history that asks another one for what it does not have itself.
///
/// @param first asked first
/// @param second asked when the first lacks a commit
public record FallbackHistory(History first, History second) implements History {

  @Override
  public List<RepositoryPath> files(Commit commit) {
    return either(history -> history.files(commit));
  }

  @Override
  public Optional<byte[]> read(Commit commit, RepositoryPath path) {
    return either(history -> history.read(commit, path));
  }

  @Override
  public List<ChangedFile> changes(Commit from, Commit to) {
    return either(history -> history.changes(from, to));
  }

  /// The first one's trouble is the one to tell: it says how to do without the second.
  private <T> T either(Function<History, T> question) {
    try {
      return question.apply(first);
    } catch (Trouble.CommitMissing missing) {
      try {
        return question.apply(second);
      } catch (Trouble alsoFailed) {
        missing.addSuppressed(alsoFailed);
        throw missing;
      }
    }
  }
}
