package io.github.sigmadm.plan;

import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.spec.IdMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What was changed in Sigma since the last deploy.
///
/// @param deployed the model as the last deploy left it, in the ids that are live now
/// @param live the model as it is
public record Drift(Side deployed, Side live) {

  /// Compares the model as it is with how it was left.
  ///
  /// Ids that somebody's write has replaced are, by themselves, no change of what people see.
  ///
  /// @param deployed the model as the last deploy left it, read back from Sigma
  public static Drift of(Side deployed, Side live) {
    LiveIds inLiveIds =
        LiveIds.rewrite(
            deployed.content(), Matcher.match(deployed.content(), live.content(), IdMap.EMPTY));
    return new Drift(
        new Side(deployed.name(), deployed.folder(), deployed.description(), inLiveIds.content()),
        live);
  }

  /// All that somebody changed.
  public List<Change> changes() {
    return Comparison.compare(deployed, live);
  }

  /// What somebody changed and the wanted state does not have: what writing it would undo.
  ///
  /// @param wanted in live ids
  public List<Change> undoneBy(Side wanted) {
    Set<Change> wantedToo = new HashSet<>(Comparison.compare(deployed, wanted));
    return changes().stream().filter(change -> !wantedToo.contains(change)).toList();
  }
}
