package io.github.sigmadm.check;

import io.github.sigmadm.core.Diagnostic;
import java.util.List;
import java.util.Optional;

/// What the rules say about a spec.
///
/// @param spec the spec
/// @param diagnostics what they found, in reading order; what the base had too is marked as known
public record Verdict(ParsedSpec spec, List<Diagnostic> diagnostics) {

  public Verdict {
    diagnostics = List.copyOf(diagnostics);
  }

  /// The spec, if nothing new is wrong with it.
  public Optional<CheckedSpec> checked() {
    return diagnostics.stream().anyMatch(Diagnostic::isNewError)
        ? Optional.empty()
        : Optional.of(new CheckedSpec(spec));
  }
}
