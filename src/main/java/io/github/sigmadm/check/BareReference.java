package io.github.sigmadm.check;

import io.github.sigmadm.check.FoundReference.Elsewhere;
import io.github.sigmadm.check.FoundReference.Metrics;
import io.github.sigmadm.check.FoundReference.Nothing;
import io.github.sigmadm.check.FoundReference.Target;
import io.github.sigmadm.check.FoundReference.What;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.Metric;
import io.github.sigmadm.spec.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a name without a prefix means: a column or a metric of the table, or a control.
final class BareReference {

  private static final Target ELSEWHERE = new Elsewhere();

  private final Subject subject;

  BareReference(Subject subject) {
    this.subject = subject;
  }

  /// What `[Name]` means.
  Target find(FormulaSite site, Reference reference, Optional<List<Side>> sides) {
    Table table = site.table();
    String name = reference.name().text();
    Optional<Target> sibling = ColumnTarget.among(table, name);
    if (sibling.isPresent()) {
      return sibling.get();
    }
    if (!table.metricsCalled(name).isEmpty()) {
      return new Metrics(table.metricsCalled(name));
    }
    boolean inMetric = site.owner() instanceof FormulaSite.OfMetric;
    if (subject.control(name).isPresent()
        || mayMeanSource(table)
        || (!inMetric && isOutputOfUnion(name, sides))) {
      return ELSEWHERE;
    }
    Inherited inherited = inMetric ? inherited(table, name) : Inherited.NO;
    if (inherited == Inherited.YES) {
      return ELSEWHERE;
    }
    Optional<Column> byId = table.column(name);
    List<String> candidates = table.nameSuggestions();
    if (!subject.controlIds().isEmpty()) {
      candidates = new ArrayList<>(candidates);
      candidates.addAll(subject.controlIds());
    }
    return new Nothing(
        What.NAME,
        table.columnsAreKnown() && inherited == Inherited.NO && !table.mayBeMadeFromColumn(name),
        site.spanOf(reference),
        site.label()
            + " refers to ["
            + name
            + "], and "
            + table.label()
            + " has no column or metric of that name, nor is there such a control.",
        name,
        candidates,
        byId.isPresent()
            ? "\""
                + name
                + "\" is the id of a column; formulas use names"
                + table.nameOf(byId.get()).map(it -> ": [" + it + "].").orElse(".")
            : "Write the name of a column of this table, or add one; a column of its source is"
                + " written with the source's name, [Source/Column].");
  }

  /// Whether a bare name may mean a column of the source.
  private static boolean mayMeanSource(Table table) {
    return switch (table.source().orElse(null)) {
      case Source.Transpose ignored -> true;
      case Source.Other ignored -> true;
      case null -> true;
      case Source.WarehouseTable ignored -> false;
      case Source.OfElement ignored -> false;
      case Source.OfDataModel ignored -> false;
      case Source.Sql ignored -> false;
      case Source.Join ignored -> false;
      case Source.Union ignored -> false;
    };
  }

  private static boolean isOutputOfUnion(String name, Optional<List<Side>> sides) {
    return sides.orElse(List.of()).stream()
        .anyMatch(side -> side.columns() instanceof Side.Listed listed && listed.has(name));
  }

  private enum Inherited {
    YES,
    NO,
    UNKNOWN
  }

  /// Whether a table has a metric from its primary source, which publishes its metrics along.
  private Inherited inherited(Table table, String name) {
    Set<String> seen = new HashSet<>();
    Table at = table;
    while (seen.add(at.id())) {
      Optional<Source> source =
          at.source()
              .flatMap(it ->
                  it instanceof Source.Join join ? EffectiveNames.primary(join) : Optional.of(it));
      if (source.orElse(null) instanceof Source.OfDataModel) {
        return Inherited.UNKNOWN;
      }
      Optional<Table> next = source.flatMap(subject::table);
      if (next.isEmpty()) {
        return Inherited.NO;
      }
      at = next.get();
      if (!at.metricsCalled(name).isEmpty()) {
        return Inherited.YES;
      }
    }
    return Inherited.NO;
  }

  /// What `[Metrics/Name]` means.
  Target metric(FormulaSite site, Part name) {
    List<Metric> metrics = site.table().metricsCalled(name.text());
    if (!metrics.isEmpty()) {
      return new Metrics(metrics);
    }
    if (inherited(site.table(), name.text()) != Inherited.NO) {
      return ELSEWHERE;
    }
    return new Nothing(
        What.NAME,
        false,
        site.spanOf(name),
        site.label() + " refers to a metric \"" + name.text() + "\" that its table does not have.",
        name.text(),
        site.table().metricNames(),
        "Write the name of a metric of this table.");
  }
}
