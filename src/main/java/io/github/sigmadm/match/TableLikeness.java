package io.github.sigmadm.match;

import io.github.sigmadm.match.MutualBest.Weighed;
import io.github.sigmadm.spec.TableElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Pairs tables that have neither id nor name in common by what they are built from.
///
/// A pair is taken where each is the other's best match, no other is as good, and the [Likeness] is
/// at least [Likeness#SAME]. Tables that are built on other tables come in later rounds, once those
/// are paired.
final class TableLikeness {

  /// More pairs than this are not weighed: nobody renames and rebuilds a thousand tables at once
  /// and expects them to be recognised.
  private static final long MOST_PAIRS = 1_000_000;

  private final Map<String, TableElement> desired;
  private final Map<String, TableElement> live;
  private final Map<String, Likeness.Columns> desiredColumns = new HashMap<>();
  private final Map<String, Likeness.Columns> liveColumns = new HashMap<>();

  TableLikeness(Map<String, TableElement> desired, Map<String, TableElement> live) {
    this.desired = desired;
    this.live = live;
  }

  /// Pairs what is still open.
  ///
  /// @param translation what is paired so far, read anew in each round
  void pair(Pairing pairing, Translation translation) {
    boolean found = true;
    while (found) {
      found = MutualBest.take(weigh(pairing, translation), pairing);
    }
  }

  /// The one live table that a table is like, where that is not its counterpart, which it is not
  /// like.
  ///
  /// @param pairs the counterparts
  Optional<String> otherThanItsCounterpart(
      String id, Map<String, String> pairs, Translation translation) {
    TableElement mine = Optional.ofNullable(desired.get(id)).orElseThrow();
    Set<String> source = SourceTraits.of(mine.source(), translation);
    if (Optional.ofNullable(pairs.get(id))
        .filter(own -> likeness(mine, source, own) >= Likeness.SAME)
        .isPresent()) {
      return Optional.empty();
    }
    List<String> alike =
        live.keySet().stream()
            .filter(other -> likeness(mine, source, other) >= Likeness.SAME)
            .limit(2)
            .toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  private double likeness(TableElement mine, Set<String> source, String other) {
    TableElement theirs = Optional.ofNullable(live.get(other)).orElseThrow();
    double sources =
        Likeness.share(source, SourceTraits.of(theirs.source(), Translation.NONE_NEEDED));
    return Likeness.of(sources, 1) < Likeness.SAME
        ? 0
        : Likeness.of(
            sources,
            desiredColumns
                .computeIfAbsent(mine.id().value(), k -> Likeness.Columns.of(mine))
                .sharedWith(liveColumns.computeIfAbsent(other, k -> Likeness.Columns.of(theirs))));
  }

  /// An open table, as it is weighed.
  private record Weighable(String id, Set<String> source, Likeness.Columns columns) {}

  private List<Weighed> weigh(Pairing pairing, Translation translation) {
    if ((long) pairing.openDesired().size() * pairing.openLive().size() > MOST_PAIRS) {
      return List.of();
    }
    List<Weighable> theirs =
        weighables(pairing.openLive(), live, liveColumns, Translation.NONE_NEEDED);
    List<Weighed> pairs = new ArrayList<>();
    for (Weighable mine : weighables(pairing.openDesired(), desired, desiredColumns, translation)) {
      for (Weighable other : theirs) {
        double sources = Likeness.share(mine.source(), other.source());
        // counting the columns of tables from nowhere near each other is most of the work
        if (Likeness.of(sources, 1) < Likeness.SAME) {
          continue;
        }
        double likeness = Likeness.of(sources, mine.columns().sharedWith(other.columns()));
        if (likeness >= Likeness.SAME) {
          pairs.add(new Weighed(mine.id(), other.id(), likeness));
        }
      }
    }
    return pairs;
  }

  private static List<Weighable> weighables(
      Collection<Part> open,
      Map<String, TableElement> tables,
      Map<String, Likeness.Columns> columns,
      Translation translation) {
    return open.stream()
        .map(Part::id)
        .map(id -> {
          TableElement table = Optional.ofNullable(tables.get(id)).orElseThrow();
          return new Weighable(
              id,
              SourceTraits.of(table.source(), translation),
              columns.computeIfAbsent(id, k -> Likeness.Columns.of(table)));
        })
        .toList();
  }
}
