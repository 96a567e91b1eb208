package io.github.sigmadm.plan;

import java.util.Locale;

/// What happens to a thing. The lower-case name is part of the plan file.
public enum What {
  ADDED,
  REMOVED,
  RENAMED,
  MOVED,
  CHANGED;

  /// The word used in the plan file and for people.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
