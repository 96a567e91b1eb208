package io.github.sigmadm.flow;

import io.github.sigmadm.check.CheckInput;
import io.github.sigmadm.check.Checks;
import io.github.sigmadm.check.OtherSpecs;
import io.github.sigmadm.check.ParsedSpec;
import io.github.sigmadm.check.Verdict;
import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.config.Environment;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.resolve.Resolution;
import io.github.sigmadm.resolve.Resolver;
import io.github.sigmadm.resolve.Surroundings;
import io.github.sigmadm.spec.DataModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks the specs of a commit and resolves them for an environment.
///
/// What the base commit's version of a file had wrong already is told, and no reason to fail.
final class Preparation {

  private final Snapshot snapshot;
  private final Configuration configuration;
  private final Optional<Environment> environment;

  /// @param environment what to resolve for; empty where the branch has none, and specs are only
  ///   checked
  Preparation(Snapshot snapshot, Configuration configuration, Optional<Environment> environment) {
    this.snapshot = snapshot;
    this.configuration = configuration;
    this.environment = environment;
  }

  /// A spec of the commit.
  ///
  /// @param before the file as the base commit has it, if it has it
  Prepared prepare(SpecFile file, Optional<SpecFile> before) {
    List<Diagnostic> known = before.map(this::findings).orElse(List.of());
    return switch (file) {
      case SpecFile.Broken broken ->
          new Prepared.Faulty(
              new ModelPlan.Invalid(broken.path(), broken.name(), broken.diagnostics()));
      case SpecFile.Parsed parsed -> prepare(parsed, before.isEmpty(), known);
    };
  }

  private Prepared prepare(SpecFile.Parsed file, boolean isNew, List<Diagnostic> known) {
    Verdict verdict = check(file, isNew, known);
    List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
    diagnostics.addAll(verdict.diagnostics());
    Optional<Resolution> resolution = environment.map(target -> resolve(file, target));
    if (resolution.orElse(null) instanceof Resolution.Unresolved unresolved) {
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

  private List<Diagnostic> findings(SpecFile file) {
    return switch (file) {
      case SpecFile.Broken broken -> broken.diagnostics();
      case SpecFile.Parsed parsed -> check(parsed, false, List.of()).diagnostics();
    };
  }

  private Verdict check(SpecFile.Parsed file, boolean isNew, List<Diagnostic> known) {
    CheckInput input =
        new CheckInput(
            new ParsedSpec(file.path(), file.model()),
            isNew,
            environment.map(target -> target.folder().isPresent()).orElse(true),
            others(),
            known);
    return Checks.check(input);
  }

  private OtherSpecs others() {
    return reference ->
        ModelLink.target(reference)
            .or(() -> Optional.ofNullable(snapshot.exported().get(reference)))
            .flatMap(snapshot::file)
            .flatMap(Preparation::model);
  }

  private static Optional<DataModel> model(SpecFile file) {
    return file instanceof SpecFile.Parsed parsed ? Optional.of(parsed.model()) : Optional.empty();
  }
}
