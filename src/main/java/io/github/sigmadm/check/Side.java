package io.github.sigmadm.check;

import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One of the sources that a table's formulas can reach by a prefix.
///
/// @param prefixes the names by which it is known; more than one where the evidence allows several
/// @param normalised the same, as names are compared
/// @param certain whether another prefix is wrong for sure
/// @param columns what can be known about its columns
record Side(List<String> prefixes, Set<String> normalised, boolean certain, Columns columns) {

  private Side(List<String> prefixes, boolean certain, Columns columns) {
    this(List.copyOf(prefixes), normalised(prefixes), certain, columns);
  }

  /// What can be known about the columns of a source.
  sealed interface Columns {}

  /// Those of a table of this document.
  record OfTable(Table table) implements Columns {}

  /// Those of a table of another spec of the repository.
  record OfOther(Table table) implements Columns {}

  /// A list of names.
  ///
  /// @param open whether some of the names are not known before variables are resolved
  record Listed(List<String> names, Set<String> normalised, boolean open) implements Columns {

    private Listed(List<String> names) {
      this(names, Side.normalised(names), names.stream().anyMatch(Subject::isOpen));
    }

    boolean has(String name) {
      return open || normalised.contains(Names.normalise(name));
    }
  }

  /// Nothing.
  record Unknown() implements Columns {}

  private static final Columns UNKNOWN = new Unknown();

  /// The sides of a table's source (section 11.2 of the description of the representation); empty
  /// where its prefixes are not known.
  static Optional<List<Side>> of(Table table, Subject subject) {
    return table.source().flatMap(source -> of(source, table, subject));
  }

  private static Optional<List<Side>> of(Source source, Table table, Subject subject) {
    return switch (source) {
      case Source.WarehouseTable warehouse ->
          warehouse.path().isEmpty() || warehouse.path().stream().anyMatch(Subject::isOpen)
              ? Optional.empty()
              : Optional.of(
                  List.of(
                      new Side(with(warehouse.path().getLast(), table.name()), false, UNKNOWN)));
      case Source.Sql ignored ->
          Optional.of(List.of(new Side(with("Custom SQL", table.name()), false, UNKNOWN)));
      case Source.OfElement of -> composable(of, subject).map(List::of);
      case Source.OfDataModel of -> composable(of, subject).map(List::of);
      case Source.Union union ->
          Optional.of(
              List.of(
                  new Side(
                      unionNames(union, table),
                      true,
                      new Listed(
                          union.matches().stream()
                              .flatMap(match -> match.text("outputColumnName").stream())
                              .toList()))));
      case Source.Join join -> join(join, subject);
      case Source.Transpose ignored -> Optional.empty();
      case Source.Other ignored -> Optional.empty();
    };
  }

  private static List<String> unionNames(Source.Union union, Table table) {
    List<String> names =
        new ArrayList<>(with("Union of " + union.sources().size() + " Sources", table.name()));
    union.node().text("name").ifPresent(names::add);
    return names;
  }

  /// A table of this document or of another spec, under its own name.
  private static Optional<Side> composable(Source source, Subject subject) {
    return switch (source) {
      case Source.OfElement ignored ->
          subject
              .table(source)
              .flatMap(table ->
                  table
                      .name()
                      .filter(name -> !Subject.isOpen(name))
                      .map(name -> new Side(List.of(name), true, new OfTable(table))));
      case Source.OfDataModel model ->
          subject
              .otherTable(model)
              .flatMap(table ->
                  table
                      .name()
                      .filter(name -> !Subject.isOpen(name))
                      .map(name -> new Side(List.of(name), false, new OfOther(table))));
      case Source.WarehouseTable warehouse ->
          warehouse.path().isEmpty() || Subject.isOpen(warehouse.path().getLast())
              ? Optional.empty()
              : Optional.of(new Side(List.of(warehouse.path().getLast()), false, UNKNOWN));
      case Source.Sql ignored -> Optional.empty();
      case Source.Join ignored -> Optional.empty();
      case Source.Union ignored -> Optional.empty();
      case Source.Transpose ignored -> Optional.empty();
      case Source.Other ignored -> Optional.empty();
    };
  }

  private static Optional<List<Side>> join(Source.Join join, Subject subject) {
    List<Side> sides = new ArrayList<>();
    Optional<Source> primary = EffectiveNames.primary(join);
    if (primary.isEmpty()
        || !add(primary.get(), join.name().map(TextNode::value), sides, subject)) {
      return Optional.empty();
    }
    for (Source.Leg leg : join.legs()) {
      if (leg.right().isEmpty()
          || !add(leg.right().get(), leg.name().map(TextNode::value), sides, subject)) {
        return Optional.empty();
      }
    }
    return Optional.of(sides);
  }

  /// Adds a side of a join under its name in the join; answers whether its name is known.
  private static boolean add(
      Source source, Optional<String> named, List<Side> sides, Subject subject) {
    Optional<Side> side = composable(source, subject);
    Optional<String> name = named.filter(text -> !text.isBlank());
    if (name.filter(Subject::isOpen).isPresent() || (name.isEmpty() && side.isEmpty())) {
      return false;
    }
    Set<String> prefixes = new LinkedHashSet<>();
    name.ifPresent(prefixes::add);
    side.ifPresent(known -> prefixes.addAll(known.prefixes()));
    sides.add(
        new Side(
            List.copyOf(prefixes),
            side.filter(Side::certain).isPresent(),
            side.map(Side::columns).orElse(UNKNOWN)));
    return true;
  }

  private static Set<String> normalised(List<String> names) {
    return names.stream().map(Names::normalise).collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> with(String name, Optional<String> own) {
    return own.isEmpty() || own.get().equals(name) ? List.of(name) : List.of(name, own.get());
  }
}
