package io.github.sigmadm.plan;

import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.ScopedId;
import java.util.Optional;

/// Where in a model a change is, whatever the things there are called: by this, changes between
/// different pairs of states are recognised as being about the same.
///
/// @param thing the thing; empty for the model itself
/// @param property which part of it, as a path; empty where the thing as a whole comes or goes
record Place(Optional<ScopedId> thing, String property) {

  /// Whether two changes at these places are about the same: at the same place, or one where the
  /// other's whole thing, or whole element, comes or goes.
  boolean touches(Place other) {
    return holds(other) || other.holds(this);
  }

  /// The element that it is in, or else the page or the model: places that touch have it in common.
  Place holder() {
    return new Place(thing.map(id -> id.element().map(ScopedId::element).orElse(id)), "");
  }

  private boolean holds(Place other) {
    if (thing.equals(other.thing)) {
      return property.equals(other.property)
          || isWhole()
          || other.property.startsWith(property + ".");
    }
    return isWhole()
        && thing
            .filter(id -> id.kind() == IdKind.ELEMENT)
            .map(ScopedId::id)
            .filter(element ->
                other.thing.flatMap(ScopedId::element).filter(element::equals).isPresent())
            .isPresent();
  }

  private boolean isWhole() {
    return property.isEmpty() && thing.isPresent();
  }
}
