package io.github.sigmadm.sigma;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.spec.DataModel;
import java.util.Optional;

/// Replaces a model's document if it is still at the planned version, and finds out what happened
/// when the answer is lost.
///
/// The version guards the repeat: a model that is still at the planned version has not been
/// written, and of two updates that arrive late only one can win.
final class ModelUpdate {

  private final Caller caller;
  private final SigmaModels models;

  ModelUpdate(Caller caller, SigmaModels models) {
    this.caller = caller;
    this.models = models;
  }

  void update(DataModelId id, long plannedVersion, DataModel content) {
    Call call = Endpoints.update(id, plannedVersion, content);
    Wanted wanted = new Wanted(call, id, plannedVersion, content);
    String lost =
        switch (caller.send(call)) {
          case Answer.Done done when Said.succeeded(done.said()) -> "";
          case Answer.Done ignored ->
              Caller.sentence(call) + "Sigma's answer does not say success.";
          case Answer.Refused refused -> throw refusal(wanted, refused.refusal());
          case Answer.Lost unsure -> unsure.what();
        };
    if (!lost.isEmpty() && !arrived(wanted, lost)) {
      again(wanted);
    }
  }

  private record Wanted(Call call, DataModelId id, long version, DataModel content) {}

  private void again(Wanted wanted) {
    switch (caller.send(wanted.call())) {
      case Answer.Done done when Said.succeeded(done.said()) -> {}
      case Answer.Done ignored -> throw unknown("Sigma's answer does not say success.", wanted);
      case Answer.Refused refused -> {
        // The first one may have been slow and not lost.
        if (!refused.refusal().isConflict() || !arrived(wanted, refused.refusal().words())) {
          throw refusal(wanted, refused.refusal());
        }
      }
      case Answer.Lost lost -> {
        if (!arrived(wanted, lost.what())) {
          throw unknown(lost.what(), wanted);
        }
      }
    }
  }

  /// Whether what was sent is there now; false if nothing has happened to the model.
  ///
  /// @throws Trouble.VersionConflict if something else has
  private boolean arrived(Wanted wanted, String why) {
    LiveModel live;
    try {
      live = models.read(wanted.id()).orElseThrow(() -> gone(wanted));
    } catch (Trouble.Unreachable trouble) {
      throw new Trouble.OutcomeUnknown(
          why
              + " Reading the model to find out failed too: "
              + trouble.getMessage()
              + " Run again: what is live is compared with the file then.",
          trouble);
    }
    if (live.version() == wanted.version()) {
      return false;
    }
    if (Likeness.holds(wanted.content(), live.content())) {
      return true;
    }
    throw moved(wanted, Optional.of(live.version()), "");
  }

  private Trouble refusal(Wanted wanted, Refusal refusal) {
    if (refusal.isConflict()) {
      return moved(wanted, Optional.empty(), " " + refusal.words());
    }
    if (refusal.status() == 404 && !refusal.routeMissing()) {
      return gone(wanted);
    }
    if (refusal.status() == 400) {
      // How Sigma says that a version is old is not documented, so look.
      Optional<Long> now = models.read(wanted.id()).map(LiveModel::version);
      if (now.filter(version -> version != wanted.version()).isPresent()) {
        return moved(wanted, now, " " + refusal.words());
      }
    }
    return caller.rejected(wanted.call(), refusal);
  }

  private static Trouble moved(Wanted wanted, Optional<Long> version, String why) {
    return new Trouble.VersionConflict(
        Caller.sentence(wanted.call())
            + "it was planned against version "
            + wanted.version()
            + ", and the model "
            + version.map(now -> "is at version " + now + " now.").orElse("has moved on.")
            + why
            + " Someone changed it in between; nothing was written. Run again to plan against what is live now.");
  }

  private static Trouble gone(Wanted wanted) {
    return new Trouble.VersionConflict(
        Caller.sentence(wanted.call())
            + "the model is not there any more, or out of sight of the credentials. Nothing was written. Run again to plan against what is live now.");
  }

  private static Trouble unknown(String what, Wanted wanted) {
    return new Trouble.OutcomeUnknown(
        what
            + " The model "
            + wanted.id()
            + " is still at version "
            + wanted.version()
            + ". Run again: what is live is compared with the file then.",
        null);
  }
}
