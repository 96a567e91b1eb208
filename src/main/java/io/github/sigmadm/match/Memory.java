package io.github.sigmadm.match;

import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is known beside the two documents: the ids as they were at the last deploy, in the form
/// that matching asks for them, and whether one document is the other that has come back.
final class Memory {

  private final IdMap remembered;
  private final boolean sameDocument;

  /// By the live id of the element: what was inside it. Finds columns again whose element has got
  /// another id in the file.
  private final Map<Within, String> withinLive = new HashMap<>();

  private record Within(String liveElement, IdKind kind, String id) {}

  Memory(IdMap remembered, boolean sameDocument) {
    this.remembered = remembered;
    this.sameDocument = sameDocument;
    remembered
        .live()
        .forEach((id, liveId) ->
            id.element()
                .flatMap(element -> remembered.of(ScopedId.element(element)))
                .ifPresent(
                    element -> withinLive.put(new Within(element, id.kind(), id.id()), liveId)));
  }

  /// Whether things stand in the same order on both sides.
  boolean isSameDocument() {
    return sameDocument;
  }

  /// The live ids that pages had.
  Function<String, Optional<String>> pages() {
    return id -> remembered.of(ScopedId.page(id));
  }

  /// The live ids that elements had.
  Function<String, Optional<String>> elements() {
    return id -> remembered.of(ScopedId.element(id));
  }

  /// The live ids that things inside an element had.
  ///
  /// @param element the element's id in the spec
  /// @param liveElement the element's id on the live side
  Function<String, Optional<String>> within(String element, String liveElement, IdKind kind) {
    return id -> of(ScopedId.within(element, kind, id), Optional.of(liveElement));
  }

  /// The live id that a thing had.
  ///
  /// @param liveElement the live id of the element that it is in, where it is in one that has one
  Optional<String> of(ScopedId id, Optional<String> liveElement) {
    return remembered
        .of(id)
        .or(() ->
            liveElement.map(element -> withinLive.get(new Within(element, id.kind(), id.id()))));
  }
}
