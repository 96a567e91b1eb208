package io.github.sigmadm.plan;

import io.github.sigmadm.formula.Names;
import java.util.Optional;

/// A name as it takes effect.
///
/// @param text the name; empty where Sigma makes one that cannot be known
/// @param alone the name without what tells it apart from siblings of the same name
/// @param written whether the document says it; if not, it follows from a formula or a source
record EffectiveName(Optional<String> text, Optional<String> alone, boolean written) {

  static final EffectiveName UNKNOWN = new EffectiveName(Optional.empty(), Optional.empty(), false);

  static EffectiveName of(Optional<String> written, Optional<String> effective) {
    return of(written, effective, effective);
  }

  static EffectiveName of(
      Optional<String> written, Optional<String> effective, Optional<String> alone) {
    return written.filter(name -> !name.isBlank()).isPresent()
        ? new EffectiveName(written, written, true)
        : new EffectiveName(effective, alone, false);
  }

  /// Whether people see the same name.
  ///
  /// Which of two siblings has its source's name added hangs on the order of the columns, which
  /// nobody sees. What follows from a formula shows as Sigma's friendly spelling, whatever the
  /// formula has; so it is the same as another one that reads alike, and as a written one in that
  /// spelling.
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
      return Names.same(alone.orElse(mine), other.alone.orElse(theirs));
    }
    return written ? Names.friendly(theirs).equals(mine) : Names.friendly(mine).equals(theirs);
  }
}
