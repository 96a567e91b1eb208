package io.github.sigmadm.core;

import java.util.List;

/// A file's path inside a repository: relative, separated by `/`, without `.` and `..` parts.
public record RepositoryPath(String value) implements Comparable<RepositoryPath> {

  public RepositoryPath {
    if (value.isEmpty() || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a path inside a repository: '" + value + "'");
    }
    for (String part : value.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw new IllegalArgumentException("not a path inside a repository: '" + value + "'");
      }
    }
  }

  /// The last part, with its extension.
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /// The parts between the slashes, outermost first.
  public List<String> parts() {
    return List.of(value.split("/", -1));
  }

  @Override
  public int compareTo(RepositoryPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
