package io.github.sigmadm.http;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Where requests may go. Asked before anything is sent, and for every redirect.
@FunctionalInterface
public interface HostPolicy {

  /// Whether a request may go to the scheme, host and port of this address.
  boolean allows(URI uri);

  /// Addresses on this machine, with or without TLS.
  HostPolicy LOOPBACK = HostPolicy::isLoopback;

  /// The hosts of a list. An entry is `host` (https on its usual port), `host:port` (https on that
  /// port), or begins with `https://` or `http://`; only the last allows requests without TLS.
  /// Names are compared whole and without regard to case.
  static HostPolicy of(Collection<String> hosts) {
    Set<String> origins = hosts.stream().map(HostPolicy::origin).collect(Collectors.toSet());
    return uri -> uri.getRawUserInfo() == null && origins.contains(origin(uri));
  }

  /// What either of two policies allows.
  default HostPolicy or(HostPolicy other) {
    return uri -> allows(uri) || other.allows(uri);
  }

  private static String origin(String entry) {
    String text = entry.strip();
    try {
      URI uri = URI.create(text.contains("://") ? text : "https://" + text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
      boolean rootOnly = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
      if (uri.getHost() != null
          && uri.getRawUserInfo() == null
          && plain
          && rootOnly
          && (scheme.equals("https") || scheme.equals("http"))) {
        return origin(uri);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(notAHost(entry), e);
    }
    throw new IllegalArgumentException(notAHost(entry));
  }

  private static String notAHost(String entry) {
    return "not a host: '" + entry + "'; write 'host', 'host:port' or 'http://host:port'";
  }

  private static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() != -1 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  /// Whether two addresses share scheme, host and port.
  static boolean sameOrigin(URI one, URI other) {
    return origin(one).equals(origin(other));
  }

  private static boolean isLoopback(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return uri.getRawUserInfo() == null
        && (host.equals("localhost")
            || host.equals("[::1]")
            || host.matches("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}"));
  }
}
