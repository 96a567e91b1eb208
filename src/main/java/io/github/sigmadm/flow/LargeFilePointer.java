package io.github.sigmadm.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The few lines that Git LFS commits in place of a file, whose content is kept elsewhere.
///
/// Specs are read from commits, so such a file holds no spec for us.
final class LargeFilePointer {

  private static final byte[] START =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  /// A pointer is shorter, by its specification.
  private static final int LONGEST = 1024;

  private LargeFilePointer() {}

  static boolean is(byte[] content) {
    return content.length < LONGEST
        && content.length >= START.length
        && Arrays.equals(content, 0, START.length, START, 0, START.length);
  }
}
