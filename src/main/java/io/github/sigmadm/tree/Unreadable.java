package io.github.sigmadm.tree;

import io.github.sigmadm.core.Diagnostic;

/// Ends the reading of a file from any depth. It never leaves this room: [TreeReader] turns it into
/// the [Reading] of a file without a root.
@SuppressWarnings("serial") // never serialised
final class Unreadable extends RuntimeException {

  private final Diagnostic reason;

  Unreadable(Diagnostic reason) {
    super(reason.message(), null, false, false);
    this.reason = reason;
  }

  Diagnostic reason() {
    return reason;
  }
}
