package io.github.sigmadm.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Of all pairs that are possible, those in which each is the other's best match and no other is as
/// good.
final class MutualBest {

  /// A possible pair and how much speaks for it.
  record Weighed(String desired, String live, double weight) {}

  private MutualBest() {}

  /// Takes the best pairs; of equally good ones it only notes that they could be.
  ///
  /// @return whether a pair was taken
  static boolean take(List<Weighed> pairs, Pairing pairing) {
    Map<String, Best> bestOfDesired = new HashMap<>();
    Map<String, Best> bestOfLive = new HashMap<>();
    for (Weighed pair : pairs) {
      bestOfDesired.merge(pair.desired(), new Best(pair.weight(), 1), Best::and);
      bestOfLive.merge(pair.live(), new Best(pair.weight(), 1), Best::and);
    }
    List<Weighed> taken = new ArrayList<>();
    for (Weighed pair : pairs) {
      Best desired = bestOfDesired.getOrDefault(pair.desired(), Best.NONE);
      Best live = bestOfLive.getOrDefault(pair.live(), Best.NONE);
      if (pair.weight() < desired.weight() || pair.weight() < live.weight()) {
        continue;
      }
      if (desired.count() == 1 && live.count() == 1) {
        taken.add(pair);
      } else {
        pairing.suspect(pair.desired(), List.of(pair.live()));
      }
    }
    taken.forEach(pair -> pairing.pair(pair.desired(), pair.live()));
    return !taken.isEmpty();
  }

  /// The greatest weight, and how many pairs reach it.
  private record Best(double weight, int count) {

    private static final Best NONE = new Best(0, 0);

    Best and(Best other) {
      int compared = Double.compare(weight, other.weight);
      if (compared == 0) {
        return new Best(weight, count + other.count);
      }
      return compared > 0 ? this : other;
    }
  }
}
