package io.github.sigmadm.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of texts and trees, one after the other; each with its length before it, so that no
/// two lists of them look alike.
public final class ContentHash {

  private final MessageDigest digest;

  public ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Adds texts.
  public void add(String... texts) {
    for (String text : texts) {
      add(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Adds a tree, however it was written down.
  public void add(Node tree) {
    add(CanonicalJson.bytes(tree));
  }

  /// The hash of all that was added, in hexadecimal digits; to be asked once.
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
