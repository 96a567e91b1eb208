package io.github.sigmadm.resolve;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import java.util.List;
import java.util.Optional;

/// A spec as one environment should have it, apart from ids that only the live side knows.
///
/// @param path its file
/// @param name the model's name
/// @param folder where the model lives; empty if neither the environment nor the file says
/// @param description the model's description; empty if the file has none
/// @param exportedId the id the file was exported with
/// @param content what will be sent, without the metadata of exports: `schemaVersion` and `pages`,
///   and whatever the representation may come to have; references to models of the repository are
///   [ModelLink]s
/// @param dependsOn the specs it refers to
public record ResolvedSpec(
    RepositoryPath path,
    String name,
    Optional<FolderId> folder,
    Optional<String> description,
    Optional<DataModelId> exportedId,
    DataModel content,
    List<RepositoryPath> dependsOn) {

  public ResolvedSpec {
    dependsOn = List.copyOf(dependsOn);
  }
}
