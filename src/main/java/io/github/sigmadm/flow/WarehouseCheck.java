package io.github.sigmadm.flow;

import io.github.sigmadm.check.warehouse.TableAddress;
import io.github.sigmadm.check.warehouse.TableUse;
import io.github.sigmadm.check.warehouse.WarehouseFindings;
import io.github.sigmadm.check.warehouse.WarehouseUses;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Seen;
import io.github.sigmadm.plan.Target;
import io.github.sigmadm.resolve.ResolvedSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Checks what plans bring into use against the warehouse: new tables, and new columns of known
/// ones. Plans that bring in nothing new cost no call.
final class WarehouseCheck {

  private final Catalogue catalogue;
  private final Map<RepositoryPath, ResolvedSpec> base;

  /// @param base the specs as the base commit has them: what was wrong there already is known
  WarehouseCheck(Catalogue catalogue, Map<RepositoryPath, ResolvedSpec> base) {
    this.catalogue = catalogue;
    this.base = base;
  }

  /// The plans with what was found about them; those with new errors are invalid.
  ///
  /// @param specs what each plan is made from
  List<ModelPlan> judged(List<ModelPlan> models, Map<RepositoryPath, ResolvedSpec> specs) {
    Map<RepositoryPath, WarehouseUses> uses = new TreeMap<>();
    for (ModelPlan model : models) {
      Optional.ofNullable(specs.get(model.path()))
          .ifPresent(spec -> uses.put(model.path(), brought(model, spec)));
    }
    Set<TableAddress> tables = new LinkedHashSet<>();
    uses.values().forEach(use -> use.tables().stream().map(TableUse::address).forEach(tables::add));
    catalogue.ask(tables);
    List<ModelPlan> judged = new ArrayList<>();
    for (ModelPlan model : models) {
      List<Diagnostic> found =
          WarehouseFindings.of(
              model.path(),
              uses.getOrDefault(model.path(), WarehouseUses.NONE),
              before(model.path()),
              catalogue::answer);
      judged.add(found.isEmpty() ? model : with(model, found));
    }
    return judged;
  }

  private WarehouseUses brought(ModelPlan model, ResolvedSpec spec) {
    WarehouseUses wanted = WarehouseUses.of(spec.content());
    return switch (model) {
      case ModelPlan.Create ignored -> wanted;
      case ModelPlan.Update update ->
          switch (update.target()) {
            case Target.Live(LiveModel live) -> wanted.since(WarehouseUses.of(live.content()));
            case Target.Base() -> wanted.since(before(model.path()));
          };
      // what is only validated is compared with the base; otherwise nothing is brought in
      case ModelPlan.Unchanged unchanged ->
          switch (unchanged.seen()) {
            case Target.Live ignored -> WarehouseUses.NONE;
            case Seen.Recorded ignored -> WarehouseUses.NONE;
            case Target.Base() -> wanted.since(before(model.path()));
          };
      case ModelPlan.Delete ignored -> WarehouseUses.NONE;
      case ModelPlan.Invalid ignored -> WarehouseUses.NONE;
      case ModelPlan.Conflict ignored -> WarehouseUses.NONE;
    };
  }

  private WarehouseUses before(RepositoryPath path) {
    return Optional.ofNullable(base.get(path))
        .map(spec -> WarehouseUses.of(spec.content()))
        .orElse(WarehouseUses.NONE);
  }

  private static ModelPlan with(ModelPlan model, List<Diagnostic> found) {
    List<Diagnostic> all = new ArrayList<>(model.diagnostics());
    all.addAll(found);
    all.sort(Diagnostic.READING_ORDER);
    return found.stream().anyMatch(Diagnostic::isNewError)
        ? new ModelPlan.Invalid(model.path(), model.name(), all)
        : model.withDiagnostics(all);
  }
}
