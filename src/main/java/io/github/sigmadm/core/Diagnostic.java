package io.github.sigmadm.core;

import java.util.Comparator;
import java.util.Optional;

/// One finding about a user's file: what is wrong, where, why, and what to do about it.
///
/// @param severity whether it fails validation
/// @param code stable kebab-case name of the rule, such as `unknown-reference`
/// @param file the file it is about
/// @param span where in the file
/// @param message what is wrong, as one sentence in the reader's words, without the place
/// @param hint what to do about it; empty only where the message already says so
/// @param known whether the base commit already had the same finding: told, but no reason to fail
public record Diagnostic(
    Severity severity,
    String code,
    RepositoryPath file,
    Span span,
    String message,
    Optional<String> hint,
    boolean known) {

  /// By file, then place, then severity, then text: the order in which people read.
  public static final Comparator<Diagnostic> READING_ORDER =
      Comparator.comparing(Diagnostic::file)
          .thenComparing(diagnostic -> diagnostic.span().start())
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  public Diagnostic {
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("a code is kebab-case: '" + code + "'");
    }
  }

  public static Diagnostic error(
      String code, RepositoryPath file, Span span, String message, String hint) {
    return new Diagnostic(Severity.ERROR, code, file, span, message, Optional.of(hint), false);
  }

  public static Diagnostic warning(
      String code, RepositoryPath file, Span span, String message, String hint) {
    return new Diagnostic(Severity.WARNING, code, file, span, message, Optional.of(hint), false);
  }

  /// The same finding, marked as one that the base commit had too.
  public Diagnostic asKnown() {
    return new Diagnostic(severity, code, file, span, message, hint, true);
  }

  /// Whether this finding fails validation: an error that this change brought in.
  public boolean isNewError() {
    return severity == Severity.ERROR && !known;
  }
}
