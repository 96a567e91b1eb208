package io.github.sigmadm.match;

import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.ScopedId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How the ids that a document writes read on the live side, as far as that is known.
@FunctionalInterface
interface Translation {

  /// The live document's own ids.
  Translation NONE_NEEDED = id -> Optional.of(id.id());

  /// The live id of a thing; empty while it has no live counterpart.
  Optional<String> live(ScopedId id);

  default Optional<String> element(String id) {
    return live(ScopedId.element(id));
  }

  default Optional<String> column(String element, String id) {
    return live(ScopedId.within(element, IdKind.COLUMN, id));
  }

  /// All ids of a list, in its order; empty if one of them has no live counterpart, or the list has
  /// none.
  default Optional<String> list(String element, IdKind kind, Collection<String> ids) {
    List<String> lives = new ArrayList<>();
    for (String id : ids) {
      Optional<String> live = live(ScopedId.within(element, kind, id));
      if (live.isEmpty()) {
        return Optional.empty();
      }
      lives.add(live.get().length() + ":" + live.get());
    }
    return lives.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lives));
  }

  /// All ids of a list, without regard to its order; empty if one of them has no live counterpart,
  /// or the list has none.
  default Optional<String> set(String element, IdKind kind, Collection<String> ids) {
    return list(element, kind, ids)
        .map(ignored ->
            ids.stream()
                .map(id -> live(ScopedId.within(element, kind, id)).orElseThrow())
                .sorted()
                .map(id -> id.length() + ":" + id)
                .reduce("", String::concat));
  }
}
