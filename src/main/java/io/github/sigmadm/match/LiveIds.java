package io.github.sigmadm.match;

import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
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
/// What is new keeps the id that its author wrote, unless something that exists has that id in the
/// same scope, or a control goes by it; then it gets one made from it, the same at every run.
///
/// @param content the spec as it is sent
/// @param ids the id under which each thing of the spec is sent, in the spec's own ids
public record LiveIds(DataModel content, IdMap ids) {

  /// Writes a spec in live ids.
  ///
  /// @param matching what [Matcher] found for this very spec
  public static LiveIds rewrite(DataModel desired, Matching matching) {
    IdMap ids = idsToSend(desired, matching.ids());
    return new LiveIds(DataModel.of(ids.applyTo(desired.node())), ids);
  }

  /// A spec of which nothing is live: in its own ids.
  public static LiveIds asWritten(DataModel desired) {
    return rewrite(desired, new Matching(IdMap.EMPTY, List.of()));
  }

  private static IdMap idsToSend(DataModel desired, IdMap matched) {
    Set<ScopedId> defined = definitions(desired);
    Map<Scope, Set<String>> taken = new LinkedHashMap<>();
    // a control's own id and the name by which formulas know it must differ
    taken.computeIfAbsent(Scope.ELEMENTS, k -> new HashSet<>()).addAll(controlNames(desired));
    defined.forEach(id -> matched.of(id).ifPresent(live -> Scope.of(id).in(taken).add(live)));

    Map<ScopedId, String> ids = new LinkedHashMap<>();
    Set<ScopedId> clashing = new LinkedHashSet<>();
    for (ScopedId id : defined) {
      Optional<String> live = matched.of(id);
      if (live.isPresent()) {
        ids.put(id, live.get());
      } else if (Scope.of(id).in(taken).add(id.id())) {
        ids.put(id, id.id());
      } else {
        clashing.add(id);
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

  private static Set<ScopedId> definitions(DataModel model) {
    Set<ScopedId> defined = new LinkedHashSet<>();
    for (IdSite site : IdSites.in(model.node())) {
      if (site instanceof IdSite.Definition definition) {
        defined.add(definition.id());
      }
    }
    return defined;
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
