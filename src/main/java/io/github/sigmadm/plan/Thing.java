package io.github.sigmadm.plan;

import java.util.Locale;

/// What a change is about. The lower-case name is part of the plan file.
public enum Thing {
  MODEL,
  PAGE,
  ELEMENT,
  SOURCE,
  COLUMN,
  METRIC,
  RELATIONSHIP,
  FILTER,
  CONTROL,
  /// Column-level rules, and row filters on who the user is.
  SECURITY,
  /// Folders of columns and of metrics.
  FOLDER,
  GROUPING,
  SORT,
  ORDER,
  /// Anything else; the change's property says where it stands.
  FIELD;

  /// The word used in the plan file and for people.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
