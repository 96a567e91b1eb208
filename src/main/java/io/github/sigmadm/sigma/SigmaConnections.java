package io.github.sigmadm.sigma;

import io.github.sigmadm.flow.Credentials;
import io.github.sigmadm.flow.LiveModels;
import io.github.sigmadm.flow.SigmaConnector;
import io.github.sigmadm.http.ClientSettings;
import io.github.sigmadm.http.HostPolicy;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.RequestLog;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Connections to Sigma organisations. Closing it ends all of them.
public final class SigmaConnections implements SigmaConnector, AutoCloseable {

  /// More requests at once than this get 429 from the data model endpoints, as people who use them
  /// report.
  private static final int USEFUL_AT_ONCE = 5;

  private final String userAgent;
  private final HostPolicy hosts;
  private final Secrets secrets;
  private final Pacing pacing;
  private final RequestLog log;
  private final List<ServiceClient> clients = new CopyOnWriteArrayList<>();

  /// @param userAgent what the program calls itself
  /// @param hosts where requests may go
  /// @param secrets learns the credentials and every token
  /// @param log told of every request, for debugging
  public SigmaConnections(
      String userAgent, HostPolicy hosts, Secrets secrets, Pacing pacing, RequestLog log) {
    this.userAgent = userAgent;
    this.hosts = hosts;
    this.secrets = secrets;
    this.pacing = pacing;
    this.log = log;
  }

  @Override
  public LiveModels connect(URI api, Credentials credentials, int atOnce) {
    ClientSettings settings =
        ClientSettings.of("Sigma", userAgent)
            .withConcurrency(Math.clamp(atOnce, 1, USEFUL_AT_ONCE));
    ServiceClient client = new ServiceClient(settings, hosts, secrets, pacing, log);
    clients.add(client);
    return new SigmaModels(api, credentials, client, secrets, pacing);
  }

  @Override
  public void close() {
    clients.forEach(ServiceClient::close);
  }
}
