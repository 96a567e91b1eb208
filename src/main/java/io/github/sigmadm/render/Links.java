package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import java.util.Optional;

/// Where links lead to. What is unknown gives text without a link.
///
/// @param repository the repository on its hosting service
/// @param folder the folder of the repository that paths are relative to; empty for its root
/// @param runUrl the page of this run, with its job summary
public record Links(
    Optional<Repository> repository, Optional<RepositoryPath> folder, Optional<String> runUrl) {

  public static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty());

  /// A repository as browsers see it.
  ///
  /// @param server where the service is, such as `https://github.com`
  /// @param owner the account the repository belongs to
  /// @param name its name
  public record Repository(String server, String owner, String name) {

    private String url() {
      String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
      return base + "/" + segment(owner) + "/" + segment(name);
    }
  }

  /// A file at a commit.
  Optional<String> file(Commit commit, RepositoryPath path) {
    return repository.map(repo -> repo.url() + "/blob/" + commit.id() + "/" + fromRoot(path));
  }

  /// A line of a file at a commit.
  Optional<String> line(Commit commit, RepositoryPath path, int line) {
    return file(commit, path).map(url -> url + "#L" + line);
  }

  /// A commit.
  Optional<String> commit(Commit commit) {
    return repository.map(repo -> repo.url() + "/commit/" + commit.id());
  }

  private String fromRoot(RepositoryPath path) {
    String prefix = folder.map(parent -> parent.value() + "/").orElse("");
    return Escaping.percent(prefix + path.value(), "-._~/");
  }

  private static String segment(String text) {
    return Escaping.percent(text, "-._~");
  }
}
