package io.github.sigmadm.match;

import io.github.sigmadm.core.DataModelId;
import java.util.Optional;

/// A live model as the list of models has it.
///
/// @param name its name; not unique, not even in one folder
/// @param url where a browser shows it
/// @param version its latest version
public record LiveEntry(DataModelId id, String name, Optional<String> url, long version) {}
