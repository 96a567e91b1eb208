package io.github.sigmadm.cli;

import java.util.Optional;

/// Which version of the program this is.
final class Version {

  private Version() {}

  /// The version as the jar's manifest has it.
  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /// What the program calls itself in requests.
  static String userAgent() {
    return "sigma-dm-action/" + text();
  }
}
