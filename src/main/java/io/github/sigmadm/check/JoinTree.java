package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.spec.Source.Leg;
import io.github.sigmadm.tree.CanonicalJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The joins of a source form one tree: every left side is the primary source or the right side of
/// another join. Two sides are the same source when their JSON is equal.
final class JoinTree implements Rule {

  @Override
  public String code() {
    return "join-tree";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Table table : subject.tables()) {
      for (Source source : table.sources()) {
        if (source instanceof Source.Join join) {
          check(join, findings);
        }
      }
    }
  }

  private void check(Source.Join join, Findings findings) {
    Map<String, Leg> lefts = new LinkedHashMap<>();
    Set<String> rights = new HashSet<>();
    for (Leg leg : join.legs()) {
      if (leg.left().isEmpty() || leg.right().isEmpty()) {
        return;
      }
      lefts.putIfAbsent(key(leg.left().get()), leg);
      rights.add(key(leg.right().get()));
    }
    if (lefts.isEmpty()) {
      return;
    }
    Optional<String> primary = join.primarySource().map(JoinTree::key);
    if (primary.isEmpty()) {
      List<String> roots = lefts.keySet().stream().filter(left -> !rights.contains(left)).toList();
      if (roots.size() != 1) {
        findings.add(
            this,
            Span.at(join.node().span().start()),
            roots.isEmpty()
                ? "The join has no beginning: every left side is also a right side."
                : "The join has "
                    + roots.size()
                    + " beginnings: left sides that are no right side.",
            "Let every left side but one be the right side of another join, or name the"
                + " `primarySource`.");
        return;
      }
      primary = Optional.of(roots.getFirst());
    }
    unreachable(join, primary.get(), findings);
  }

  private void unreachable(Source.Join join, String primary, Findings findings) {
    Map<String, List<Leg>> from = new LinkedHashMap<>();
    for (Leg leg : join.legs()) {
      from.computeIfAbsent(key(leg.left().orElseThrow()), left -> new ArrayList<>()).add(leg);
    }
    List<String> reached = new ArrayList<>(List.of(primary));
    Set<String> seen = new HashSet<>(reached);
    for (int i = 0; i < reached.size(); i++) {
      for (Leg leg : from.getOrDefault(reached.get(i), List.of())) {
        String right = key(leg.right().orElseThrow());
        if (seen.add(right)) {
          reached.add(right);
        }
      }
    }
    from.forEach((left, legs) -> {
      if (!seen.contains(left)) {
        findings.add(
            this,
            Span.at(legs.getFirst().left().orElseThrow().node().span().start()),
            "The left side of this join is neither the primary source nor the right side of another"
                + " join.",
            "Join it to the others: write exactly the source that another side has, or make it the"
                + " right side of a join.");
      }
    });
  }

  private static String key(Source side) {
    return CanonicalJson.text(side.node());
  }
}
