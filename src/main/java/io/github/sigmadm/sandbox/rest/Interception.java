package io.github.sigmadm.sandbox.rest;

/// When something is done to a request, and what.
public record Interception(Moment moment, Effect effect) {

  /// When an effect happens.
  public enum Moment {
    /// The sandbox has not acted on the request; after an answer or a drop it will not.
    BEFORE,
    /// The sandbox has acted; an answer or a drop hides what came of it.
    AFTER
  }

  public Interception {
    if (effect instanceof Effect.Cut && moment == Moment.BEFORE) {
      throw new IllegalArgumentException("there is no answer yet that could be cut");
    }
  }

  public static Interception before(Effect effect) {
    return new Interception(Moment.BEFORE, effect);
  }

  public static Interception after(Effect effect) {
    return new Interception(Moment.AFTER, effect);
  }
}
