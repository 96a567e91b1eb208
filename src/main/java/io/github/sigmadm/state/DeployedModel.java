package io.github.sigmadm.state;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.spec.IdMap;
import java.util.Optional;

/// What one file was last deployed as.
///
/// @param id the live model
/// @param name the name it was given
/// @param folder the folder it was put in
/// @param hash of what was deployed: the resolved spec with name, folder and description; empty
///   where it was not confirmed that this is what is live, so that the file is deployed again
/// @param commit the commit that was deployed
/// @param version the live version after the deploy; empty between making a model and having read
///   it back
/// @param created whether a deploy of this state made the model; only such ones may ever be pruned
/// @param ids which live id each thing of the spec got
public record DeployedModel(
    DataModelId id,
    String name,
    FolderId folder,
    Optional<String> hash,
    Commit commit,
    Optional<Long> version,
    boolean created,
    IdMap ids) {}
