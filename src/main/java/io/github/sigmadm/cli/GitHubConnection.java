package io.github.sigmadm.cli;

import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Ancestry;
import io.github.sigmadm.flow.Announcer;
import io.github.sigmadm.flow.Conversation;
import io.github.sigmadm.flow.FallbackHistory;
import io.github.sigmadm.flow.History;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.Version;
import io.github.sigmadm.github.GitHubConversation;
import io.github.sigmadm.github.GitHubHistory;
import io.github.sigmadm.http.ClientSettings;
import io.github.sigmadm.http.HostPolicy;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import java.util.List;
import java.util.Optional;

/// The service that hosts the repository, where there is one and a token for it.
final class GitHubConnection implements AutoCloseable {

  private final Optional<ServiceClient> client;
  private final Optional<Conversation> conversation;
  private final Optional<GitHubHistory> history;

  private GitHubConnection(
      Optional<ServiceClient> client,
      Optional<Conversation> conversation,
      Optional<GitHubHistory> history) {
    this.client = client;
    this.conversation = conversation;
    this.history = history;
  }

  /// The connection to the service of a repository, with a token; requests go to that service's API
  /// and nowhere else.
  static GitHubConnection of(
      Optional<HostedRepository> hosted,
      Optional<Secret> token,
      Secrets secrets,
      Announcer announcer) {
    if (hosted.isEmpty() || token.isEmpty()) {
      return new GitHubConnection(Optional.empty(), Optional.empty(), Optional.empty());
    }
    HostedRepository repository = hosted.get();
    Pacing pacing = Pacing.real();
    ServiceClient client =
        new ServiceClient(
            ClientSettings.of("GitHub", Version.userAgent()),
            HostPolicy.of(List.of(origin(repository))),
            secrets,
            pacing,
            announcer::debug);
    return new GitHubConnection(
        Optional.of(client),
        Optional.of(new GitHubConversation(repository, token, client, secrets, pacing)),
        Optional.of(new GitHubHistory(repository, token, client, secrets, pacing)));
  }

  Optional<Conversation> conversation() {
    return conversation;
  }

  Optional<Ancestry> ancestry() {
    return history.map(Ancestry.class::cast);
  }

  /// A history that asks the service for commits that can be had neither here nor by fetching.
  History behind(History here) {
    return history.<History>map(service -> new FallbackHistory(here, service)).orElse(here);
  }

  @Override
  public void close() {
    client.ifPresent(ServiceClient::close);
  }

  private static String origin(HostedRepository repository) {
    int port = repository.api().getPort();
    return repository.api().getScheme()
        + "://"
        + repository.api().getHost()
        + (port == -1 ? "" : ":" + port);
  }
}
