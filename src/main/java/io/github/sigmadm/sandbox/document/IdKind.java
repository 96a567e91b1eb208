package io.github.sigmadm.sandbox.document;

/// What an id names. Within one kind and owner an id is unique.
public enum IdKind {
  PAGE,
  ELEMENT,
  /// A column or a column folder: they share one space, since `order` and `groupBy` name both.
  COLUMN,
  /// A metric or a metric folder.
  METRIC,
  GROUPING,
  RELATIONSHIP,
  FILTER,
  SECURITY
}
