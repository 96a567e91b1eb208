package io.github.sigmadm.match;

import java.util.List;
import java.util.Optional;

/// One thing to be matched, as what it can be recognised by.
///
/// @param id its id in its own document
/// @param label what people call it
/// @param keys what it is recognised by, strongest first and in words that both documents share; an
///   empty key recognises nothing. All parts of a scope have the same number of keys.
/// @param content all that can be told about it; two parts with the same content differ in nothing
///   but their ids
record Part(String id, String label, List<Optional<String>> keys, String content) {

  /// A part of which the keys tell all.
  Part(String id, String label, List<Optional<String>> keys) {
    this(id, label, keys, keys.toString());
  }

  Part {
    keys = List.copyOf(keys);
  }

  /// A key made of several texts; empty if one of them is missing.
  @SafeVarargs
  static Optional<String> key(Optional<String>... texts) {
    StringBuilder key = new StringBuilder();
    for (Optional<String> text : texts) {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      // the length keeps ("ab", "c") and ("a", "bc") apart
      key.append(text.get().length()).append(':').append(text.get());
    }
    return Optional.of(key.toString());
  }
}
