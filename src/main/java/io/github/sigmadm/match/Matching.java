package io.github.sigmadm.match;

import io.github.sigmadm.spec.IdMap;
import java.util.List;

/// Which live thing each thing of a spec is.
///
/// No live id occurs twice in one scope, and only ids that are live occur.
///
/// @param ids the live id of each page, element, column, folder, metric, grouping, relationship,
///   filter and column security rule that exists, in the spec's own ids and scopes; what is new is
///   not in it
/// @param former the live id that things of the spec had at the last deploy, where it is no longer
///   live: somebody has removed them in Sigma, and workbooks still hold on to that id
/// @param ambiguities where it cannot be told for sure, and which side was taken
public record Matching(IdMap ids, IdMap former, List<Ambiguity> ambiguities) {

  public Matching {
    ambiguities = List.copyOf(ambiguities);
  }

  /// A matching without memory.
  public Matching(IdMap ids, List<Ambiguity> ambiguities) {
    this(ids, IdMap.EMPTY, ambiguities);
  }
}
