package io.github.sigmadm.resolve;

import io.github.sigmadm.core.Diagnostic;
import java.util.List;

/// What resolving came to.
public sealed interface Resolution {

  /// It worked.
  record Resolved(ResolvedSpec spec) implements Resolution {}

  /// Something that the spec asks for is not there.
  record Unresolved(List<Diagnostic> problems) implements Resolution {
    public Unresolved {
      problems = List.copyOf(problems);
    }
  }
}
