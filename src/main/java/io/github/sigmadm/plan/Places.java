package io.github.sigmadm.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Some differences, to be found by their places: many things may have changed at once.
final class Places {

  private final List<Difference> all;
  private final Map<Place, List<Difference>> byHolder = new HashMap<>();

  Places(List<Difference> differences) {
    all = List.copyOf(differences);
    for (Difference difference : differences) {
      byHolder.computeIfAbsent(difference.place().holder(), k -> new ArrayList<>()).add(difference);
    }
  }

  List<Difference> all() {
    return all;
  }

  /// Those that are about the same as another one.
  List<Difference> touching(Difference other) {
    return byHolder.getOrDefault(other.place().holder(), List.of()).stream()
        .filter(one -> one.place().touches(other.place()))
        .toList();
  }
}
