package io.github.sigmadm.plan;

import io.github.sigmadm.spec.ScopedId;
import java.util.Optional;

/// What a change is about.
///
/// @param id the thing, in the ids that both sides share; empty for the model itself
/// @param part which part of the thing, where the part comes and goes by itself and has no id (the
///   legs of a join); else empty
/// @param name what people call it
record Subject(Optional<ScopedId> id, String part, String name) {

  static Subject model(String name) {
    return new Subject(Optional.empty(), "", name);
  }

  static Subject of(ScopedId id, String name) {
    return new Subject(Optional.of(id), "", name);
  }

  /// A part of the same thing that is called otherwise.
  Subject part(String path, String partName) {
    return new Subject(id, path, partName);
  }
}
