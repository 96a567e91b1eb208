package io.github.sigmadm.plan;

import java.util.Optional;

/// Something that was changed in Sigma since the last deploy and that the file does not have.
///
/// What somebody changed in Sigma and also put into the file is none.
///
/// @param change what somebody did: from how the deploy left it to how it is
/// @param fate what carrying out the plan does to it
/// @param loss how severe it is to undo it; empty where it stays
/// @param collision what the file changed about the same thing since, so that both cannot have
///   their way: the same property, or one removed what the other changed; empty where only Sigma's
///   side was touched
public record Drift(
    Change change, Fate fate, Optional<ChangeSeverity> loss, Optional<Change> collision) {

  /// What becomes of it.
  public enum Fate {
    /// It stays, with `policy.drift: keep`.
    KEPT("kept"),
    /// It is set back to what the file says.
    OVERWRITTEN("overwritten"),
    /// It was only added in Sigma, and goes.
    DROPPED("dropped");

    private final String word;

    Fate(String word) {
      this.word = word;
    }

    /// The word for it in the plan file.
    public String word() {
      return word;
    }
  }

  /// Whether carrying out the plan undoes it.
  public boolean isLost() {
    return fate != Fate.KEPT;
  }

  /// Whether the file changed the same thing.
  public boolean collides() {
    return collision.isPresent();
  }
}
