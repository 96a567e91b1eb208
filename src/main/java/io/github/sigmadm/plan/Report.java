package io.github.sigmadm.plan;

import java.util.Comparator;
import java.util.List;

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
}
