package io.github.sigmadm.plan;

import java.util.Locale;

/// What a change can do to the people who use the model, mildest first. The lower-case name is part
/// of the plan file.
public enum ChangeSeverity {
  /// Nothing that exists gives another answer.
  SAFE,
  /// The same name may give other numbers.
  NOTICE,
  /// Something that workbooks can hold on to goes away, is renamed, hidden or retyped.
  BREAKING,
  /// People may see data that was kept from them.
  SECURITY;

  /// The word used in the plan file and for people.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
