package io.github.sigmadm.match;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a write did to the ids.
///
/// Sigma has been seen to replace the ids of what it is sent, and to keep them; so after every
/// write the ids are read again.
///
/// @param ids the live id that each thing of the spec has now, in the spec's own ids; what did not
///   come back is not in it
/// @param sentToLive the live id of each thing as it was sent
/// @param replaced what was live before, is live now, and has another id: workbooks that hold on to
///   the old id have lost it
public record ReadBack(IdMap ids, IdMap sentToLive, List<Replaced> replaced) {

  public ReadBack {
    replaced = List.copyOf(replaced);
  }

  /// A thing that exists and whose id is gone.
  ///
  /// @param sent the id that was live before and was sent
  /// @param now the id that it has now
  public record Replaced(ScopedId sent, String now) {}

  /// Reads what came back of a write.
  ///
  /// @param sent what was sent, with the ids under which the things of the spec were sent
  /// @param before what was live before; empty if the model was made by this write
  /// @param back what came back
  public static ReadBack of(LiveIds sent, Optional<DataModel> before, DataModel back) {
    IdMap sentToLive = Matcher.matchBack(sent.content(), back).ids();
    Set<ScopedId> existed = before.map(DataModel::definitions).orElse(Set.of());
    List<Replaced> replaced = new ArrayList<>();
    sentToLive
        .live()
        .forEach((id, live) -> {
          if (!id.id().equals(live) && existed.contains(id)) {
            replaced.add(new Replaced(id, live));
          }
        });
    return new ReadBack(sent.ids().then(sentToLive), sentToLive, replaced);
  }

  /// What came back, in the ids in which it was sent: for comparing the two.
  public static DataModel inLiveIds(LiveIds sent, ReadBack back) {
    return DataModel.of(back.sentToLive().applyTo(sent.content().node()));
  }
}
