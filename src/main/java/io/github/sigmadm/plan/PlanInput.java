package io.github.sigmadm.plan;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.Matching;
import io.github.sigmadm.resolve.ResolvedSpec;
import java.util.List;
import java.util.Map;

/// A spec with all that planning it needs to know.
///
/// @param spec what is wanted
/// @param identity which live model it is
/// @param matching which live thing each of its parts is; where there is no live model, at most the
///   ids that columns of warehouse tables are given
/// @param others the models of the repository that are live, for references to them
/// @param base how the model was left by the last deploy, for telling what was changed in Sigma
///   since
/// @param drift what the policy says about that: only whether what was added in Sigma stays is
///   planned with; the rest is up to [DriftVerdict]
/// @param diagnostics what is to be told about the file
public record PlanInput(
    ResolvedSpec spec,
    LiveIdentity identity,
    Matching matching,
    Map<RepositoryPath, OtherModel> others,
    Base base,
    Policy.Drift drift,
    List<Diagnostic> diagnostics) {

  public PlanInput {
    others = Map.copyOf(others);
    diagnostics = List.copyOf(diagnostics);
  }

  /// A spec of which it is not known what was last deployed.
  public PlanInput(
      ResolvedSpec spec,
      LiveIdentity identity,
      Matching matching,
      Map<RepositoryPath, OtherModel> others,
      List<Diagnostic> diagnostics) {
    this(spec, identity, matching, others, new Base.Unknown(), Policy.DEFAULT.drift(), diagnostics);
  }
}
