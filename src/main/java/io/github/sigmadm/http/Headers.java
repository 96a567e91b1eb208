package io.github.sigmadm.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Header fields of a request or a response, by name without regard to case.
///
/// Its text form shows names only, since a value may be a credential.
public record Headers(SortedMap<String, List<String>> fields) {

  public static final Headers NONE = new Headers(Collections.emptySortedMap());

  public Headers {
    SortedMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    fields = Collections.unmodifiableSortedMap(copy);
  }

  /// The fields of a map, whatever its order.
  public static Headers of(Map<String, List<String>> fields) {
    return new Headers(new TreeMap<>(fields));
  }

  /// The first value of a field.
  public Optional<String> first(String name) {
    List<String> values = fields.get(name);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /// These fields with one set to a single value.
  public Headers with(String name, String value) {
    SortedMap<String, List<String>> changed = new TreeMap<>(fields);
    changed.put(name, List.of(value));
    return new Headers(changed);
  }

  @Override
  public String toString() {
    return fields.keySet().toString();
  }
}
