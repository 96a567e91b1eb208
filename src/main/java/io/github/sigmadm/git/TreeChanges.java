package io.github.sigmadm.git;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.ChangedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// The difference between two trees.
///
/// A deleted and an added JSON or YAML file are one renamed file if they are the same or mostly the
/// same. Where more than 200 of them are added or deleted, only those that are quite the same are:
/// comparing every two would take minutes. For other files renames are not looked for.
final class TreeChanges {

  private static final int MOST_COMPARED = 200;

  /// How much of a file, in per cent, must be the same.
  private static final int SAME = 60;

  private TreeChanges() {}

  /// What differs, by path.
  static List<ChangedFile> between(ObjectReader reader, ObjectId from, ObjectId to)
      throws IOException {
    List<ChangedFile> changes = new ArrayList<>();
    RenameDetector renames = renameDetector(reader);
    for (DiffEntry entry : entries(reader, from, to)) {
      boolean before = RegularFiles.isRegular(entry.getOldMode());
      boolean after = RegularFiles.isRegular(entry.getNewMode());
      if (before && after) {
        if (!entry.getOldId().equals(entry.getNewId())) {
          changes.add(new ChangedFile.Modified(new RepositoryPath(entry.getNewPath())));
        }
      } else if (isWhole(entry) && isSpecLike(path(entry))) {
        renames.add(entry);
      } else if (after) {
        changes.add(new ChangedFile.Added(new RepositoryPath(entry.getNewPath())));
      } else if (before) {
        changes.add(new ChangedFile.Deleted(new RepositoryPath(entry.getOldPath())));
      }
    }
    for (DiffEntry entry : renames.compute()) {
      changes.add(changedFile(entry));
    }
    changes.sort(Comparator.comparing(ChangedFile::path));
    return List.copyOf(changes);
  }

  private static List<DiffEntry> entries(ObjectReader reader, ObjectId from, ObjectId to)
      throws IOException {
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(from);
      walk.addTree(to);
      walk.setRecursive(true);
      walk.setFilter(AndTreeFilter.create(TreeFilter.ANY_DIFF, RegularFiles.NAMED));
      return DiffEntry.scan(walk);
    }
  }

  private static RenameDetector renameDetector(ObjectReader reader) {
    RenameDetector detector = new RenameDetector(reader, new Config().get(DiffConfig.KEY));
    detector.setRenameLimit(MOST_COMPARED);
    detector.setRenameScore(SAME);
    return detector;
  }

  /// Whether a regular file came or went, and nothing else took or had its name.
  private static boolean isWhole(DiffEntry entry) {
    return switch (entry.getChangeType()) {
      case ADD -> RegularFiles.isRegular(entry.getNewMode());
      case DELETE -> RegularFiles.isRegular(entry.getOldMode());
      case MODIFY, RENAME, COPY -> false;
    };
  }

  private static ChangedFile changedFile(DiffEntry entry) {
    return switch (entry.getChangeType()) {
      case RENAME ->
          new ChangedFile.Renamed(
              new RepositoryPath(entry.getOldPath()), new RepositoryPath(entry.getNewPath()));
      case DELETE -> new ChangedFile.Deleted(new RepositoryPath(entry.getOldPath()));
      // A copy: its original went to another place, which is more like it.
      case ADD, COPY -> new ChangedFile.Added(new RepositoryPath(entry.getNewPath()));
      case MODIFY -> new ChangedFile.Modified(new RepositoryPath(entry.getNewPath()));
    };
  }

  private static String path(DiffEntry entry) {
    return entry.getChangeType() == DiffEntry.ChangeType.DELETE
        ? entry.getOldPath()
        : entry.getNewPath();
  }

  /// Whether a file can be a spec, by its name.
  static boolean isSpecLike(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".yml") || name.endsWith(".yaml");
  }
}
