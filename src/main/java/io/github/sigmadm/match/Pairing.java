package io.github.sigmadm.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Pairs the things of one scope with their live counterparts, step by step.
///
/// Each step sees only what the steps before it left open, and takes a pair only where it is the
/// only one possible on both sides; so the order of the things does not matter. Of several things
/// with one id only the first takes part.
final class Pairing {

  private final Map<String, Part> desired = new LinkedHashMap<>();
  private final Map<String, Part> live = new LinkedHashMap<>();
  private final Map<String, String> pairs = new LinkedHashMap<>();
  private final Map<String, TreeSet<String>> candidates = new LinkedHashMap<>();

  /// What was paired by its keys, for what they say of it otherwise.
  private final Map<Part, Part> byKeys = new LinkedHashMap<>();

  Pairing(Collection<Part> desired, Collection<Part> live) {
    desired.forEach(part -> this.desired.putIfAbsent(part.id(), part));
    live.forEach(part -> this.live.putIfAbsent(part.id(), part));
  }

  /// Pairs what has the same id.
  Pairing byId() {
    for (String id : List.copyOf(desired.keySet())) {
      if (live.containsKey(id)) {
        pair(id, id);
      }
    }
    return this;
  }

  /// Pairs what was the same at the last deploy.
  ///
  /// @param remembered the live id that a thing had then
  Pairing byMemory(Function<String, Optional<String>> remembered) {
    return by(part -> remembered.apply(part.id()), part -> Optional.of(part.id()));
  }

  /// Pairs by each of the things' keys, strongest first.
  Pairing byKeys() {
    Map<String, Part> mine = Map.copyOf(desired);
    Map<String, Part> theirs = Map.copyOf(live);
    Set<String> before = Set.copyOf(pairs.keySet());
    int steps = desired.values().stream().findFirst().map(part -> part.keys().size()).orElse(0);
    for (int step = 0; step < steps; step++) {
      int index = step;
      by(part -> part.keys().get(index), part -> part.keys().get(index));
    }
    pairs.forEach((id, liveId) -> {
      if (!before.contains(id)) {
        byKeys.put(part(mine, id), part(theirs, liveId));
      }
    });
    return this;
  }

  /// Pairs twins in document order: things that differ in nothing but their ids, where there are as
  /// many of them on both sides. Which is which cannot matter to anyone, and to remove and make
  /// them again would.
  Pairing byPlace() {
    Map<String, List<String>> twins =
        grouped(
            live, part -> isRecognisable(part) ? Optional.of(part.content()) : Optional.empty());
    grouped(desired, part -> Optional.of(part.content()))
        .forEach((content, ids) -> {
          inOrder(ids, twins.getOrDefault(content, List.of()));
        });
    return this;
  }

  /// What was paired by its keys, and what it is built from crosses with that (see [Crossings]).
  ///
  /// @param built the key that tells what a thing is built from
  /// @return those things, each with the live id of the one that it is built like
  Map<Part, String> crossed(int built) {
    Map<String, List<Part>> liveByKey =
        byKeys.values().stream()
            .filter(part -> part.keys().get(built).isPresent())
            .collect(Collectors.groupingBy(part -> part.keys().get(built).orElseThrow()));
    Map<String, Part> paired = new LinkedHashMap<>();
    byKeys.keySet().forEach(part -> paired.put(part.id(), part));
    return crossed(id ->
        part(paired, id)
            .keys()
            .get(built)
            .map(key -> liveByKey.getOrDefault(key, List.of()))
            .filter(alike -> alike.size() == 1)
            .map(alike -> alike.getFirst().id()));
  }

