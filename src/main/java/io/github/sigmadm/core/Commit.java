package io.github.sigmadm.core;

/// The full object name of a Git commit: 40 or 64 lower-case hex digits.
public record Commit(String id) {

  public Commit {
    if (!(id.length() == 40 || id.length() == 64)
        || !id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      throw new IllegalArgumentException("not a full commit id: '" + id + "'");
    }
  }

  /// Whether this is the all-zero id that hosting services send where there is no commit.
  public boolean isNone() {
    return id.chars().allMatch(c -> c == '0');
  }

  /// The first ten digits, for people.
  public String abbreviated() {
    return id.substring(0, 10);
  }

  @Override
  public String toString() {
    return id;
  }
}
