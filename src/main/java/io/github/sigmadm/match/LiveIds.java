package io.github.sigmadm.match;

import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A spec in the ids in which it is sent: what exists has its live id, and every reference goes
/// along.
///
/// What was live and has been removed in Sigma takes up its former id, so that workbooks find it
/// again. What is new keeps the id that its author wrote. Where something that exists has the id in
/// the same scope, or a control goes by it, it gets one made from it, the same at every run.
///
/// @param content the spec as it is sent
/// @param ids the id under which each thing of the spec is sent, in the spec's own ids
public record LiveIds(DataModel content, IdMap ids) {

  /// Writes a spec in live ids.
  ///
  /// @param matching what [Matcher] found for this very spec
  public static LiveIds rewrite(DataModel desired, Matching matching) {
    IdMap ids = idsToSend(desired, matching);
    return new LiveIds(DataModel.of(ids.applyTo(desired.node())), ids);
  }

  /// A spec of which nothing is live: in its own ids.
  public static LiveIds asWritten(DataModel desired) {
    return rewrite(desired, new Matching(IdMap.EMPTY, List.of()));
  }

  private static IdMap idsToSend(DataModel desired, Matching matching) {
    Set<ScopedId> defined = desired.definitions();
    Map<Scope, Set<String>> taken = new LinkedHashMap<>();
    // a control's own id and the name by which formulas know it must differ
    taken.computeIfAbsent(Scope.ELEMENTS, k -> new HashSet<>()).addAll(controlNames(desired));
    Map<ScopedId, String> ids = new LinkedHashMap<>();
    for (ScopedId id : defined) {
      matching
          .ids()
          .of(id)
          .ifPresent(known -> {
            Scope.of(id).in(taken).add(known);
            ids.put(id, known);
          });
    }
    for (ScopedId id : defined) {
      matching
          .former()
          .of(id)
          .filter(known -> !ids.containsKey(id) && Scope.of(id).in(taken).add(known))
          .ifPresent(known -> ids.put(id, known));
    }
    Set<ScopedId> clashing = new LinkedHashSet<>();
    for (ScopedId id : defined) {
      if (!ids.containsKey(id)) {
        if (Scope.of(id).in(taken).add(id.id())) {
          ids.put(id, id.id());
        } else {
          clashing.add(id);
        }
      }
    }
    // last, so that no made id takes the one that another new thing was written with
    for (ScopedId id : clashing) {
      ids.put(id, unused(id.id(), Scope.of(id).in(taken)));
    }
    return new IdMap(ids);
  }

  private static String unused(String written, Set<String> taken) {
    int number = 2;
    while (!taken.add(written + "-" + number)) {
      number++;
    }
    return written + "-" + number;
  }

  private static Set<String> controlNames(DataModel model) {
    return model
        .controls()
        .map(Control::controlId)
        .flatMap(Optional::stream)
        .map(name -> name.value())
        .collect(Collectors.toSet());
  }

  /// Where an id is unique: the document, or an element of the spec.
  private record Scope(IdKind kind, Optional<String> element) {

    private static final Scope ELEMENTS = new Scope(IdKind.ELEMENT, Optional.empty());

    static Scope of(ScopedId id) {
      return new Scope(id.kind(), id.element());
    }

    Set<String> in(Map<Scope, Set<String>> taken) {
      return taken.computeIfAbsent(this, k -> new HashSet<>());
    }
  }
}
