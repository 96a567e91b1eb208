package io.github.sigmadm.check;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;

/// A spec file that could be read as an object; whether it is a sound data model is not known yet.
///
/// @param file where it stands
/// @param model what it says
public record ParsedSpec(RepositoryPath file, DataModel model) {}
