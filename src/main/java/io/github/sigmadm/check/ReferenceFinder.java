package io.github.sigmadm.check;

import io.github.sigmadm.check.FoundReference.Columns;
import io.github.sigmadm.check.FoundReference.Elsewhere;
import io.github.sigmadm.check.FoundReference.Metrics;
import io.github.sigmadm.check.FoundReference.Nothing;
import io.github.sigmadm.check.FoundReference.Target;
import io.github.sigmadm.check.FoundReference.What;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Expression;
import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.Metric;
import io.github.sigmadm.spec.Relationship;
import io.github.sigmadm.spec.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds what the references of formulas mean (section 11.2 of the description of the
/// representation).
///
/// It says that something leads nowhere only as surely as it can know: tables of the warehouse and
/// models outside of the repository may have any column.
final class ReferenceFinder {

  private static final Target ELSEWHERE = new Elsewhere();

  private final Subject subject;
  private final List<FoundReference> found = new ArrayList<>();

  private ReferenceFinder(Subject subject) {
    this.subject = subject;
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
      }
      if (site.formula().isReadable()) {
        finder.walk(site, site.formula().root(), sides, false);
      }
    }
    return finder.found;
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
      return bare(site, reference, sides);
    }
    Part prefix = reference.parts().getFirst();
    if (sides.isEmpty() && !inLookup && subject.tablesCalled(prefix.text()).isEmpty()) {
      return ELSEWHERE;
    }
    List<Side> own =
        sides.orElse(List.of()).stream().filter(side -> side.isCalled(prefix.text())).toList();
    if (reference.parts().size() > 2) {
      return through(site, reference, own);
    }
    if (!own.isEmpty()) {
      return columnOf(site, own, reference.name());
    }
    if (prefix.text().equalsIgnoreCase("Metrics")) {
      return metric(site, reference.name());
    }
    return inLookup ? lookedUp(site, reference, sides) : stray(site, reference, sides);
  }

  private static boolean isUnjudged(String name) {
    return Subject.isOpen(name) || Placeholder.isPlaceholder(name);
  }

  // Bare names

  private Target bare(FormulaSite site, Reference reference, Optional<List<Side>> sides) {
    Table table = site.table();
    String name = reference.name().text();
    Optional<Target> sibling = columns(table, name);
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
        table.columnsAreKnown() && inherited == Inherited.NO,
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

  /// The columns of a table by name, if it has any of it.
  private static Optional<Target> columns(Table table, String name) {
    List<Column> columns = table.columnsCalled(name);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        table.columns().called(name).isEmpty() ? ELSEWHERE : new Columns(table, columns));
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

  private Target metric(FormulaSite site, Part name) {
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

  // Names with a prefix

  /// A column of one of the sources that the prefix names.
  private Target columnOf(FormulaSite site, List<Side> sides, Part name) {
    Optional<Target> nothing = Optional.empty();
    for (Side side : sides) {
      Target target =
          switch (side.columns()) {
            case Side.OfTable of -> columnOf(site, of.table(), name, true);
            case Side.OfOther of -> columnOf(site, of.table(), name, false);
            case Side.Listed listed -> listed(site, side, listed, name);
            case Side.Unknown ignored -> ELSEWHERE;
          };
      if (!(target instanceof Nothing)) {
        return target;
      }
      nothing = Optional.of(target);
    }
    return nothing.orElse(ELSEWHERE);
  }

  private static Target listed(FormulaSite site, Side side, Side.Listed listed, Part name) {
    return listed.has(name.text())
        ? ELSEWHERE
        : new Nothing(
            What.COLUMN,
            true,
            site.spanOf(name),
            site.label()
                + " refers to the column \""
                + name.text()
                + "\", which \""
                + side.prefixes().getFirst()
                + "\" does not have.",
            name.text(),
            listed.names(),
            "Write an `outputColumnName` of the union's `matches`.");
  }

  private static Target columnOf(FormulaSite site, Table table, Part name, boolean inDocument) {
    Optional<Target> columns = columns(table, name.text());
    if (columns.isPresent()) {
      return inDocument ? columns.get() : ELSEWHERE;
    }
    return new Nothing(
        What.COLUMN,
        inDocument && table.columnsAreKnown() && table.metricsCalled(name.text()).isEmpty(),
        site.spanOf(name),
        site.label()
            + " refers to the column \""
            + name.text()
            + "\", which "
            + table.label()
            + " does not have.",
        name.text(),
        table.nameSuggestions(),
        "Write the name of a column of that table, or add the column there.");
  }

  private Target ofSide(FormulaSite site, FormulaSite.OfSide of, Reference reference) {
    Optional<Table> table = of.side().flatMap(subject::table);
    if (table.isPresent()) {
      return switch (columnOf(site, table.get(), reference.name(), true)) {
        // what a join compares is no part of the circles that formulas can make
        case Columns ignored -> ELSEWHERE;
        case Metrics ignored -> ELSEWHERE;
        case Elsewhere ignored -> ELSEWHERE;
        case Nothing nothing -> nothing;
      };
    }
    return ELSEWHERE;
  }

  private Target lookedUp(FormulaSite site, Reference reference, Optional<List<Side>> sides) {
    Part prefix = reference.parts().getFirst();
    List<Table> tables = subject.tablesCalled(prefix.text());
    if (tables.isEmpty()) {
      return new Nothing(
          What.PREFIX,
          false,
          site.spanOf(prefix),
          site.label()
              + " looks up a column of \""
              + prefix.text()
              + "\", and no table of this model has that name.",
          prefix.text(),
          prefixes(sides, true),
          "Write the name of a table of this model.");
    }
    Optional<Target> nothing = Optional.empty();
    for (Table table : tables) {
      Target target = columnOf(site, table, reference.name(), true);
      if (!(target instanceof Nothing)) {
        return target;
      }
      nothing = Optional.of(target);
    }
    return nothing.orElse(ELSEWHERE);
  }

  /// A prefix that is not of the table's source.
  private Target stray(FormulaSite site, Reference reference, Optional<List<Side>> sides) {
    Table table = site.table();
    Part prefix = reference.parts().getFirst();
    List<Table> others = subject.tablesCalled(prefix.text());
    boolean related =
        others.stream()
            .anyMatch(other ->
                table.element().relationships().stream()
                    .anyMatch(relationship ->
                        relationship
                            .targetElementId()
                            .filter(id -> id.value().equals(other.id()))
                            .isPresent()));
    if (related || sides.isEmpty()) {
      return ELSEWHERE;
    }
    boolean isItself = table.name().filter(name -> Names.same(name, prefix.text())).isPresent();
    if (!others.isEmpty() && !isItself) {
      return new Nothing(
          What.OTHER_TABLE,
          false,
          site.spanOf(prefix),
          site.label()
              + " refers to a column of "
              + others.getFirst().label()
              + ", which is not its source; Sigma accepts it and gives null.",
          prefix.text(),
          List.of(),
          "Use Lookup(["
              + prefix.text()
              + "/"
              + reference.name().text()
              + "], key, key), or"
              + " define a relationship.");
    }
    boolean certain =
        !isItself
            && table.relationshipCalled(prefix.text()).isEmpty()
            && sides.get().stream().allMatch(Side::certain);
    return new Nothing(
        What.PREFIX,
        certain,
        site.spanOf(prefix),
        site.label()
            + " refers to \""
            + prefix.text()
            + "\", which is not the name of a source of "
            + table.label()
            + ".",
        prefix.text(),
        prefixes(sides, false),
        advice(table, reference, sides.get()));
  }

  private static String advice(Table table, Reference reference, List<Side> sides) {
    String whole = String.join("/", reference.parts().stream().map(Part::text).toList());
    if (!table.columnsCalled(whole).isEmpty()) {
      return "A slash that is part of a name is written \\/: [" + whole.replace("/", "\\/") + "].";
    }
    if (table.relationshipCalled(reference.parts().getFirst().text()).isPresent()) {
      return "A column of a related table is written [Source/Relationship/Column].";
    }
    return "Columns of this table's source are written ["
        + sides.getFirst().prefixes().getFirst()
        + "/Column].";
  }

  /// `[Source/Relationship/Column]`, with any number of relationships.
  private Target through(FormulaSite site, Reference reference, List<Side> own) {
    Optional<Table> at = Optional.of(site.table());
    List<Part> steps = reference.parts().subList(1, reference.parts().size() - 1);
    for (Part step : steps) {
      Optional<Relationship> relationship = at.flatMap(it -> it.relationshipCalled(step.text()));
      if (relationship.isEmpty()) {
        relationship =
            own.stream()
                .map(Side::columns)
                .filter(Side.OfTable.class::isInstance)
                .flatMap(
                    side -> ((Side.OfTable) side).table().relationshipCalled(step.text()).stream())
                .findFirst();
      }
      if (relationship.isEmpty()) {
        return own.stream().anyMatch(side -> side.columns() instanceof Side.OfOther)
            ? ELSEWHERE
            : noRelationship(site, reference, step, at);
      }
      at = relationship.get().targetElementId().flatMap(id -> subject.table(id.value()));
      if (at.isEmpty()) {
        return ELSEWHERE;
      }
    }
    Table target = at.orElseThrow();
    // the form is known from build logs only, so that nothing about it is certain
    return switch (columnOf(site, target, reference.name(), false)) {
      case Nothing nothing -> nothing;
      case Columns columns -> columns;
      case Metrics metrics -> metrics;
      case Elsewhere elsewhere -> elsewhere;
    };
  }

  private static Target noRelationship(
      FormulaSite site, Reference reference, Part step, Optional<Table> at) {
    String rest = String.join("/", reference.parts().stream().skip(1).map(Part::text).toList());
    String hint =
        step.text().contains(" - ")
            ? "The form of the formula bar does not work here; write the relationship's name."
            : "Write the name of a relationship; a slash that is part of a name is written \\/: ["
                + reference.parts().getFirst().text()
                + "/"
                + rest.replace("/", "\\/")
                + "].";
    return new Nothing(
        What.PREFIX,
        false,
        site.spanOf(step),
        site.label()
            + " goes through a relationship \""
            + step.text()
            + "\", which "
            + at.map(Table::label).orElse("the table")
            + " does not have.",
        step.text(),
        at.map(Table::relationshipNames).orElse(List.of()),
        hint);
  }

  /// The names that may stand before a column.
  private List<String> prefixes(Optional<List<Side>> sides, boolean inLookup) {
    List<String> names = new ArrayList<>();
    sides.orElse(List.of()).forEach(side -> names.addAll(side.prefixes()));
    if (inLookup) {
      subject.tables().forEach(table -> table.name().ifPresent(names::add));
    }
    return names;
  }
}
