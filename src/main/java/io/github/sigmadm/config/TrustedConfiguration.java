package io.github.sigmadm.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The configuration for a pull request: what decides where credentials go and what may happen as
/// the base has it, the rest as the pull request has it. Otherwise a pull request could send the
/// credentials elsewhere, or approve itself.
///
/// @param configuration what the run goes by; environments that only the head has are not in it
/// @param waiting what the pull request changes there, for people; it takes effect with the merge
public record TrustedConfiguration(Configuration configuration, List<String> waiting) {

  public TrustedConfiguration {
    waiting = List.copyOf(waiting);
  }

  /// Joins the two.
  ///
  /// @param base the configuration at the commit that is trusted
  /// @param head the configuration of the pull request
  public static TrustedConfiguration of(Configuration base, Configuration head) {
    List<String> waiting = new ArrayList<>();
    List<Environment> environments = new ArrayList<>();
    for (Environment trusted : base.environments()) {
      Optional<Environment> proposed = head.environment(trusted.name());
      if (proposed.isEmpty()) {
        waiting.add("The environment " + trusted.name() + " is removed.");
        environments.add(trusted);
      } else {
        environments.add(merge(trusted, proposed.get(), waiting));
      }
    }
    for (Environment proposed : head.environments()) {
      if (base.environment(proposed.name()).isEmpty()) {
        waiting.add("The environment " + proposed.name() + " is new.");
      }
    }
    policy(base.policy(), head.policy(), waiting);
    difference("`state`", base.state(), head.state(), waiting);
    return new TrustedConfiguration(
        new Configuration(
            head.specs(),
            head.exclude(),
            environments,
            head.models(),
            base.policy(),
            base.state(),
            head.checks()),
        waiting);
  }

  private static Environment merge(
      Environment trusted, Environment proposed, List<String> waiting) {
    String place = " of " + trusted.name();
    difference("`branches`" + place, trusted.branches(), proposed.branches(), waiting);
    difference("`api`" + place, trusted.api(), proposed.api(), waiting);
    difference("`credentials`" + place, trusted.credentials(), proposed.credentials(), waiting);
    difference("`preview`" + place, trusted.preview(), proposed.preview(), waiting);
    difference("`tag`" + place, trusted.tag(), proposed.tag(), waiting);
    return new Environment(
        trusted.name(),
        trusted.branches(),
        trusted.api(),
        trusted.credentials(),
        proposed.folder(),
        proposed.variables(),
        proposed.replacements(),
        trusted.preview(),
        trusted.tag());
  }

  private static void policy(Policy base, Policy head, List<String> waiting) {
    difference("`policy.breaking`", base.breaking(), head.breaking(), waiting);
    difference("`policy.security`", base.security(), head.security(), waiting);
    difference("`policy.label`", base.label(), head.label(), waiting);
    difference("`policy.drift`", base.drift(), head.drift(), waiting);
    difference("`policy.plan-changed`", base.planChanged(), head.planChanged(), waiting);
    difference("`policy.prune`", base.prune(), head.prune(), waiting);
    difference("`policy.verify`", base.verify(), head.verify(), waiting);
  }

  private static void difference(
      String place, Object trusted, Object proposed, List<String> waiting) {
    if (!Objects.equals(trusted, proposed)) {
      waiting.add(place + " changes from " + shown(trusted) + " to " + shown(proposed) + ".");
    }
  }

  private static String shown(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.map(TrustedConfiguration::shown).orElse("nothing");
      case Enum<?> constant -> constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      default -> String.valueOf(value);
    };
  }
}
