package io.github.sigmadm.flow;

import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import java.util.List;
import java.util.Optional;

/// What the user asked for, from the action's inputs or the command line; the defaults of the
/// contract filled in.
///
/// @param config the configuration file
/// @param environment the environment to use instead of the branch's
/// @param clientId Sigma's client id, if given directly
/// @param clientSecret Sigma's client secret, if given directly
/// @param baseUrl where Sigma's API is, instead of the environment's `api`
/// @param token the hosting service's token
/// @param comment when to comment on pull requests
/// @param failOn what fails validation
/// @param dryRun whether to plan a deploy and write nothing
/// @param workingDirectory the folder of the repository that paths are relative to; empty for its
///   root
/// @param maxParallel how many models are worked on at once, at most
/// @param allowedHosts hosts that Sigma's API may be on besides the published ones
/// @param to what to roll back to
/// @param models globs that limit which specs are looked at; empty for all
public record Inputs(
    Mode mode,
    RepositoryPath config,
    Optional<EnvironmentName> environment,
    Optional<Secret> clientId,
    Optional<Secret> clientSecret,
    Optional<String> baseUrl,
    Optional<Secret> token,
    CommentWhen comment,
    FailOn failOn,
    boolean dryRun,
    Optional<RepositoryPath> workingDirectory,
    int maxParallel,
    List<String> allowedHosts,
    Optional<String> to,
    List<String> models) {

  public Inputs {
    allowedHosts = List.copyOf(allowedHosts);
    models = List.copyOf(models);
  }

  /// When to comment on a pull request.
  public enum CommentWhen {
    /// When there is something to say: changes, findings, or an earlier comment to bring up to
    /// date.
    CHANGES,
    ALWAYS,
    NEVER
  }

  /// What fails validation.
  public enum FailOn {
    ERROR,
    WARNING
  }
}
