package io.github.sigmadm.sandbox.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A path with `{…}` for what varies: a whole segment, or the start of one before a `:verb`. Fixed
/// parts match in any case, as was seen.
final class PathPattern {

  private final List<String> segments;

  PathPattern(String pattern) {
    this.segments = List.of(pattern.split("/", -1));
  }

  /// The varying parts, in order, when the path matches.
  Optional<List<String>> match(String path) {
    List<String> given = List.of(path.split("/", -1));
    if (given.size() != segments.size()) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String expected = segments.get(i);
      String segment = given.get(i);
      if (!expected.startsWith("{")) {
        if (!expected.equalsIgnoreCase(segment)) {
          return Optional.empty();
        }
        continue;
      }
      String verb = expected.substring(expected.indexOf('}') + 1);
      if (!segment.endsWith(verb) || segment.length() == verb.length()) {
        return Optional.empty();
      }
      values.add(segment.substring(0, segment.length() - verb.length()));
    }
    return Optional.of(values);
  }
}
