package io.github.sigmadm.git;

import io.github.sigmadm.core.RepositoryPath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Which entries of a tree are files to us: regular ones, executable or not, with a name in UTF-8.
///
/// Symbolic links and submodules are none. Neither is what no careful program makes: names that are
/// no text, and parts such as `..`.
final class RegularFiles {

  /// Lets through folders, and what has a name that we can speak of.
  static final TreeFilter NAMED =
      new TreeFilter() {
        @Override
        public boolean include(TreeWalk walk) {
          return walk.isSubtree() || path(walk.getRawPath()).isPresent();
        }

        @Override
        public boolean shouldBeRecursive() {
          return false;
        }

        @Override
        public TreeFilter clone() {
          return this;
        }

        @Override
        public String toString() {
          return "NAMED";
        }
      };

  private RegularFiles() {}

  static boolean isRegular(FileMode mode) {
    return FileMode.REGULAR_FILE.equals(mode.getBits())
        || FileMode.EXECUTABLE_FILE.equals(mode.getBits());
  }

  /// A path as it stands in a tree; empty if we cannot speak of it.
  static Optional<RepositoryPath> path(byte[] raw) {
    try {
      return Optional.of(
          new RepositoryPath(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString()));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
