package io.github.sigmadm.check;

import io.github.sigmadm.check.FoundReference.Columns;
import io.github.sigmadm.check.FoundReference.Metrics;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// No formula refers to itself, directly or through others.
///
/// On a union, a transpose or a source of unknown kind a bare name may mean a column of the source,
/// so that `[X]` on a column `X` passes it through.
final class CircularFormula implements Rule {

  @Override
  public String code() {
    return "circular-formula";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    List<FormulaSite> sites = subject.formulas();
    IdentityHashMap<TextNode, Integer> numbers = new IdentityHashMap<>();
    for (int i = 0; i < sites.size(); i++) {
      numbers.put(sites.get(i).node(), i);
    }
    List<List<FoundReference>> references = new ArrayList<>();
    List<List<Integer>> edges = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      references.add(new ArrayList<>());
      edges.add(new ArrayList<>());
    }
    for (FoundReference found : subject.references()) {
      Integer target = target(found, numbers);
      Integer from = numbers.get(found.site().node());
      if (target == null || from == null) {
        continue;
      }
      references.get(from).add(found);
      edges.get(from).add(target);
    }
    List<Integer> nodes = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      nodes.add(i);
    }
    for (List<Integer> cycle : Cycles.in(nodes, edges::get).each()) {
      int first = cycle.getFirst();
      int next = cycle.size() > 1 ? cycle.get(1) : first;
      FoundReference place = references.get(first).get(edges.get(first).indexOf(next));
      List<String> names = Cycles.told(cycle, number -> CircularFormula.name(sites.get(number)));
      findings.add(
          this,
          place.site().spanOf(place.reference()),
          cycle.size() == 1
              ? place.site().label() + " refers to itself."
              : "Formulas refer to each other in a circle: "
                  + String.join(" → ", names)
                  + " → "
                  + names.getFirst()
                  + ".",
          cycle.size() == 1
              ? "Rename the column, or write the column of the source that is meant:"
                  + " [Source/Column]."
              : "Let one of them refer to something else.");
    }
  }

  /// The one formula that a reference leads to, where it is one.
  private static @Nullable Integer target(
      FoundReference found, IdentityHashMap<TextNode, Integer> numbers) {
    return switch (found.target()) {
      case Columns columns -> {
        if (columns.columns().size() != 1
            || (found.reference().isBare() && mayMeanSource(found, columns))) {
          yield null;
        }
        yield columns.columns().getFirst().formula().map(numbers::get).orElse(null);
      }
      case Metrics metrics ->
          metrics.metrics().size() == 1
              ? metrics.metrics().getFirst().formula().map(numbers::get).orElse(null)
              : null;
      case FoundReference.Elsewhere ignored -> null;
      case FoundReference.Nothing ignored -> null;
    };
  }

  /// Whether a bare name on a column of that very name may be a column of the source.
  private static boolean mayMeanSource(FoundReference found, Columns columns) {
    boolean isItself =
        columns
            .columns()
            .getFirst()
            .formula()
            .filter(formula -> formula.equals(found.site().node()))
            .isPresent();
    return isItself
        && switch (found.site().table().source().orElse(null)) {
          case Source.Union ignored -> true;
          case Source.Transpose ignored -> true;
          case Source.Other ignored -> true;
          case Source.WarehouseTable ignored -> false;
          case Source.OfElement ignored -> false;
          case Source.OfDataModel ignored -> false;
          case Source.Sql ignored -> false;
          case Source.Join ignored -> false;
          case null -> true;
        };
  }

  private static String name(FormulaSite site) {
    return switch (site.owner()) {
      case FormulaSite.OfColumn of ->
          "\"" + site.table().nameOf(of.column()).orElse(of.column().id().value()) + "\"";
      case FormulaSite.OfMetric of ->
          "\"" + of.metric().name().map(TextNode::value).orElse(of.metric().id().value()) + "\"";
      case FormulaSite.OfSide ignored -> "the join";
    };
  }
}
