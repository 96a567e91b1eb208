package io.github.sigmadm.plan;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.Matching;
import io.github.sigmadm.resolve.ResolvedSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A spec with all that planning it needs to know.
///
/// @param spec what is wanted
/// @param identity which live model it is
/// @param matching which live thing each of its parts is; empty where there is no live model
/// @param others the models of the repository that are live, for references to them
/// @param deployed how the model was left by the last deploy, for telling what was changed in Sigma
///   since; empty where that is not known
/// @param keepsAdditions whether what was only added in Sigma since the last deploy stays
/// @param diagnostics what is to be told about the file
public record PlanInput(
    ResolvedSpec spec,
    LiveIdentity identity,
    Matching matching,
    Map<RepositoryPath, OtherModel> others,
    Optional<Side> deployed,
    boolean keepsAdditions,
    List<Diagnostic> diagnostics) {

  public PlanInput {
    others = Map.copyOf(others);
    diagnostics = List.copyOf(diagnostics);
  }

  /// A spec that has its way.
  public PlanInput(
      ResolvedSpec spec,
      LiveIdentity identity,
      Matching matching,
      Map<RepositoryPath, OtherModel> others,
      Optional<Side> deployed,
      List<Diagnostic> diagnostics) {
    this(spec, identity, matching, others, deployed, false, diagnostics);
  }
}
