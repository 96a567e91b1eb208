package io.github.sigmadm.sandbox.store;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// New ids. Each is made from the seed and from what it is for, not from a running number, so that
/// it does not depend on the order in which concurrent requests arrive.
public final class Identifiers {

  private static final String NANO_ALPHABET =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";
  private static final String BASE_62 = NANO_ALPHABET.substring(0, 62);
  private static final int NANO_LENGTH = 10;

  private final long seed;

  public Identifiers(long seed) {
    this.seed = seed;
  }

  /// A version 4 UUID.
  public String uuid(String... purpose) {
    byte[] hash = hash(purpose);
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x40);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    String hex = HexFormat.of().formatHex(hash, 0, 16);
    return hex.substring(0, 8)
        + "-"
        + hex.substring(8, 12)
        + "-"
        + hex.substring(12, 16)
        + "-"
        + hex.substring(16, 20)
        + "-"
        + hex.substring(20);
  }

  /// Ten characters, as Sigma gives to what is in a document; the first may be `-` or `_`.
  public String nano(String... purpose) {
    byte[] hash = hash(purpose);
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < NANO_LENGTH; i++) {
      id.append(NANO_ALPHABET.charAt(hash[i] & 63));
    }
    return id.toString();
  }

  /// The base-62 form of a UUID that addresses in the browser end with.
  public static String urlId(String uuid) {
    BigInteger rest = new BigInteger(uuid.replace("-", ""), 16);
    BigInteger base = BigInteger.valueOf(BASE_62.length());
    StringBuilder id = new StringBuilder();
    while (rest.signum() > 0) {
      BigInteger[] parts = rest.divideAndRemainder(base);
      id.append(BASE_62.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return id.reverse().toString();
  }

  private byte[] hash(String... purpose) {
    try {
      String text = seed + "\u0000" + String.join("\u0000", purpose);
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
