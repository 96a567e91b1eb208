package io.github.sigmadm.git;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.Trouble;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.URIish;

/// The repository that a folder is in, as somebody left it there: a clone of any depth, a linked
/// work tree, a detached HEAD, a bare repository; owned by whomever.
///
/// Nothing in it is ever changed.
public final class Checkout implements AutoCloseable {

  static {
    HermeticJGit.install();
  }

  private final Repository repository;

  private Checkout(Repository repository) {
    this.repository = repository;
  }

  /// Opens the repository that a folder is in.
  ///
  /// @throws Trouble.BadConfiguration if it is in none, or in one that cannot be read
  public static Checkout open(Path folder) {
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    try {
      builder.setMustExist(true).findGitDir(folder.toAbsolutePath().normalize().toFile());
      if (builder.getGitDir() == null) {
        throw new Trouble.BadConfiguration(
            "There is no Git repository in "
                + folder
                + ". In a workflow, put a step with actions/checkout before this one; on your own"
                + " machine, go to a folder of the repository first.");
      }
      return new Checkout(builder.build());
    } catch (IOException | IllegalArgumentException e) {
      throw new Trouble.BadConfiguration(
          "The Git repository in %s cannot be read: %s. Check it with `git fsck`."
              .formatted(folder, e.getMessage()));
    }
  }

  /// The commit that is checked out.
  ///
  /// @throws Trouble.BadConfiguration if the repository has no commit yet
  public Commit head() {
    return find(Constants.HEAD)
        .orElseThrow(() ->
            new Trouble.BadConfiguration(
                "The Git repository in "
                    + root()
                    + " has no commit yet. Commit the specs first: only what is committed is read."));
  }

  /// The branch that is checked out, if one is.
  public Optional<String> branch() {
    try {
      return Optional.ofNullable(repository.getFullBranch())
          .filter(name -> name.startsWith(Constants.R_HEADS))
          .map(name -> name.substring(Constants.R_HEADS.length()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// The commit that a person's words stand for: a branch, a tag, `HEAD~2`, an abbreviated or full
  /// id. A full id need not be in the repository yet.
  public Optional<Commit> find(String revision) {
    if (revision.matches("[0-9a-f]{40}")) {
      return Optional.of(new Commit(revision));
    }
    try {
      return Optional.ofNullable(repository.resolve(revision + "^{commit}"))
          .map(id -> new Commit(id.name()));
    } catch (IOException | IllegalArgumentException e) {
      // No such object, not a commit, an ambiguous abbreviation, or no revision at all.
      return Optional.empty();
    }
  }

  /// The tip of the default branch at `origin`, as last seen: what a person's commits are usually
  /// compared with.
  public Optional<Commit> defaultBranchTip() {
    return Stream.of("HEAD", "main", "master")
        .map(name -> find(Constants.R_REMOTES + "origin/" + name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// The top folder of the work tree; the repository itself if it is bare.
  public Path root() {
    return (repository.isBare() ? repository.getDirectory() : repository.getWorkTree()).toPath();
  }

  /// Where a folder is inside the work tree; empty for its top, and for a folder outside.
  public Optional<RepositoryPath> within(Path folder) {
    Path inside;
    try {
      inside = root().toRealPath().relativize(folder.toRealPath());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    String path = inside.toString().replace(File.separatorChar, '/');
    return path.isEmpty() || path.equals("..") || path.startsWith("../")
        ? Optional.empty()
        : Optional.of(new RepositoryPath(path));
  }

  @Override
  public void close() {
    repository.close();
  }

  Repository repository() {
    return repository;
  }

  /// Whether the history ends early, as after `git clone --depth`.
  boolean isShallow() {
    try {
      return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// The address that was cloned, `insteadOf` applied.
  Optional<URIish> origin() {
    try {
      return new RemoteConfig(repository.getConfig(), Constants.DEFAULT_REMOTE_NAME)
          .getURIs().stream().findFirst();
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }

  static ObjectId objectId(Commit commit) {
    return ObjectId.fromString(commit.id());
  }

  Trouble unreadable(Exception cause) {
    return new Trouble.BadConfiguration(
        "The Git repository in %s cannot be read: %s. Check it with `git fsck`."
            .formatted(root(), cause.getMessage()));
  }
}
