package io.github.sigmadm.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Two orders of things, of which some may be new and some gone.
final class ListOrder {

  private ListOrder() {}

  /// Whether what is in both lists stands in another order.
  static boolean differs(Collection<String> before, Collection<String> after) {
    return !common(before, after).equals(common(after, before));
  }

  /// What of a list is also in another, in the list's order.
  static List<String> common(Collection<String> list, Collection<String> other) {
    Set<String> others = Set.copyOf(other);
    return List.copyOf(new LinkedHashSet<>(list.stream().filter(others::contains).toList()));
  }
}
