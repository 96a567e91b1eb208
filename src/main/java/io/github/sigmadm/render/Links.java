package io.github.sigmadm.render;

import io.github.sigmadm.check.RuleBook;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import java.util.Optional;

/// Where links lead to. What is unknown gives text without a link.
///
/// @param repository the repository on its hosting service
/// @param folder the folder of the repository that paths are relative to; empty for its root
/// @param runUrl the page of this run, with its job summary
/// @param action the repository of this action at the version that runs
public record Links(
    Optional<Repository> repository,
    Optional<RepositoryPath> folder,
    Optional<String> runUrl,
    Optional<Action> action) {

  public static final Links NONE =
      new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// This action's own repository.
  ///
  /// @param version the branch, tag or commit of it that runs
  public record Action(Repository repository, String version) {}

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

  /// The page of the repository.
  Optional<String> home() {
    return repository.map(Repository::url);
  }

  /// What is documented about a rule; empty for what is no rule of the rule book.
  Optional<String> rule(String code) {
    return RuleBook.page(code).isEmpty()
        ? Optional.empty()
        : action.map(own ->
            own.repository().url()
                + "/blob/"
                + Escaping.percent(own.version(), "-._~/")
                + "/"
                + RuleBook.FILE
                + "#"
                + code);
  }

  /// The page of this action's repository.
  Optional<String> repositoryOfRules() {
    return action.map(own -> own.repository().url());
  }

  /// The address of a file relative to the root of the repository.
  String fromRoot(RepositoryPath path) {
    String prefix = folder.map(parent -> parent.value() + "/").orElse("");
    return Escaping.percent(prefix + path.value(), "-._~/");
  }

  private static String segment(String text) {
    return Escaping.percent(text, "-._~");
  }
}
