package io.github.sigmadm.core;

/// The name of an environment of `sigma-dm.yml`, such as `prod`.
///
/// Letters, digits, `-`, `_` and `.`, beginning with a letter or digit, so that it can be part of a
/// Git ref.
public record EnvironmentName(String value) implements Comparable<EnvironmentName> {

  public EnvironmentName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an environment name: '" + value + "'");
    }
  }

  /// Whether a text can be the name of an environment.
  public static boolean isValid(String value) {
    return value.matches("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
        && !value.contains("..")
        && !value.endsWith(".lock");
  }

  @Override
  public int compareTo(EnvironmentName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
