package io.github.sigmadm.check;

import io.github.sigmadm.spec.DataModel;
import java.util.Optional;

/// A spec of the repository, as its neighbours see it.
///
/// @param model what the file says
/// @param folder the folder that its model lives in, as the configuration or the file says
/// @param isNamedById whether something tells which live model it is, so that its name need not: an
///   entry of the configuration, or the id that it was exported with
public record RepositorySpec(DataModel model, Optional<String> folder, boolean isNamedById) {}
