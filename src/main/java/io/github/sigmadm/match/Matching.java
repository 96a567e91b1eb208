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
/// @param ambiguities where several things could be the same one; none of them was matched
public record Matching(IdMap ids, List<Ambiguity> ambiguities) {

  public Matching {
    ambiguities = List.copyOf(ambiguities);
  }
}
