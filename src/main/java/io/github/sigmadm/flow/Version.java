package io.github.sigmadm.flow;

import java.util.Optional;

/// Which version of the program this is.
public final class Version {

  private Version() {}

  /// The version as the jar's manifest has it.
  public static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /// What the program calls itself in requests.
  public static String userAgent() {
    return "sigma-dm-action/" + text();
  }
}
