package io.github.sigmadm.cli;

import io.github.sigmadm.flow.Announcer;
import io.github.sigmadm.flow.Credentials;
import io.github.sigmadm.flow.Organisation;
import io.github.sigmadm.flow.SigmaConnector;
import io.github.sigmadm.flow.Version;
import io.github.sigmadm.http.ClientSettings;
import io.github.sigmadm.http.HostPolicy;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import io.github.sigmadm.sigma.SigmaOrganisation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Connections to Sigma for as long as a run takes. Each speaks to the one address that it was made
/// for.
final class SigmaConnections implements SigmaConnector, AutoCloseable {

  /// Sigma was seen to answer 429 to more requests than about this many at once.
  private static final int MOST_AT_ONCE = 5;

  private final Secrets secrets;
  private final Announcer announcer;
  private final ClientSettings settings;
  private final Pacing pacing;
  private final List<ServiceClient> clients = new ArrayList<>();

  SigmaConnections(Secrets secrets, Announcer announcer) {
    this(secrets, announcer, usual(), Pacing.real());
  }

  /// @param settings with any bound on parallel requests; each connection has its own
  SigmaConnections(Secrets secrets, Announcer announcer, ClientSettings settings, Pacing pacing) {
    this.secrets = secrets;
    this.announcer = announcer;
    this.settings = settings;
    this.pacing = pacing;
  }

  /// How Sigma is dealt with.
  static ClientSettings usual() {
    return ClientSettings.of("Sigma", Version.userAgent());
  }

  @Override
  public Organisation connect(URI api, Credentials credentials, int atOnce) {
    ServiceClient client =
        new ServiceClient(
            settings.withConcurrency(Math.min(atOnce, MOST_AT_ONCE)),
            uri -> HostPolicy.sameOrigin(uri, api),
            secrets,
            pacing,
            announcer::debug);
    clients.add(client);
    return SigmaOrganisation.at(api, credentials, client, secrets, pacing);
  }

  @Override
  public void close() {
    clients.forEach(ServiceClient::close);
  }
}
