package io.github.sigmadm.actions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Files that a run leaves in a folder of its own, below the workspace.
///
/// The folder ignores itself, so that no `git add` takes it along. It belongs to whoever the folder
/// around it belongs to: a container runs as root, and a runner that is not cannot clean up what
/// root owns. No link that somebody committed in its place is followed.
final class KeptFiles {

  /// The folder's name.
  static final String FOLDER = ".sigma-dm";

  private final Path parent;

  /// @param parent the folder that the files' folder is made in
  KeptFiles(Path parent) {
    this.parent = parent;
  }

  /// Writes a file, over an earlier one of that name.
  ///
  /// @param name without a folder
  /// @return its path relative to the parent
  String keep(String name, byte[] content) throws IOException {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("not a plain file name: '" + name + "'");
    }
    Path folder = parent.resolve(FOLDER);
    if (Files.isSymbolicLink(folder)) {
      throw new IOException(FOLDER + " is a symbolic link");
    }
    Files.createDirectories(folder);
    giveAway(folder);
    replace(folder.resolve(".gitignore"), "*\n".getBytes(StandardCharsets.UTF_8));
    replace(folder.resolve(name), content);
    return FOLDER + "/" + name;
  }

  private void replace(Path file, byte[] content) throws IOException {
    Files.deleteIfExists(file);
    Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    giveAway(file);
  }

  private void giveAway(Path path) {
    try {
      for (String owner : new String[] {"unix:uid", "unix:gid"}) {
        Object wanted = Files.getAttribute(parent, owner);
        if (!wanted.equals(Files.getAttribute(path, owner, LinkOption.NOFOLLOW_LINKS))) {
          Files.setAttribute(path, owner, wanted, LinkOption.NOFOLLOW_LINKS);
        }
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // Only root can give files away, and only where files have such owners.
    }
  }
}
