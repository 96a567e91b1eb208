package io.github.sigmadm.git;

import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.HostedRepository;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.transport.URIish;

/// Where commits that are not in the checkout come from, and what lets us in there.
///
/// That is the hosting service or a folder of this machine, and no other place: a remote that
/// points elsewhere is not followed, so that no credential can be sent to it. SSH is not spoken; a
/// remote that uses it is reached at its service over https instead.
public final class Upstream {

  private final URIish address;
  private final List<Map<String, String>> admissions;

  private Upstream(URIish address, List<Map<String, String>> admissions) {
    this.address = address;
    this.admissions = List.copyOf(admissions);
  }

  /// The place to fetch from; empty if there is none that this program may and can use.
  ///
  /// @param hosted the repository on its hosting service; empty on a person's own machine, where
  ///   whatever was cloned is used, and no token is sent
  /// @param token for the hosting service
  public static Optional<Upstream> of(
      Checkout checkout, Optional<HostedRepository> hosted, Optional<Secret> token) {
    Optional<URIish> origin = checkout.origin();
    Optional<URIish> folder = origin.filter(Upstream::isFolder);
    if (folder.isPresent()) {
      return Optional.of(new Upstream(absolute(folder.get(), checkout), List.of(Map.of())));
    }
    Optional<URIish> web = origin.filter(Upstream::isWeb);
    if (hosted.isEmpty()) {
      return web.map(uri -> overWeb(uri, checkout, Optional.empty()));
    }
    URIish own = ownAddress(hosted.get());
    return Optional.of(
        overWeb(web.filter(uri -> sameOrigin(uri, own)).orElse(own), checkout, token));
  }

  /// Where to fetch from, without any credential.
  URIish address() {
    return address;
  }

  /// Sets of header fields to try, in this order, until one lets us in.
  List<Map<String, String>> admissions() {
    return admissions;
  }

  /// Whether it is on this machine.
  boolean isFolder() {
    return isFolder(address);
  }

  /// The host or folder, for people.
  @Override
  public String toString() {
    return address.getHost() == null ? address.getPath() : address.getHost();
  }

  private static Upstream overWeb(URIish uri, Checkout checkout, Optional<Secret> token) {
    URIish bare = uri.setUser(null).setPass(null);
    List<Map<String, String>> admissions = new ArrayList<>();
    Map<String, String> persisted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header : PersistedHeaders.of(checkout, bare)) {
      String[] parts = header.split(":", 2);
      if (parts.length == 2) {
        persisted.put(parts[0].strip(), parts[1].strip());
      }
    }
    if (!persisted.isEmpty()) {
      admissions.add(persisted);
    }
    if (uri.getPass() != null) {
      admissions.add(basic(uri.getUser(), uri.getPass()));
    } else if (uri.getUser() != null) {
      admissions.add(basic(uri.getUser(), ""));
    }
    token.ifPresent(secret -> admissions.add(basic("x-access-token", secret.reveal())));
    admissions.add(Map.of());
    return new Upstream(bare, admissions);
  }

  private static Map<String, String> basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static URIish ownAddress(HostedRepository hosted) {
    String server = hosted.server().toString().replaceAll("/+$", "");
    try {
      return new URIish(server + "/" + hosted.owner() + "/" + hosted.name() + ".git");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address: " + server, e);
    }
  }

  private static boolean isWeb(URIish uri) {
    return "https".equals(scheme(uri)) || "http".equals(scheme(uri));
  }

  private static boolean isFolder(URIish uri) {
    return scheme(uri).equals("file") || (scheme(uri).isEmpty() && uri.getHost() == null);
  }

  private static URIish absolute(URIish uri, Checkout checkout) {
    File path = new File(uri.getPath());
    return path.isAbsolute()
        ? uri
        : uri.setPath(checkout.root().resolve(uri.getPath()).normalize().toString());
  }

  private static boolean sameOrigin(URIish one, URIish other) {
    return scheme(one).equals(scheme(other))
        && host(one).equals(host(other))
        && port(one) == port(other);
  }

  private static String scheme(URIish uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static String host(URIish uri) {
    return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }

  private static int port(URIish uri) {
    return uri.getPort() != -1 ? uri.getPort() : scheme(uri).equals("https") ? 443 : 80;
  }
}
