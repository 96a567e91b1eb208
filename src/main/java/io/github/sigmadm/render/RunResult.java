package io.github.sigmadm.render;

import java.util.Locale;

/// What a run came to, in the words of the output `result`.
public enum RunResult {
  /// What was to be done is done.
  SUCCESS,
  /// There was nothing to do.
  NO_CHANGES,
  /// A spec has errors.
  INVALID,
  /// A policy stopped it.
  BLOCKED,
  /// Somebody else's change is in the way.
  CONFLICT,
  /// It did not work.
  FAILED;

  /// The word for it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
