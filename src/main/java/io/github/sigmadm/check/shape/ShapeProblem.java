package io.github.sigmadm.check.shape;

import io.github.sigmadm.core.Span;

/// A place where a spec does not look as it should.
///
/// @param message what is wrong, as one sentence
/// @param hint what to do about it
public record ShapeProblem(Kind kind, Span span, String message, String hint) {

  /// Sorts of problems; each is a rule of its own.
  public enum Kind {
    MISSING_FIELD,
    WRONG_TYPE,
    INVALID_VALUE,
    UNKNOWN_FIELD,
    UNKNOWN_KIND
  }
}
