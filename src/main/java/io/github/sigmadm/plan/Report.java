package io.github.sigmadm.plan;

import io.github.sigmadm.core.RepositoryPath;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What carrying out a plan came to.
///
/// @param plan the plan that was carried out
/// @param outcomes one for each model of the plan, by path
public record Report(Plan plan, List<Outcome> outcomes) {

  public Report {
    outcomes = outcomes.stream().sorted(Comparator.comparing(Outcome::path)).toList();
  }

  public boolean succeeded() {
    return outcomes.stream().allMatch(Outcome::succeeded);
  }

  /// Models that are not what their spec wants.
  public long failed() {
    return outcomes.stream().filter(outcome -> !outcome.succeeded()).count();
  }

  /// This report with what another attempt at the same specs came to: what was done before stays
  /// done, the rest is as the later one says.
  public Report then(Report later) {
    Map<RepositoryPath, Outcome> joined = new TreeMap<>();
    outcomes.forEach(outcome -> joined.put(outcome.path(), outcome));
    for (Outcome outcome : later.outcomes()) {
      Outcome before = joined.get(outcome.path());
      boolean isDone = outcome instanceof Outcome.Unchanged && before != null && before.succeeded();
      if (!isDone) {
        joined.put(outcome.path(), outcome);
      }
    }
    Plan last = later.plan();
    return new Report(
        new Plan(
            last.environment(),
            last.commit(),
            last.base(),
            last.fingerprint(),
            joined.values().stream().map(Outcome::planned).toList(),
            last.notices()),
        List.copyOf(joined.values()));
  }
}
