package io.github.sigmadm.render;

import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ChangeSeverity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The changes of one element, the most important first.
///
/// @param page the page it is on; empty for changes of the model itself
/// @param element its name; empty for changes of a page or of the model
/// @param changes at least one
record ChangeGroup(Optional<String> page, Optional<String> element, List<Change> changes) {

  private static final Comparator<Change> IMPORTANCE =
      Comparator.comparing(Change::severity).reversed();

  private record Place(Optional<String> page, Optional<String> element) {}

  ChangeGroup {
    changes = changes.stream().sorted(IMPORTANCE).toList();
  }

  /// Groups changes by element; the group with the worst change first, else in order of appearance.
  static List<ChangeGroup> of(List<Change> changes) {
    Map<Place, List<Change>> places = new LinkedHashMap<>();
    for (Change change : changes) {
      places
          .computeIfAbsent(new Place(change.page(), change.element()), place -> new ArrayList<>())
          .add(change);
    }
    return places.entrySet().stream()
        .map(entry ->
            new ChangeGroup(entry.getKey().page(), entry.getKey().element(), entry.getValue()))
        .sorted(Comparator.comparing(ChangeGroup::worst).reversed())
        .toList();
  }

  ChangeSeverity worst() {
    return changes.getFirst().severity();
  }

  /// Where this is.
  Phrase title() {
    if (element.isPresent()) {
      Phrase name = named(element.get());
      return page.map(on -> name.words(" on page ").and(named(on))).orElse(name);
    }
    return page.map(name -> Phrase.of("Page ").and(named(name))).orElse(Phrase.of("Model"));
  }

  private static Phrase named(String name) {
    return Phrase.named(VisibleText.shortened(name, ChangeLine.NAME));
  }
}
