package io.github.sigmadm.http;

import io.github.sigmadm.core.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/// The credentials of one run, and how to keep them out of text.
///
/// A secret is known by itself and in the forms in which it travels: URL-encoded, and as part of
/// anything in Base64, such as the user and password of a Basic header. Whatever follows `Bearer`
/// or `Basic` is taken out too, known or not. Tokens are added as they are fetched; safe for use by
/// many threads.
public final class Secrets {

  private static final String MARK = "***";

  /// Shorter texts are words, and redacting them would only make errors unreadable.
  private static final int SHORTEST = 4;

  /// Part of a Base64 text must be at least this long not to turn up by chance.
  private static final int SHORTEST_ENCODED = 8;

  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)\\b(bearer|basic)(\\s+)[A-Za-z0-9+/=._~-]{8,}");

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

  /// Longest first, so that no secret is cut by a shorter one inside it.
  private final ConcurrentSkipListSet<String> forms =
      new ConcurrentSkipListSet<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  /// Keeps a secret out of every text from now on.
  public void add(Secret known) {
    String secret = known.reveal();
    if (secret.strip().length() < SHORTEST) {
      return;
    }
    forms.add(secret);
    forms.add(secret.strip());
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    for (String form : List.of(encoded, encoded.replace("+", "%20"))) {
      forms.add(form);
      forms.add(ESCAPE.matcher(form).replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT)));
    }
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int offset = 0; offset < 3; offset++) {
      addEncoded(Base64.getEncoder(), bytes, offset);
      addEncoded(Base64.getUrlEncoder(), bytes, offset);
    }
  }

  /// A text with every secret in it replaced by `***`.
  public String redact(String text) {
    String redacted = text;
    for (String form : forms) {
      redacted = redacted.replace(form, MARK);
    }
    return CREDENTIALS.matcher(redacted).replaceAll("$1$2" + MARK);
  }

  /// What stands in a Base64 text for a secret that begins `offset` bytes into a group of three,
  /// without the characters that also depend on what stands before and after it.
  private void addEncoded(Base64.Encoder encoder, byte[] secret, int offset) {
    byte[] shifted = new byte[offset + secret.length];
    System.arraycopy(secret, 0, shifted, offset, secret.length);
    String encoded = encoder.withoutPadding().encodeToString(shifted);
    int start = offset == 0 ? 0 : offset + 1;
    int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
    if (end - start >= SHORTEST_ENCODED) {
      forms.add(encoded.substring(start, end));
    }
  }
}
