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
