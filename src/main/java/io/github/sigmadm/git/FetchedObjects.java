package io.github.sigmadm.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/// Our own repositories in a temporary folder, which vanishes at the end.
///
/// One of them, [#all], has the checkout's objects as alternates, so that what it fetches is only
/// what the checkout lacks. The others are islands, which share nothing: a server that is asked for
/// part of what a commit holds leaves it out if it believes that we have the commit.
///
/// Fetching into the checkout itself would leave files of this process's user in its `.git`, which
/// the runner then cannot remove, and could cut off its history for the steps that follow.
final class FetchedObjects implements AutoCloseable {

  private static final String CONFIG =
      """
      [core]
      \trepositoryformatversion = 0
      \tbare = true
      [gc]
      \tauto = 0
      [http]
      \tfollowRedirects = false
      """;

  private final Path folder;
  private final List<File> alternates = new ArrayList<>();
  private Repository all;
  private int islands;

  private FetchedObjects(Path folder, File checkoutObjects) throws IOException {
    this.folder = folder;
    this.alternates.add(checkoutObjects);
    this.all = open(folder.resolve("all"), alternates);
  }

  /// Repositories to fetch into, empty but for what the checkout has.
  static FetchedObjects beside(Checkout checkout) throws IOException {
    Path folder = Files.createTempDirectory("sigma-dm-git-");
    File common = checkout.repository().getCommonDirectory();
    Path all = folder.resolve("all");
    layOut(all, checkout.head().id() + "\n");
    Path shallow = common.toPath().resolve("shallow");
    if (Files.exists(shallow)) {
      Files.copy(shallow, all.resolve("shallow"));
    }
    return new FetchedObjects(folder, new File(common, "objects"));
  }

  /// The repository that sees all objects: the checkout's, its own, and those of joined islands.
  Repository all() {
    return all;
  }

  /// A new, empty repository that shares nothing.
  Repository island() throws IOException {
    Path island = folder.resolve("island-" + ++islands);
    layOut(island, "ref: refs/heads/none\n");
    return open(island, List.of());
  }

  /// Makes the objects of an island visible in [#all].
  void join(Repository island) throws IOException {
    alternates.add(new File(island.getDirectory(), "objects"));
    island.close();
    all.close();
    all = open(folder.resolve("all"), alternates);
  }

  @Override
  public void close() {
    all.close();
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      // A temporary folder that stays behind is no reason to fail what has been done.
    }
  }

  private static void layOut(Path repository, String head) throws IOException {
    Files.createDirectories(repository.resolve("objects/info"));
    Files.createDirectories(repository.resolve("objects/pack"));
    Files.createDirectories(repository.resolve("refs"));
    Files.writeString(repository.resolve("HEAD"), head);
    Files.writeString(repository.resolve("config"), CONFIG);
  }

  private static Repository open(Path repository, List<File> alternates) throws IOException {
    return new FileRepositoryBuilder()
        .setGitDir(repository.toFile())
        .setBare()
        .setMustExist(true)
        .addAlternateObjectDirectories(alternates)
        .build();
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
