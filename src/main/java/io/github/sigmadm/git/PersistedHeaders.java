package io.github.sigmadm.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.transport.HttpConfig;
import org.eclipse.jgit.transport.URIish;

/// The header fields that the repository's configuration adds to requests: that is where
/// actions/checkout leaves its credentials, in the configuration itself (to version 5) or in a file
/// beside it that `includeIf` names (from version 6), which JGit does not follow.
final class PersistedHeaders {

  private static final String CONDITION = "gitdir:";

  private PersistedHeaders() {}

  /// The fields for an address, each as `Name: value`.
  static List<String> of(Checkout checkout, URIish address) {
    Config config = checkout.repository().getConfig();
    Path directory = checkout.repository().getDirectory().toPath().toAbsolutePath().normalize();
    Stream<Config> included =
        config.getSubsections("includeIf").stream()
            .filter(condition -> isMet(condition, directory))
            .flatMap(condition -> Stream.of(config.getStringList("includeIf", condition, "path")))
            .flatMap(path -> parsed(directory.resolve(path)));
    return Stream.concat(Stream.of(config), included)
        .map(each -> new HttpConfig(each, address).getExtraHeaders())
        .filter(headers -> !headers.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isMet(String condition, Path directory) {
    if (!condition.startsWith(CONDITION)) {
      return false;
    }
    String pattern = condition.substring(CONDITION.length());
    return pattern.equals(directory.toString())
        || (pattern.endsWith("/*")
            && pattern
                .substring(0, pattern.length() - 2)
                .equals(String.valueOf(directory.getParent())));
  }

  private static Stream<Config> parsed(Path file) {
    Config config = new Config();
    try {
      config.fromText(Files.readString(file));
    } catch (IOException | ConfigInvalidException e) {
      // Written for another place, such as the machine outside of the container.
      return Stream.empty();
    }
    return Stream.of(config);
  }
}
