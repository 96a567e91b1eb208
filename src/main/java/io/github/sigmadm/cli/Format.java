package io.github.sigmadm.cli;

import java.util.Locale;

/// What a command writes to standard output. With any but the first, nothing else is written there.
enum Format {
  /// A report for people.
  TEXT,
  /// The plan file.
  JSON,
  /// The findings in SARIF 2.1.0, for code scanning.
  SARIF,
  /// The findings as workflow commands, which GitHub shows at their lines.
  GITHUB;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