  /// @param builtLike the one live thing, of those that were paired by keys, that a thing is built
  ///   like
  Map<Part, String> crossed(Function<String, Optional<String>> builtLike) {
    Map<String, String> ids = new LinkedHashMap<>();
    byKeys.forEach((mine, theirs) -> ids.put(mine.id(), theirs.id()));
    Map<String, String> crossed =
        Crossings.of(ids, id -> builtLike.apply(id).filter(like -> !like.equals(ids.get(id))));
    Map<Part, String> parts = new LinkedHashMap<>();
    byKeys
        .keySet()
        .forEach(part ->
            Optional.ofNullable(crossed.get(part.id())).ifPresent(other -> parts.put(part, other)));
    return parts;
  }

  private static Part part(Map<String, Part> parts, String id) {
    return Optional.ofNullable(parts.get(id)).orElseThrow();
  }

  /// Pairs what several could be by the order on both sides, where there are as many of them: for
  /// one document that came back as another.
  Pairing byOrder() {
    int steps = desired.values().stream().findFirst().map(part -> part.keys().size()).orElse(0);
    for (int step = 0; step < steps; step++) {
      int index = step;
      Map<String, List<String>> alike = grouped(live, part -> part.keys().get(index));
      grouped(desired, part -> part.keys().get(index))
          .forEach((key, ids) -> inOrder(ids, alike.getOrDefault(key, List.of())));
    }
    return this;
  }

  private void inOrder(List<String> ids, List<String> liveIds) {
    if (ids.size() == liveIds.size()) {
      for (int i = 0; i < ids.size(); i++) {
        pair(ids.get(i), liveIds.get(i));
      }
    }
  }

  private static boolean isRecognisable(Part part) {
    return part.keys().stream().anyMatch(Optional::isPresent);
  }

  private Pairing by(
      Function<Part, Optional<String>> desiredKey, Function<Part, Optional<String>> liveKey) {
    Map<String, List<String>> liveByKey = grouped(live, liveKey);
    grouped(desired, desiredKey)
        .forEach((key, ids) -> {
          List<String> liveIds = liveByKey.getOrDefault(key, List.of());
          if (ids.size() == 1 && liveIds.size() == 1) {
            pair(ids.getFirst(), liveIds.getFirst());
          } else if (!liveIds.isEmpty()) {
            ids.forEach(id -> suspect(id, liveIds));
          }
        });
    return this;
  }

  private static Map<String, List<String>> grouped(
      Map<String, Part> parts, Function<Part, Optional<String>> key) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    parts
        .values()
        .forEach(part ->
            key.apply(part)
                .ifPresent(
                    text -> groups.computeIfAbsent(text, k -> new ArrayList<>()).add(part.id())));
    return groups;
  }

  /// Takes a pair that was found in another way.
  void pair(String desiredId, String liveId) {
    if (desired.remove(desiredId) == null || live.remove(liveId) == null) {
      throw new IllegalStateException("not open: " + desiredId + ", " + liveId);
    }
    pairs.put(desiredId, liveId);
  }

  /// Notes that something could be any of several live things.
  void suspect(String desiredId, Collection<String> liveIds) {
    candidates.computeIfAbsent(desiredId, k -> new TreeSet<>()).addAll(liveIds);
  }

  /// The live id of each thing that was paired.
  Map<String, String> pairs() {
    return pairs;
  }

  /// Whether neither of the two is paired.
  boolean isOpen(String desiredId, String liveId) {
    return desired.containsKey(desiredId) && live.containsKey(liveId);
  }

  /// What is still open of the spec.
  Collection<Part> openDesired() {
    return List.copyOf(desired.values());
  }

  /// What is still open of the live side.
  Collection<Part> openLive() {
    return List.copyOf(live.values());
  }

  /// What stayed open although there are open live things that it could be.
  Map<Part, List<String>> ambiguities() {
    Map<Part, List<String>> unclear = new LinkedHashMap<>();
    desired
        .values()
        .forEach(part -> {
          List<String> open =
              candidates.getOrDefault(part.id(), new TreeSet<>()).stream()
                  .filter(live::containsKey)
                  .toList();
          if (!open.isEmpty()) {
            unclear.put(part, open);
          }
        });
    return unclear;
  }
}
