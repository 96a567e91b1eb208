package io.github.sigmadm.check;

import io.github.sigmadm.check.FoundReference.Columns;
import io.github.sigmadm.check.FoundReference.Elsewhere;
import io.github.sigmadm.check.FoundReference.Metrics;
import io.github.sigmadm.check.FoundReference.Nothing;
import io.github.sigmadm.check.FoundReference.Target;
import io.github.sigmadm.check.FoundReference.What;
import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a name means whose prefix is not a source of the table: a column of any table inside of
/// `Lookup` and `Rollup`, one of a related table, or a mistake.
final class StrayReference {

  private static final Target ELSEWHERE = new Elsewhere();

  private final Subject subject;

  StrayReference(Subject subject) {
    this.subject = subject;
  }

  /// What `[Table/Column]` means inside of `Lookup` and `Rollup`.
  Target lookedUp(FormulaSite site, Reference reference, Optional<List<Side>> sides) {
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
    for (Table table : tables) {
      Optional<Target> columns = ColumnTarget.among(table, reference.name().text());
      if (columns.isPresent()) {
        return columns.get();
      }
    }
    return ColumnTarget.of(site, tables.getLast(), reference.name(), true);
  }

  /// What `[Prefix/Column]` means outside of them.
  Target find(FormulaSite site, Reference reference, Optional<List<Side>> sides) {
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
  Target through(FormulaSite site, Reference reference, List<Side> own) {
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
    return switch (ColumnTarget.of(site, target, reference.name(), false)) {
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
