package io.github.sigmadm.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Fetches what a partial clone left out, in as few requests as one piece of work allows.
final class PartialClone {

  private static final int MOST_FILES = 20_000;

  private final ObjectStore store;
  private final Set<ObjectId> asked = new HashSet<>();

  PartialClone(ObjectStore store) {
    this.store = store;
  }

  /// Fetches an object that was found to be missing, and what else of the kind will be wanted.
  ///
  /// @param missing the object
  /// @param trees the trees that the work is about
  /// @throws IOException if it cannot be fetched
  void complete(ObjectId missing, List<ObjectId> trees) throws IOException {
    if (!asked.add(missing)) {
      throw new IOException("the object " + missing.name() + " is missing");
    }
    Set<ObjectId> files;
    try (ObjectReader reader = store.repository().newObjectReader()) {
      files = missingFiles(reader, trees);
    } catch (MissingObjectException e) {
      // Folders are missing too: first all of them.
      store.fetchParts(trees, "blob:none");
      return;
    }
    files.add(missing);
    store.fetchParts(files, "");
  }

  private static Set<ObjectId> missingFiles(ObjectReader reader, List<ObjectId> trees)
      throws IOException {
    Set<ObjectId> files = new HashSet<>();
    for (ObjectId tree : trees) {
      try (TreeWalk walk = new TreeWalk(reader)) {
        walk.addTree(tree);
        walk.setRecursive(true);
        while (walk.next() && files.size() < MOST_FILES) {
          if (RegularFiles.isRegular(walk.getFileMode(0))
              && TreeChanges.isSpecLike(walk.getPathString())
              && !reader.has(walk.getObjectId(0))) {
            files.add(walk.getObjectId(0).copy());
          }
        }
      }
    }
    return files;
  }
}
