package io.github.sigmadm.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The things of one list, before and after, told apart by their ids.
///
/// Of several things with one id only the first counts; things without an id are left out.
///
/// @param kept what is on both sides, in order of the side after
/// @param added what is new, in its order
/// @param removed what is gone, in its order
record PairsById(List<Kept> kept, List<Named> added, List<Named> removed) {

  /// One thing, before and after.
  record Kept(Named before, Named after) {}

  static PairsById of(Named before, Named after, String list) {
    Map<String, Named> old = byId(before.objects(list));
    Map<String, Named> now = byId(after.objects(list));
    List<Kept> kept = new ArrayList<>();
    List<Named> added = new ArrayList<>();
    now.forEach((id, thing) ->
        Optional.ofNullable(old.get(id))
            .ifPresentOrElse(
                earlier -> kept.add(new Kept(earlier, thing)), () -> added.add(thing)));
    List<Named> removed =
        old.entrySet().stream()
            .filter(entry -> !now.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return new PairsById(kept, added, removed);
  }

  static Map<String, Named> byId(List<Named> things) {
    Map<String, Named> byId = new LinkedHashMap<>();
    things.stream()
        .filter(thing -> !thing.id().isEmpty())
        .forEach(thing -> byId.putIfAbsent(thing.id(), thing));
    return byId;
  }
}
