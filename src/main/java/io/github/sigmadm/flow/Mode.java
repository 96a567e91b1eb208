package io.github.sigmadm.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the program is asked to do. The lower-case names are the words of the `mode` input and of
/// the sub-commands.
public enum Mode {
  /// Choose by event.
  AUTO,
  VALIDATE,
  PLAN,
  DEPLOY,
  DRIFT,
  PREVIEW,
  CLEANUP,
  ROLLBACK,
  PULL;

  /// The word for it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The mode of a word.
  public static Optional<Mode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }
}
