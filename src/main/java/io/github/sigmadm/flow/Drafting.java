package io.github.sigmadm.flow;

import io.github.sigmadm.config.Environment;
import io.github.sigmadm.config.Lookups;
import io.github.sigmadm.config.Policy;
import io.github.sigmadm.plan.Plan;
import java.time.InstantSource;
import java.util.Optional;

/// Makes the plan of a run against what is live: as often as is wanted, each time of what there is
/// then.
///
/// @param catalogue what is known of the warehouse, which is asked once for all plans of the run
record Drafting(
    Assignment assignment,
    Environment environment,
    Organisation organisation,
    World world,
    Inputs inputs,
    Catalogue catalogue) {

  Drafting(
      Assignment assignment,
      Environment environment,
      Organisation organisation,
      World world,
      Inputs inputs) {
    this(
        assignment,
        environment,
        organisation,
        world,
        inputs,
        new Catalogue(organisation.warehouse(), inputs.maxParallel()));
  }

  /// The plan as of now.
  Draft draft() {
    return draft(past());
  }

  /// What earlier deploys left, as of now.
  Past past() {
    return Past.read(world.states(), assignment.settings().configuration(), environment.name());
  }

  /// The plan as of now.
  Draft draft(Past recorded) {
    Specs specs = Specs.of(assignment, inputs, recorded);
    Planning planning =
        new Planning(
            assignment.settings(),
            environment,
            parallel(),
            assignment.mode() == Mode.DRIFT ? LiveLookup.Care.ALL : LiveLookup.Care.UNSETTLED);
    Planning.Planned planned = planning.against(organisation.models(), catalogue, specs);
    Plan plan =
        Draft.plan(
            assignment,
            Optional.of(environment.name()),
            planned.models(),
            planned.fingerprint(),
            recorded.notice().stream().toList());
    return new Draft(withImpact(plan), planned, specs.past());
  }

  /// The plan with those who use what it breaks: in a deploy too, so that the same input gives the
  /// same plan file.
  private Plan withImpact(Plan plan) {
    Lookups checks = assignment.settings().configuration().checks();
    return assignment.mode() != Mode.DRIFT && checks.impact()
        ? new ImpactScan(
                organisation, inputs.maxParallel(), checks.impactLimit(), InstantSource.system())
            .told(plan)
        : plan;
  }

  Parallel parallel() {
    return new Parallel(inputs.maxParallel());
  }

  Policy policy() {
    return assignment.settings().configuration().policy();
  }
}
