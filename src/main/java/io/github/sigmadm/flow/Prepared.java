package io.github.sigmadm.flow;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.resolve.ResolvedSpec;
import java.util.List;

/// A spec of this run after checking and resolving.
sealed interface Prepared {

  RepositoryPath path();

  List<Diagnostic> diagnostics();

  /// It can be planned.
  ///
  /// @param diagnostics warnings, and errors that the base had too
  record Ready(ResolvedSpec spec, List<Diagnostic> diagnostics) implements Prepared {
    public Ready {
      diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public RepositoryPath path() {
      return spec.path();
    }
  }

  /// It is sound as far as can be told without an environment to resolve it for.
  record Sound(RepositoryPath path, String name, List<Diagnostic> diagnostics) implements Prepared {
    public Sound {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// It has errors.
  record Faulty(ModelPlan.Invalid plan) implements Prepared {
    @Override
    public RepositoryPath path() {
      return plan.path();
    }

    @Override
    public List<Diagnostic> diagnostics() {
      return plan.diagnostics();
    }
  }
}
