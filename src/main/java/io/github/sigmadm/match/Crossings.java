package io.github.sigmadm.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Things that were matched by name while what they are built from says otherwise, all around: the
/// first is built like the counterpart of the second, and so on back to the first. Either names
/// were swapped, or what is behind them was; without ids nobody can tell.
final class Crossings {

  private Crossings() {}

  /// The things that cross, each with the live id of the one that it is built like.
  ///
  /// @param pairs the live id of each thing that was matched by name
  /// @param builtLike the one live thing, among those of the pairs, that a thing is built like and
  ///   that is not its counterpart
  static Map<String, String> of(
      Map<String, String> pairs, Function<String, Optional<String>> builtLike) {
    Map<String, String> desiredOf = new HashMap<>();
    pairs.forEach((desired, live) -> desiredOf.put(live, desired));
    Map<String, String> crossed = new HashMap<>();
    for (String start : pairs.keySet()) {
      List<String> way = new ArrayList<>();
      Optional<String> next = Optional.of(start);
      while (next.isPresent() && !way.contains(next.get())) {
        way.add(next.get());
        next = builtLike.apply(next.get()).map(desiredOf::get);
      }
      if (way.size() > 1 && next.equals(Optional.of(start))) {
        builtLike.apply(start).ifPresent(live -> crossed.put(start, live));
      }
    }
    return crossed;
  }
}
