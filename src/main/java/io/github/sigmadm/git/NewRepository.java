package io.github.sigmadm.git;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;

/// A repository that the program makes itself, to show on it how it works.
public final class NewRepository implements AutoCloseable {

  private final Git git;
  private final Path folder;
  private Instant now;

  private NewRepository(Git git, Path folder, Instant now) {
    this.git = git;
    this.folder = folder;
    this.now = now;
  }

  /// Makes an empty repository with the branch `main`.
  ///
  /// @param folder an empty folder
  /// @param now when its history begins; each commit is made a minute after the one before
  public static NewRepository in(Path folder, Instant now) {
    HermeticJGit.install();
    try {
      Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
      return new NewRepository(git, folder, now);
    } catch (GitAPIException e) {
      throw failed(e);
    }
  }

  /// Writes files into the work tree and commits them on the current branch.
  ///
  /// @param files their contents, by path
  public Commit commit(String message, Map<String, String> files) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Path parent = path.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.writeString(path, file.getValue());
        git.add().addFilepattern(file.getKey()).call();
      }
      return commit(message);
    } catch (GitAPIException | IOException e) {
      throw failed(e);
    }
  }

  /// Begins a branch at the current commit and goes to it.
  public void branch(String name) {
    try {
      git.checkout().setCreateBranch(true).setName(name).call();
    } catch (GitAPIException e) {
      throw failed(e);
    }
  }

  /// Goes back to a branch and merges another into it with a merge commit.
  public Commit merge(String into, String branch, String message) {
    try {
      git.checkout().setName(into).call();
      ObjectId tip = git.getRepository().resolve(branch);
      git.merge()
          .include(tip)
          .setCommit(false)
          .setFastForward(MergeCommand.FastForwardMode.NO_FF)
          .call();
      return commit(message);
    } catch (GitAPIException | IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    git.close();
  }

  private Commit commit(String message) throws GitAPIException {
    now = now.plusSeconds(60);
    PersonIdent author =
        new PersonIdent("sigma-dm demo", "demo@example.invalid", now, ZoneOffset.UTC);
    ObjectId id =
        git.commit()
            .setMessage(message)
            .setAuthor(author)
            .setCommitter(author)
            .setSign(false)
            .setNoVerify(true)
            .call();
    return new Commit(id.name());
  }

  private static Trouble failed(Exception cause) {
    return new Trouble.BadConfiguration(
        "The repository could not be made: " + cause.getMessage() + ".");
  }
}
