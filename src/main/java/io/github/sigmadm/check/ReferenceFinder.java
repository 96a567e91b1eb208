package io.github.sigmadm.check;

import io.github.sigmadm.check.FoundReference.Columns;
import io.github.sigmadm.check.FoundReference.Elsewhere;
import io.github.sigmadm.check.FoundReference.Metrics;
import io.github.sigmadm.check.FoundReference.Nothing;
import io.github.sigmadm.check.FoundReference.Target;
import io.github.sigmadm.formula.Expression;
import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what the references of formulas mean (section 11.2 of the description of the
/// representation).
///
/// It says that something leads nowhere only as surely as it can know: tables of the warehouse and
/// models outside of the repository may have any column.
final class ReferenceFinder {

  private static final Target ELSEWHERE = new Elsewhere();

  private final Subject subject;
  private final BareReference bare;
  private final StrayReference stray;
  private final Map<String, List<Side>> sidesByPrefix = new HashMap<>();
  private final List<FoundReference> found = new ArrayList<>();

  private ReferenceFinder(Subject subject) {
    this.subject = subject;
    this.bare = new BareReference(subject);
    this.stray = new StrayReference(subject);
  }

  /// What all references of all readable formulas mean, in the order of the formulas.
  static List<FoundReference> in(Subject subject) {
    ReferenceFinder finder = new ReferenceFinder(subject);
    Table table = null;
    Optional<List<Side>> sides = Optional.empty();
    for (FormulaSite site : subject.formulas()) {
      if (table == null || !site.table().equals(table)) {
        table = site.table();
        sides = Side.of(table, subject);
        finder.index(sides.orElse(List.of()));
      }
      if (site.formula().isReadable()) {
        finder.walk(site, site.formula().root(), sides, false);
      }
    }
    return finder.found;
  }

  private void index(List<Side> sides) {
    sidesByPrefix.clear();
    for (Side side : sides) {
      for (String prefix : side.normalised()) {
        sidesByPrefix.computeIfAbsent(prefix, key -> new ArrayList<>()).add(side);
      }
    }
  }

  private void walk(
      FormulaSite site, Expression part, Optional<List<Side>> sides, boolean inLookup) {
    if (part instanceof Reference reference) {
      found.add(new FoundReference(site, reference, find(site, reference, sides, inLookup)));
    }
    boolean looksUp =
        inLookup || (part instanceof Call call && (call.isTo("Lookup") || call.isTo("Rollup")));
    for (Expression child : part.children()) {
      walk(site, child, sides, looksUp);
    }
  }

  private Target find(
      FormulaSite site, Reference reference, Optional<List<Side>> sides, boolean inLookup) {
    if (reference.parts().stream().map(Part::text).anyMatch(ReferenceFinder::isUnjudged)) {
      return ELSEWHERE;
    }
    if (site.owner() instanceof FormulaSite.OfSide of) {
      return reference.isBare() ? ofSide(site, of, reference) : ELSEWHERE;
    }
    if (reference.isBare()) {
      return bare.find(site, reference, sides);
    }
    Part prefix = reference.parts().getFirst();
    if (sides.isEmpty() && !inLookup && subject.tablesCalled(prefix.text()).isEmpty()) {
      return ELSEWHERE;
    }
    List<Side> own = sidesByPrefix.getOrDefault(Names.normalise(prefix.text()), List.of());
    if (reference.parts().size() > 2) {
      return stray.through(site, reference, own);
    }
    if (!own.isEmpty()) {
      return ColumnTarget.of(site, own, reference.name());
    }
    if (prefix.text().equalsIgnoreCase("Metrics")) {
      return bare.metric(site, reference.name());
    }
    return inLookup ? stray.lookedUp(site, reference, sides) : stray.find(site, reference, sides);
  }

  private static boolean isUnjudged(String name) {
    return Subject.isOpen(name) || Placeholder.isPlaceholder(name);
  }

  private Target ofSide(FormulaSite site, FormulaSite.OfSide of, Reference reference) {
    Optional<Table> table = of.side().flatMap(subject::table);
    if (table.isPresent()) {
      return switch (ColumnTarget.of(site, table.get(), reference.name(), true)) {
        // what a join compares is no part of the circles that formulas can make
        case Columns ignored -> ELSEWHERE;
        case Metrics ignored -> ELSEWHERE;
        case Elsewhere ignored -> ELSEWHERE;
        case Nothing nothing -> nothing;
      };
    }
    return ELSEWHERE;
  }
}
