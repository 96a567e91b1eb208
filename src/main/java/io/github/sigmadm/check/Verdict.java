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

  /// The same, with what the base commit's version of the file had too marked as known.
  ///
  /// @param base what the rules found in that version
  public Verdict knowing(List<Diagnostic> base) {
    return new Verdict(spec, Baseline.mark(diagnostics, base));
  }

  /// The spec, if nothing new is wrong with it.
  public Optional<CheckedSpec> checked() {
    return diagnostics.stream().anyMatch(Diagnostic::isNewError)
        ? Optional.empty()
        : Optional.of(new CheckedSpec(spec));
  }
}
