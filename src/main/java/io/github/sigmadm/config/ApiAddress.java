package io.github.sigmadm.config;

import io.github.sigmadm.spec.Nearest;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which addresses credentials may be sent to: https on Sigma's published hosts, http or https on
/// loopback, and https on hosts that the workflow itself lists.
public final class ApiAddress {

  private static final Set<String> PUBLISHED =
      Arrays.stream(Region.values())
          .map(region -> URI.create(region.address()).getHost())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private ApiAddress() {}

  /// The address that a configured `api` or `base-url` means.
  ///
  /// @throws IllegalArgumentException with the reason, if it is neither a region nor an address
  public static URI of(String text) {
    problem(text)
        .ifPresent(reason -> {
          throw new IllegalArgumentException(reason);
        });
    return URI.create(Region.of(text).map(Region::address).orElse(stripped(text)));
  }

  /// What is wrong with a configured `api` or `base-url`, whichever hosts are allowed; empty if
  /// nothing is.
  public static Optional<String> problem(String text) {
    if (Region.of(text).isPresent()) {
      return Optional.empty();
    }
    if (!text.contains(":")) {
      return Optional.of(
          "There is no region '"
              + text
              + "'."
              + Nearest.to(text, Region.names())
                  .map(near -> " Did you mean " + near + "?")
                  .orElse(""));
    }
    URI uri;
    try {
      uri = URI.create(stripped(text));
    } catch (IllegalArgumentException e) {
      return Optional.of("'" + text + "' is not an address.");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Optional.of("'" + text + "' is not an address with just a host.");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return Optional.of(
          "'" + text + "' has a query or a fragment, which the address of an API has not.");
    }
    boolean isLoopback = LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    if ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback)) {
      return Optional.empty();
    }
    return Optional.of(
        "'" + text + "' is not https, and only this machine itself may be spoken to without.");
  }

  /// Whether requests may be sent to an address.
  ///
  /// @param listed hosts that the workflow lists besides the published ones, with a port where it
  ///   is not 443
  public static boolean isAllowed(URI address, Collection<String> listed) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return false;
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    if (LOOPBACK.contains(host)) {
      return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    }
    if (!"https".equals(address.getScheme())) {
      return false;
    }
    boolean standardPort = address.getPort() == -1 || address.getPort() == 443;
    if (standardPort && PUBLISHED.contains(host)) {
      return true;
    }
    String written = standardPort ? host : host + ":" + address.getPort();
    return listed.stream()
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
        .anyMatch(written::equals);
  }

  private static String stripped(String text) {
    String result = text.strip();
    while (result.endsWith("/")) {
      result = result.substring(0, result.length() - 1);
    }
    return result;
  }
}
