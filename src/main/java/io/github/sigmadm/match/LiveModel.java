package io.github.sigmadm.match;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.spec.DataModel;
import java.util.Optional;

/// A live model as it was read.
///
/// @param name its name
/// @param folder the folder it lives in
/// @param description its description; empty if it has none
/// @param url where a browser shows it
/// @param version the version that was read; an update that names it fails if someone was faster
/// @param content its representation
public record LiveModel(
    DataModelId id,
    String name,
    FolderId folder,
    Optional<String> description,
    Optional<String> url,
    long version,
    DataModel content) {}
