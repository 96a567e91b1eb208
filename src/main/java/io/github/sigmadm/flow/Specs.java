package io.github.sigmadm.flow;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Target;
import io.github.sigmadm.resolve.Resolution;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.state.DeployedModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The specs of a run, checked and resolved, with what the base commit had in their place.
///
/// @param selection which specs the run is about
/// @param prepared those specs, by path
/// @param context specs that those refer to and that the run is not about; only ones that can be
///   resolved
/// @param before what the base has in the place of each selected spec, and of each removed one
/// @param resolvedBefore the same, resolved by the configuration of the head, where it can be
/// @param past what earlier deploys left, under the paths that the files have now
record Specs(
    Selection selection,
    Map<RepositoryPath, Prepared> prepared,
    Map<RepositoryPath, ResolvedSpec> context,
    Map<RepositoryPath, SpecFile> before,
    Map<RepositoryPath, ResolvedSpec> resolvedBefore,
    Past past) {

  /// Reads, checks and resolves what a run is about: what the commits differ in, and what asks for
  /// something else than was last deployed.
  static Specs of(Assignment assignment, Inputs inputs, Past recorded) {
    Settings settings = assignment.settings();
    History history = assignment.history();
    Comparison comparison = assignment.comparison();
    Snapshot head = Snapshot.read(history, comparison.head(), settings.configuration()::isSpec);
    Preparation preparation =
        new Preparation(
            head,
            () ->
                comparison
                    .base()
                    .map(base -> Snapshot.read(history, base, settings.before()::isSpec))
                    .orElse(head),
            settings.configuration(),
            settings.environment());
    Selection touched =
        comparison
            .base()
            .map(base ->
                changed(assignment, head, preparation, history.changes(base, comparison.head())))
            .orElseGet(() -> Selection.all(head));
    Pending pending = Pending.of(head, preparation, settings, touched.previousPaths(), recorded);
    Selection selection = pending.addTo(touched).limitedTo(assignment.globs(inputs));
    Past past = pending.past();
    Map<RepositoryPath, SpecFile> before = before(history, comparison, selection);
    Map<RepositoryPath, Prepared> prepared = new LinkedHashMap<>();
    for (RepositoryPath path : selection.specs()) {
      head.file(path)
          .ifPresent(file ->
              prepared.put(
                  path,
                  preparation.prepare(
                      file,
                      // what is deployed as it stands is nobody's new mistake
                      Optional.ofNullable(before.get(path))
                          .or(() ->
                              pending.isSettled(path) ? Optional.of(file) : Optional.empty()))));
    }
    Map<RepositoryPath, ResolvedSpec> resolvedBefore = new LinkedHashMap<>();
    before.forEach((path, file) ->
        resolved(preparation, file).ifPresent(spec -> resolvedBefore.put(path, spec)));
    return new Specs(
        selection, prepared, context(head, preparation, selection), before, resolvedBefore, past);
  }

  private static Selection changed(
      Assignment assignment, Snapshot head, Preparation after, List<ChangedFile> changes) {
    Settings settings = assignment.settings();
    Selection touched =
        Selection.changed(head, changes, settings.before(), settings.configuration());
    if (settings.before().equals(settings.configuration())) {
      return touched;
    }
    Preparation before =
        new Preparation(
            head,
            () -> head,
            settings.before(),
            settings.environment().flatMap(now -> settings.before().environment(now.name())));
    return touched.withResolvedOtherwise(head, before, after);
  }

  private static Map<RepositoryPath, SpecFile> before(
      History history, Comparison comparison, Selection selection) {
    Map<RepositoryPath, SpecFile> before = new LinkedHashMap<>();
    comparison
        .base()
        .ifPresent(base -> {
          for (RepositoryPath path : selection.specs()) {
            RepositoryPath previous = selection.previousPaths().getOrDefault(path, path);
            history
                .read(base, previous)
                .ifPresent(bytes -> before.put(path, SpecFile.parse(previous, bytes)));
          }
          for (RepositoryPath path : selection.removed()) {
            history
                .read(base, path)
                .ifPresent(bytes -> before.put(path, SpecFile.parse(path, bytes)));
          }
        });
    return before;
  }

  private static Map<RepositoryPath, ResolvedSpec> context(
      Snapshot head, Preparation preparation, Selection selection) {
    Map<RepositoryPath, ResolvedSpec> context = new LinkedHashMap<>();
    for (RepositoryPath path : head.withDependencies(selection.specs())) {
      if (!selection.specs().contains(path)) {
        head.file(path)
            .flatMap(file -> resolved(preparation, file))
            .ifPresent(spec -> context.put(path, spec));
      }
    }
    return context;
  }

  private static Optional<ResolvedSpec> resolved(Preparation preparation, SpecFile file) {
    return preparation.resolve(file).orElse(null) instanceof Resolution.Resolved(var spec)
        ? Optional.of(spec)
        : Optional.empty();
  }

  /// The specs that can be planned.
  List<Prepared.Ready> ready() {
    List<Prepared.Ready> ready = new ArrayList<>();
    prepared
        .values()
        .forEach(one -> {
          if (one instanceof Prepared.Ready spec) {
            ready.add(spec);
          }
        });
    return ready;
  }

  /// The specs that are gone, by path, each with the name that its model had.
  Map<RepositoryPath, String> removed() {
    Map<RepositoryPath, String> removed = new LinkedHashMap<>();
    for (RepositoryPath path : selection.removed()) {
      removed.put(
          path,
          past.of(path)
              .map(DeployedModel::name)
              .or(() -> Optional.ofNullable(before.get(path)).map(SpecFile::name))
              .orElse(path.fileName()));
    }
    return removed;
  }

  /// The plans of the specs that cannot be planned.
  List<ModelPlan> faulty() {
    List<ModelPlan> plans = new ArrayList<>();
    prepared
        .values()
        .forEach(one -> {
          if (one instanceof Prepared.Faulty faulty) {
            plans.add(faulty.plan());
          }
        });
    return plans;
  }

  /// The specs of a run that only validates: sound ones stay as they are.
  List<ModelPlan> sound() {
    List<ModelPlan> sound = new ArrayList<>();
    prepared
        .values()
        .forEach(one -> {
          switch (one) {
            case Prepared.Sound spec ->
                sound.add(validated(spec.path(), spec.name(), spec.diagnostics()));
            case Prepared.Ready spec ->
                sound.add(validated(spec.path(), spec.spec().name(), spec.diagnostics()));
            case Prepared.Faulty ignored -> {}
          }
        });
    return sound;
  }

  private static ModelPlan validated(
      RepositoryPath path, String name, List<Diagnostic> diagnostics) {
    return new ModelPlan.Unchanged(
        path, name, new Target.Base(), IdMap.EMPTY, List.of(), diagnostics);
  }

  /// The names that files had before, where no spec of the commit has them now: by these a renamed
  /// model is found.
  Map<RepositoryPath, String> previousNames() {
    Set<String> taken = new HashSet<>();
    ready().forEach(spec -> taken.add(spec.spec().name()));
    context.values().forEach(spec -> taken.add(spec.name()));
    Map<RepositoryPath, String> names = new LinkedHashMap<>();
    resolvedBefore.forEach((path, spec) -> {
      if (prepared.containsKey(path) && !taken.contains(spec.name())) {
        names.put(path, spec.name());
      }
    });
    return names;
  }
}
