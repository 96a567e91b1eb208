package io.github.sigmadm.plan;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.IdMap;
import java.util.List;
import java.util.Optional;

/// What carrying out the plan for one file came to.
public sealed interface Outcome {

  /// The plan that was carried out.
  ModelPlan planned();

  default RepositoryPath path() {
    return planned().path();
  }

  /// Written, read back, and found to be what was sent.
  ///
  /// @param version the version that is live now
  /// @param ids which live id each thing of the spec has now
  /// @param remarks what the reader should know although it succeeded
  record Deployed(
      ModelPlan planned,
      DataModelId id,
      Optional<String> url,
      long version,
      IdMap ids,
      List<String> remarks)
      implements Outcome {
    public Deployed {
      remarks = List.copyOf(remarks);
    }
  }

  /// The model was deleted, as its file was. Sigma keeps deleted models for a while.
  record Deleted(ModelPlan.Delete planned) implements Outcome {}

  /// There was nothing to do.
  record Unchanged(ModelPlan planned) implements Outcome {}

  /// Someone changed the model after it was planned, or which model it is cannot be decided;
  /// nothing was written.
  record Conflict(ModelPlan planned, String reason) implements Outcome {}

  /// What came back was not what was sent, and the previous representation was put back.
  record RolledBack(ModelPlan planned, List<String> findings) implements Outcome {
    public RolledBack {
      findings = List.copyOf(findings);
    }
  }

  /// It did not work.
  ///
  /// @param reason what failed and what to do, in words
  /// @param verification whether the write went through and what came back was not what was sent
  record Failed(ModelPlan planned, String reason, boolean verification) implements Outcome {}

  /// It was not tried, because something it depends on did not succeed.
  record Skipped(ModelPlan planned, String reason) implements Outcome {}

  /// Whether the live model is now what the spec wants.
  default boolean succeeded() {
    return switch (this) {
      case Deployed ignored -> true;
      case Deleted ignored -> true;
      case Unchanged ignored -> true;
      case Conflict ignored -> false;
      case RolledBack ignored -> false;
      case Failed ignored -> false;
      case Skipped ignored -> false;
    };
  }
}
