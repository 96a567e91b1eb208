package io.github.sigmadm.plan;

import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What writing a model changes, told apart by who changed it since the last deploy: the file
/// (ours) or somebody in Sigma (theirs).
///
/// With B as the last deploy left the model, T as it is, O as the file wants it and W as it is
/// written (O, and with `policy.drift: keep` what was only added in Sigma), there are four
/// comparisons: B to O is what the file changed, B to T what Sigma changed, T to W what the write
/// does, O to W what of Sigma's is kept. A change of the write is ours unless it undoes one of
/// theirs and the file did not touch the same. A change of theirs is drift if the write undoes it
/// or keeps it; if neither, the file has it too, or nothing of it is left to lose.
///
/// @param content what is written
/// @param kept what of it was only added in Sigma
/// @param effect all that the write changes
/// @param changes what of that the file changes
/// @param drift what Sigma changed
record ThreeWay(
    Side content,
    SigmaAdditions kept,
    List<Change> effect,
    List<Change> changes,
    List<Drift> drift) {

  ThreeWay {
    effect = List.copyOf(effect);
    changes = List.copyOf(changes);
    drift = List.copyOf(drift);
  }

  /// @param live the model as it is
  /// @param wanted as the file wants it, in live ids
  /// @param keeps whether what was only added in Sigma stays
  static ThreeWay of(Base base, Side live, Side wanted, boolean keeps) {
    return switch (base) {
      case Base.Unknown ignored -> {
        List<Change> effect = Comparison.compare(live, wanted);
        yield new ThreeWay(wanted, SigmaAdditions.NONE, effect, effect, List.of());
      }
      case Base.Deployed deployed -> {
        Side before = inLiveIds(deployed, live, keeps);
        SigmaAdditions kept =
            keeps
                ? SigmaAdditions.of(wanted.content(), before.content(), live.content())
                : SigmaAdditions.NONE;
        Side written =
            new Side(
                wanted.name(), wanted.folder(), wanted.description(), kept.in(wanted.content()));
        List<Difference> theirs = Comparison.find(before, live);
        yield new Differences(
                // whose changes they are is only a question where both could have made them
                new Places(theirs.isEmpty() ? List.of() : Comparison.find(before, wanted)),
                new Places(theirs),
                new Places(Comparison.find(live, written)),
                new Places(kept.isEmpty() ? List.of() : Comparison.find(wanted, written)))
            .told(written, kept);
      }
    };
  }

  /// The model as the last deploy left it, in the ids that are live now; where additions are kept,
  /// without those that earlier deploys have kept, which are still not the file's.
  ///
  /// Ids that somebody's write has replaced since are, by themselves, no change of what people see.
  private static Side inLiveIds(Base.Deployed deployed, Side live, boolean keeps) {
    Side side = deployed.side();
    DataModel content = keeps ? OwnParts.of(side.content(), deployed.ids()) : side.content();
    return new Side(
        side.name(),
        side.folder(),
        side.description(),
        LiveIds.rewrite(content, Matcher.match(content, live.content(), IdMap.EMPTY)).content());
  }

  /// The four comparisons.
  private record Differences(Places ours, Places theirs, Places effect, Places merged) {

    ThreeWay told(Side written, SigmaAdditions kept) {
      List<Drift> drift = new ArrayList<>();
      theirs.all().forEach(change -> drift(change).ifPresent(drift::add));
      return new ThreeWay(
          written,
          kept,
          effect.all().stream().map(Difference::change).toList(),
          effect.all().stream().filter(this::isOurs).map(Difference::change).toList(),
          drift);
    }

    private boolean isOurs(Difference written) {
      return theirs.touching(written).isEmpty() || !ours.touching(written).isEmpty();
    }

    private Optional<Drift> drift(Difference change) {
      if (!merged.touching(change).isEmpty()) {
        return Optional.of(
            new Drift(change.change(), Drift.Fate.KEPT, Optional.empty(), Optional.empty()));
      }
      List<Difference> undoing = undoing(change);
      return undoing.stream()
          .map(difference -> difference.change().severity())
          .max(ChangeSeverity::compareTo)
          .map(loss ->
              new Drift(
                  change.change(),
                  fate(change, undoing),
                  Optional.of(loss),
                  ours.touching(change).stream().map(Difference::change).findFirst()));
    }

    private static Drift.Fate fate(Difference change, List<Difference> undoing) {
      boolean goes =
          change.change().what() == What.ADDED
              && undoing.stream().anyMatch(undo -> undo.change().what() == What.REMOVED);
      return goes ? Drift.Fate.DROPPED : Drift.Fate.OVERWRITTEN;
    }

    /// What of the write undoes a change. What was added in Sigma is not undone by more being added
    /// to it.
    private List<Difference> undoing(Difference theirs) {
      return effect.touching(theirs).stream()
          .filter(
              undo -> theirs.change().what() != What.ADDED || undo.change().before().isPresent())
          .toList();
    }
  }
}
