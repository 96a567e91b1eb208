package io.github.sigmadm.config;

import io.github.sigmadm.spec.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The address of Sigma's API, and whether credentials may be sent there: https on Sigma's
/// published hosts, http or https on loopback, and https on hosts that the workflow itself lists.
///
/// Read here by a grammar that is narrower than that of URIs, so that nothing is left over that
/// another reader of the address could understand differently.
///
/// @param secure whether it is https
/// @param host in lower case; an IPv6 address in brackets
/// @param path empty, or beginning with a slash and not ending with one
public record ApiAddress(boolean secure, String host, int port, String path) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>https?)://(?<host>\\[::1]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(?<port>\\d{1,5}))?"
              + "(?<path>(?:/[a-z0-9_~-][a-z0-9._~-]*)*)/*",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 2_000;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private static final Set<String> PUBLISHED =
      Arrays.stream(Region.values())
          .map(region -> parse(region.address()).orElseThrow().host())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /// The address that a configured `api` or `base-url` means: a region's, or the one written.
  ///
  /// @throws IllegalArgumentException with the reason, if it is neither a region nor an address
  public static ApiAddress of(String text) {
    problem(text)
        .ifPresent(reason -> {
          throw new IllegalArgumentException(reason);
        });
    return parse(Region.of(text.strip()).map(Region::address).orElse(text)).orElseThrow();
  }

  /// What is wrong with a configured `api` or `base-url`, whichever hosts are allowed; empty if
  /// nothing is.
  public static Optional<String> problem(String text) {
    if (Region.of(text.strip()).isPresent()) {
      return Optional.empty();
    }
    if (text.indexOf('@') >= 0) {
      // Not repeated: it may hold a password.
      return Optional.of("The address has a user name in it.");
    }
    if (text.indexOf(':') < 0) {
      return Optional.of(noRegion(text));
    }
    Optional<ApiAddress> address = parse(text);
    if (address.isEmpty()) {
      return Optional.of("'" + text + "' is not https:// and a host, with a port or path at most.");
    }
    return address.get().problem().map(reason -> "'" + text + "' " + reason);
  }

  private static String noRegion(String text) {
    String nearest =
        Nearest.to(text, Region.names()).map(near -> " Did you mean " + near + "?").orElse("");
    return "There is no region '" + text + "'." + nearest;
  }

  private Optional<String> problem() {
    if (!secure && !LOOPBACK.contains(host)) {
      return Optional.of("is not https, and only this machine itself may be spoken to without.");
    }
    if (("/" + path + "/").contains("/v2/")) {
      return Optional.of("has the path /v2, which is added to it.");
    }
    return Optional.empty();
  }

  private static Optional<ApiAddress> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (text.length() > LONGEST || !form.matches() || form.group("host").contains("..")) {
      return Optional.empty();
    }
    boolean secure = form.group("scheme").equalsIgnoreCase("https");
    int usual = secure ? HTTPS_PORT : HTTP_PORT;
    int port = form.group("port") == null ? usual : Integer.parseInt(form.group("port"));
    return port == 0 || port > 65_535
        ? Optional.empty()
        : Optional.of(
            new ApiAddress(
                secure, form.group("host").toLowerCase(Locale.ROOT), port, form.group("path")));
  }

  /// Whether credentials may be sent here.
  ///
  /// @param listed hosts that the workflow lists besides the published ones, with a port where it
  ///   is not 443
  public boolean isAllowed(Collection<String> listed) {
    if (LOOPBACK.contains(host)) {
      return true;
    }
    if (!secure) {
      return false;
    }
    return (port == HTTPS_PORT && PUBLISHED.contains(host))
        || listed.stream()
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .anyMatch(entry ->
                entry.equals(host + ":" + port) || (port == HTTPS_PORT && entry.equals(host)));
  }

  /// The address in its one spelling, for requests.
  @Override
  public String toString() {
    boolean usual = port == (secure ? HTTPS_PORT : HTTP_PORT);
    return (secure ? "https://" : "http://") + host + (usual ? "" : ":" + port) + path;
  }
}
