package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import java.util.List;
import java.util.Optional;

/// The repository's commits. Files are read from commits, never from the work tree.
///
/// Every method throws [Trouble.CommitMissing] if a commit is not there and cannot be fetched.
public interface History {

  /// All regular files of a commit (no symbolic links, no submodules), by path.
  List<RepositoryPath> files(Commit commit);

  /// A regular file's bytes as they are in Git; empty if the commit has no such file.
  ///
  /// Of a file that is longer than the parser's limit only a little more than that may come.
  Optional<byte[]> read(Commit commit, RepositoryPath path);

  /// What differs between two commits' trees, renames followed, by path.
  List<ChangedFile> changes(Commit from, Commit to);
}
