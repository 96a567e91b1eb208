package io.github.sigmadm.plan;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import java.util.List;
import java.util.Optional;

/// What will happen to the model of one spec file.
public sealed interface ModelPlan {

  RepositoryPath path();

  /// The model's name as the file has it; the file's own name where that cannot be read.
  String name();

  List<Diagnostic> diagnostics();

  /// The model does not exist yet.
  ///
  /// @param folder where it will be made; empty where the plan is made from Git alone
  /// @param content what will be sent, in the spec's own ids; references to models of the
  ///   repository that do not exist yet are still written `${model:path}`
  /// @param dependsOn the specs whose models must be there first
  /// @param changes what comes with it
  record Create(
      RepositoryPath path,
      String name,
      Optional<FolderId> folder,
      DataModel content,
      List<RepositoryPath> dependsOn,
      List<Change> changes,
      List<Diagnostic> diagnostics)
      implements ModelPlan {
    public Create {
      dependsOn = List.copyOf(dependsOn);
      changes = List.copyOf(changes);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// The model exists and something about it changes.
  ///
  /// It may do so only because the model was changed in Sigma: then there are no changes, and what
  /// is written undoes the drift.
  ///
  /// @param content what will be sent, in live ids for what exists
  /// @param kept what of the content is not the file's: it was only added in Sigma, and stays
  /// @param contentChanges whether the representation itself changes; if not, only `file` does
  /// @param file what changes through the files endpoint
  /// @param ids which live id each thing of the spec has
  /// @param dependsOn the specs whose models must be there first
  /// @param changes what this spec changes; not what only undoes drift
  /// @param drift what was changed in Sigma since the last deploy and the file does not have
  /// @param impact who uses what this breaks
  record Update(
      RepositoryPath path,
      String name,
      Target target,
      DataModel content,
      SigmaAdditions kept,
      boolean contentChanges,
      FileChange file,
      IdMap ids,
      List<RepositoryPath> dependsOn,
      List<Change> changes,
      List<Drift> drift,
      List<Impact> impact,
      List<Diagnostic> diagnostics)
      implements ModelPlan {
    public Update {
      dependsOn = List.copyOf(dependsOn);
      changes = List.copyOf(changes);
      drift = List.copyOf(drift);
      impact = List.copyOf(impact);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// What is live is what the spec wants.
  ///
  /// @param seen what that is known from
  /// @param drift what was added in Sigma since the last deploy, and stays
  record Unchanged(
      RepositoryPath path,
      String name,
      Seen seen,
      IdMap ids,
      List<Drift> drift,
      List<Diagnostic> diagnostics)
      implements ModelPlan {
    public Unchanged {
      drift = List.copyOf(drift);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// The spec file is gone.
  ///
  /// @param live the model it described, where that is known; empty where the plan is made from Git
  ///   alone
  /// @param pruned whether the model is deleted with it; if not, it stays and only the plan says so
  /// @param impact who uses the model that is deleted
  record Delete(
      RepositoryPath path,
      String name,
      Optional<LiveModel> live,
      boolean pruned,
      List<Impact> impact,
      List<Diagnostic> diagnostics)
      implements ModelPlan {
    public Delete {
      impact = List.copyOf(impact);
      diagnostics = List.copyOf(diagnostics);
    }

    /// As long as it is not known who uses the model.
    public Delete(
        RepositoryPath path,
        String name,
        Optional<LiveModel> live,
        boolean pruned,
        List<Diagnostic> diagnostics) {
      this(path, name, live, pruned, List.of(), diagnostics);
    }

    /// With a model, everything goes that workbooks hold on to.
    private List<Change> changes() {
      return pruned
          ? List.of(
              new Change(
                  Thing.MODEL,
                  What.REMOVED,
                  SeverityRules.of(Thing.MODEL, What.REMOVED, ""),
                  Optional.empty(),
                  Optional.empty(),
                  name,
                  Optional.empty(),
                  Optional.of(name),
                  Optional.empty()))
          : List.of();
    }
  }

  /// The spec has errors; nothing is planned.
  record Invalid(RepositoryPath path, String name, List<Diagnostic> diagnostics)
      implements ModelPlan {
    public Invalid {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// It cannot be planned safely: nothing is.
  ///
  /// @param cause which kind of obstacle there is
  /// @param reason what is in the way, in words
  /// @param candidates the models that it could be
  record Conflict(
      RepositoryPath path,
      String name,
      Cause cause,
      String reason,
      List<LiveEntry> candidates,
      List<Diagnostic> diagnostics)
      implements ModelPlan {
    public Conflict {
      candidates = List.copyOf(candidates);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// What is in the way of a plan.
  enum Cause {
    /// Which live model it is cannot be decided.
    AMBIGUOUS,
    /// The live model holds what the representation leaves out, and an update would destroy it.
    LOSSY
  }

  /// The word for it in the plan file.
  default String action() {
    return switch (this) {
      case Create ignored -> "create";
      case Update ignored -> "update";
      case Unchanged ignored -> "unchanged";
      case Delete ignored -> "delete";
      case Invalid ignored -> "invalid";
      case Conflict ignored -> "conflict";
    };
  }

  /// The same plan with other findings about its file.
  default ModelPlan withDiagnostics(List<Diagnostic> diagnostics) {
    return switch (this) {
      case Create(
              var path,
              var name,
              var folder,
              var content,
              var dependsOn,
              var changes,
              var ignored) ->
          new Create(path, name, folder, content, dependsOn, changes, diagnostics);
      case Update update ->
          new Update(
              update.path(),
              update.name(),
              update.target(),
              update.content(),
              update.kept(),
              update.contentChanges(),
              update.file(),
              update.ids(),
              update.dependsOn(),
              update.changes(),
              update.drift(),
              update.impact(),
              diagnostics);
      case Unchanged(var path, var name, var target, var ids, var drift, var ignored) ->
          new Unchanged(path, name, target, ids, drift, diagnostics);
      case Delete(var path, var name, var live, var pruned, var impact, var ignored) ->
          new Delete(path, name, live, pruned, impact, diagnostics);
      case Invalid(var path, var name, var ignored) -> new Invalid(path, name, diagnostics);
      case Conflict(var path, var name, var cause, var reason, var candidates, var ignored) ->
          new Conflict(path, name, cause, reason, candidates, diagnostics);
    };
  }

  /// The same plan with those whom it affects.
  default ModelPlan withImpact(List<Impact> impact) {
    return switch (this) {
      case Update update ->
          new Update(
              update.path(),
              update.name(),
              update.target(),
              update.content(),
              update.kept(),
              update.contentChanges(),
              update.file(),
              update.ids(),
              update.dependsOn(),
              update.changes(),
              update.drift(),
              impact,
              update.diagnostics());
      case Delete delete ->
          new Delete(
              delete.path(),
              delete.name(),
              delete.live(),
              delete.pruned(),
              impact,
              delete.diagnostics());
      case Create ignored -> this;
      case Unchanged ignored -> this;
      case Invalid ignored -> this;
      case Conflict ignored -> this;
    };
  }

  /// Who uses what it breaks, as far as that was looked for.
  default List<Impact> impacted() {
    return switch (this) {
      case Update update -> update.impact();
      case Delete delete -> delete.impact();
      case Create ignored -> List.of();
      case Unchanged ignored -> List.of();
      case Invalid ignored -> List.of();
      case Conflict ignored -> List.of();
    };
  }

  /// What this spec changes.
  default List<Change> plannedChanges() {
    return switch (this) {
      case Create create -> create.changes();
      case Update update -> update.changes();
      case Unchanged ignored -> List.of();
      case Delete delete -> delete.changes();
      case Invalid ignored -> List.of();
      case Conflict ignored -> List.of();
    };
  }

  /// What was changed in Sigma since the last deploy and the file does not have.
  default List<Drift> plannedDrift() {
    return switch (this) {
      case Create ignored -> List.of();
      case Update update -> update.drift();
      case Unchanged unchanged -> unchanged.drift();
      case Delete ignored -> List.of();
      case Invalid ignored -> List.of();
      case Conflict ignored -> List.of();
    };
  }

  /// The live model it is about, where there is one.
  default Optional<LiveModel> live() {
    return switch (this) {
      case Update(_, _, Target.Live(var model), _, _, _, _, _, _, _, _, _, _) -> Optional.of(model);
      case Unchanged(_, _, Target.Live(var model), _, _, _) -> Optional.of(model);
      case Delete delete -> delete.live();
      case Update ignored -> Optional.empty();
      case Unchanged ignored -> Optional.empty();
      case Create ignored -> Optional.empty();
      case Invalid ignored -> Optional.empty();
      case Conflict ignored -> Optional.empty();
    };
  }

  /// The id of the live model it is about, where there is one.
  default Optional<DataModelId> dataModelId() {
    return this instanceof Unchanged(_, _, Seen.Recorded(var id, _), _, _, _)
        ? Optional.of(id)
        : live().map(LiveModel::id);
  }

  /// The version of the live model it is about, as far as it is known.
  default Optional<Long> liveVersion() {
    return this instanceof Unchanged(_, _, Seen.Recorded(_, var version), _, _, _)
        ? version
        : live().map(LiveModel::version);
  }
}
