package io.github.sigmadm.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Matrices that are too large for every build: a part of them, always the same, spread over all;
/// the whole of them with `-Dmatrix.all=true`.
public final class Sampled {

  private Sampled() {}

  /// One case in some, or all.
  ///
  /// @param one in how many
  public static <T> List<T> of(List<T> cases, int one) {
    if (Boolean.getBoolean("matrix.all")) {
      return cases;
    }
    List<T> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(7));
    return List.copyOf(shuffled.subList(0, Math.ceilDiv(shuffled.size(), one)));
  }
}
