package io.github.sigmadm.flow;

import io.github.sigmadm.check.CheckInput;
import io.github.sigmadm.check.Checks;
import io.github.sigmadm.check.ParsedSpec;
import io.github.sigmadm.check.Verdict;
import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.config.Environment;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.resolve.Resolution;
import io.github.sigmadm.resolve.Resolver;
import io.github.sigmadm.resolve.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Checks the specs of a commit and resolves them for an environment.
///
/// What the base commit's version of a file had wrong already is told, and no reason to fail.
final class Preparation {

  private final Snapshot snapshot;
  private final Neighbours neighbours;
  private final Supplier<Snapshot> base;
  private final Configuration configuration;
  private final Optional<Environment> environment;
  private @Nullable Neighbours neighboursBefore;

  /// @param base the specs of the base commit, for what was wrong between specs already; read only
  ///   when something is found
  /// @param environment what to resolve for; empty where the branch has none, and specs are only
  ///   checked
  Preparation(
      Snapshot snapshot,
      Supplier<Snapshot> base,
      Configuration configuration,
      Optional<Environment> environment) {
    this.snapshot = snapshot;
    this.base = base;
    this.configuration = configuration;
    this.environment = environment;
    this.neighbours = new Neighbours(snapshot, configuration, environment);
  }

  /// A spec of the commit.
  ///
  /// @param before the file as the base commit has it, if it has it
  Prepared prepare(SpecFile file, Optional<SpecFile> before) {
    return switch (file) {
      case SpecFile.Broken broken ->
          new Prepared.Faulty(
              new ModelPlan.Invalid(broken.path(), broken.name(), broken.diagnostics()));
      case SpecFile.Parsed parsed -> prepare(parsed, before);
    };
  }

  private Prepared prepare(SpecFile.Parsed file, Optional<SpecFile> before) {
    Verdict verdict = Checks.check(input(file, before.isEmpty(), neighbours));
    if (!verdict.diagnostics().isEmpty() && before.isPresent()) {
      verdict = verdict.knowing(findings(before.get()));
    }
    List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
    diagnostics.addAll(verdict.diagnostics());
    Optional<Resolution> resolution = environment.map(target -> resolve(file, target));
    if (resolution.orElse(null) instanceof Resolution.Unresolved unresolved) {
      // without an environment the rules tell a link to nothing; here it is told as what it is
      diagnostics.removeIf(found -> unresolved.problems().stream().anyMatch(isSame(found)));
      diagnostics.addAll(unresolved.problems());
    }
    diagnostics.sort(Diagnostic.READING_ORDER);
    if (verdict.checked().isEmpty() || diagnostics.stream().anyMatch(Diagnostic::isNewError)) {
      return new Prepared.Faulty(new ModelPlan.Invalid(file.path(), file.name(), diagnostics));
    }
    return resolution.orElse(null) instanceof Resolution.Resolved resolved
        ? new Prepared.Ready(resolved.spec(), diagnostics)
        : new Prepared.Sound(file.path(), file.name(), diagnostics);
  }

  /// A spec resolved for the environment, if it can be, whatever else may be wrong with it.
  Optional<Resolution> resolve(SpecFile file) {
    return file instanceof SpecFile.Parsed parsed
        ? environment.map(target -> resolve(parsed, target))
        : Optional.empty();
  }

  private Resolution resolve(SpecFile.Parsed file, Environment target) {
    return Resolver.resolve(
        file.path(),
        file.model(),
        new Surroundings(
            target.variables(),
            target.replacements(),
            configuration.override(file.path(), target.name()).folder().or(target::folder),
            snapshot.exported(),
            snapshot.paths()));
  }

  private static Predicate<Diagnostic> isSame(Diagnostic found) {
    return other -> other.code().equals(found.code()) && other.span().equals(found.span());
  }

  /// What is wrong with a file among the specs of the base commit.
  private List<Diagnostic> findings(SpecFile file) {
    return switch (file) {
      case SpecFile.Broken broken -> broken.diagnostics();
      case SpecFile.Parsed parsed -> Checks.run(input(parsed, false, neighboursBefore()));
    };
  }

  private Neighbours neighboursBefore() {
    Neighbours before = neighboursBefore;
    if (before == null) {
      before = new Neighbours(base.get(), configuration, environment);
      neighboursBefore = before;
    }
    return before;
  }

  private CheckInput input(SpecFile.Parsed file, boolean isNew, Neighbours among) {
    return new CheckInput(
        new ParsedSpec(file.path(), file.model()),
        isNew,
        environment.map(target -> target.folder().isPresent()).orElse(true),
        among,
        List.of());
  }
}
