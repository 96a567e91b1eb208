package io.github.sigmadm.tree;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Severity;
import java.util.List;
import java.util.Optional;

/// What came of reading a file.
///
/// @param root the whole value; empty when the text could not be read to its end. It may be there
///   beside errors (of two equal keys it has the first), so that more can be found in one go
/// @param diagnostics what is wrong, in reading order
public record Reading(Optional<Node> root, List<Diagnostic> diagnostics) {

  public Reading {
    diagnostics = List.copyOf(diagnostics);
  }

  /// Whether the file must not be used.
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(found -> found.severity() == Severity.ERROR);
  }

  /// The whole value, if the file was read without errors.
  public Optional<Node> sound() {
    return hasErrors() ? Optional.empty() : root;
  }
}
