package io.github.sigmadm.sandbox.options;

/// What happens to the ids that a create or an update submits. Sigma has been seen to do both.
public enum IdMode {
  /// A create replaces every id (not `controlId`) by a new one of ten characters; an update keeps
  /// ids that the live model has in the same place, and replaces the others.
  REMAP,
  /// Submitted ids stay as they are.
  KEEP
}
