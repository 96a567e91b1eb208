package io.github.sigmadm.spec;

import java.util.Optional;

/// An id together with the scope in which it is unique.
///
/// @param kind what it is the id of
/// @param element the id of the element it belongs to; empty for pages and elements
/// @param id the id itself
public record ScopedId(IdKind kind, Optional<String> element, String id) {

  public ScopedId {
    if (kind.isWithinElement() != element.isPresent()) {
      throw new IllegalArgumentException("the scope of a " + kind.words() + " id");
    }
  }

  public static ScopedId page(String id) {
    return new ScopedId(IdKind.PAGE, Optional.empty(), id);
  }

  public static ScopedId element(String id) {
    return new ScopedId(IdKind.ELEMENT, Optional.empty(), id);
  }

  /// An id of a kind that is unique within an element.
  public static ScopedId within(String element, IdKind kind, String id) {
    return new ScopedId(kind, Optional.of(element), id);
  }
}
