package io.github.sigmadm.flow;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.FileChange;
import io.github.sigmadm.spec.DataModel;
import java.util.List;
import java.util.Optional;

/// The live data models of one Sigma organisation, as far as the credentials see them.
///
/// All methods may be called from several threads. What is safe to repeat is repeated inside; what
/// comes out is a result or one of the [Trouble]s.
public interface LiveModels {

  /// All models, archived ones left out.
  List<LiveEntry> list();

  /// A model with its representation; empty if it does not exist, is archived, or is out of sight.
  Optional<LiveModel> read(DataModelId id);

  /// Makes a model. A create whose answer was lost is looked up before it is tried again: never two
  /// models.
  DataModelId create(String name, FolderId folder, Optional<String> description, DataModel content);

  /// Replaces a model's pages, if it is still at a version.
  ///
  /// If the answer is lost, the model is read again; what was sent being there counts as done.
  ///
  /// @throws Trouble.VersionConflict if it has moved on; nothing was written then
  void update(DataModelId id, long plannedVersion, DataModel content);

  /// Renames, moves or describes a model.
  void changeFile(DataModelId id, FileChange change);

  /// All columns of a model, as compiled.
  List<LiveColumn> columns(DataModelId id);

  /// All elements of a model, also those that its representation leaves out.
  List<LiveElement> elements(DataModelId id);

  /// The materialisation schedules of a model; none where Sigma does not tell.
  List<LiveSchedule> schedules(DataModelId id);

  /// Deletes a model; it can be restored. One that is deleted already stays so.
  void delete(DataModelId id);

  /// Brings a deleted model back, as it was, in the folder where it was.
  void restore(DataModelId id);
}
