package io.github.sigmadm.tree;

/// How much of a file is read before it is refused, so that no file can exhaust memory or time.
///
/// @param bytes size of the file; a YAML file with its aliases written out may have as many
///   characters
/// @param depth objects and arrays inside each other
/// @param nodes values in all; what a YAML alias repeats counts each time
/// @param textLength characters (UTF-16) of one text or key
/// @param numberLength characters of one number as it is written
/// @param exponent power of ten that a number may reach or have digits down to, so that writing any
///   number out in full stays short
public record Limits(
    int bytes, int depth, int nodes, int textLength, int numberLength, int exponent) {

  /// Far above any data model seen, and a few hundred megabytes of memory at the worst.
  public static final Limits DEFAULT = new Limits(20_000_000, 100, 2_000_000, 5_000_000, 200, 400);

  public Limits {
    if (bytes < 1 || depth < 1 || nodes < 1 || textLength < 1 || numberLength < 1 || exponent < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
    // Reading recurses once per level.
    if (depth > 1_000) {
      throw new IllegalArgumentException("depth is at most 1000");
    }
  }
}
