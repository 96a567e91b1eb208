package io.github.sigmadm.formula;

/// Something wrong with the text of a formula.
///
/// @param kind what sort of mistake it is
/// @param start index (UTF-16) of the first character it is about
/// @param end index after the last character it is about
/// @param message what is wrong, as one sentence
/// @param hint what to do about it
public record FormulaProblem(Kind kind, int start, int end, String message, String hint) {

  /// Sorts of mistakes.
  public enum Kind {
    /// The formula cannot be read.
    SYNTAX,
    /// `And(…)`, `Or(…)` or `x in (…)`: readable, but known to be rejected by Sigma.
    OPERATOR_FORM
  }
}
