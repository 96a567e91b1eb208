package io.github.sigmadm.plan;

import io.github.sigmadm.formula.Names;
import java.util.Optional;

/// A name as it takes effect.
///
/// @param text the name; empty where Sigma makes one that cannot be known
/// @param written whether the document says it; if not, it follows from a formula or a source
record EffectiveName(Optional<String> text, boolean written) {

  static EffectiveName of(Optional<String> written, Optional<String> effective) {
    return written.filter(name -> !name.isBlank()).isPresent()
        ? new EffectiveName(written, true)
        : new EffectiveName(effective, false);
  }

  /// Whether people see the same name.
  ///
  /// What follows from a formula shows as Sigma's friendly spelling, whatever the formula has; so
  /// it is the same as another one that reads alike, and as a written one in that spelling.
  boolean isSameAs(EffectiveName other) {
    if (text.isEmpty() || other.text.isEmpty()) {
      return text.isEmpty() && other.text.isEmpty();
    }
    String mine = text.get();
    String theirs = other.text.get();
    if (mine.equals(theirs)) {
      return true;
    }
    if (written && other.written) {
      return false;
    }
    if (!written && !other.written) {
      return Names.same(mine, theirs);
    }
    return written ? Names.friendly(theirs).equals(mine) : Names.friendly(mine).equals(theirs);
  }
}
