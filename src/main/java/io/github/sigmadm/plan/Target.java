package io.github.sigmadm.plan;

import io.github.sigmadm.match.LiveModel;

/// What a spec was compared with.
public sealed interface Target extends Seen {

  /// The model as it is live.
  record Live(LiveModel model) implements Target {}

  /// The same file at the base commit: all that can be compared without credentials.
  record Base() implements Target {}
}
