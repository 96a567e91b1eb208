package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.formula.FriendlyName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Things by name. The one that is meant is the first that is spelled alike, else alike but for
/// case, else alike but for spaces and punctuation.
final class NameIndex<T> {

  private static final List<UnaryOperator<String>> READINGS =
      List.of(name -> name, name -> name.toLowerCase(Locale.ROOT), FriendlyName::key);

  private final List<Map<String, List<T>>> byReading = new ArrayList<>();

  NameIndex(Iterable<T> things, Function<T, String> nameOf) {
    for (UnaryOperator<String> reading : READINGS) {
      Map<String, List<T>> byName = new HashMap<>();
      for (T thing : things) {
        byName
            .computeIfAbsent(reading.apply(nameOf.apply(thing)), _ -> new ArrayList<>())
            .add(thing);
      }
      byReading.add(byName);
    }
  }

  Optional<T> find(String name) {
    return find(name, _ -> true);
  }

  /// The one that is meant among those that come into question.
  Optional<T> find(String name, Predicate<T> wanted) {
    for (int i = 0; i < READINGS.size(); i++) {
      String read = READINGS.get(i).apply(name);
      for (T thing : byReading.get(i).getOrDefault(read, List.of())) {
        if (wanted.test(thing)) {
          return Optional.of(thing);
        }
      }
    }
    return Optional.empty();
  }
}
