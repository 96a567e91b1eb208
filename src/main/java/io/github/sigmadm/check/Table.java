package io.github.sigmadm.check;

import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.Formula;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.Metric;
import io.github.sigmadm.spec.Relationship;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table of the spec with the names in it.
final class Table {

  private final TableElement element;
  private final Optional<String> name;
  private final ColumnNames columns;
  private final boolean columnsAreKnown;
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Column> byId = new HashMap<>();
  private final Map<String, List<Column>> byName = new HashMap<>();
  private final IdentityHashMap<TextNode, String> namesById = new IdentityHashMap<>();
  private final List<String> suggestions = new ArrayList<>();
  private final Map<String, List<Metric>> metrics = new HashMap<>();
  private final Map<String, Relationship> relationships = new HashMap<>();

  Table(TableElement element, Optional<String> name) {
    this.element = element;
    this.name = name;
    this.columns = ColumnNames.of(element);
    element.source().ifPresent(sources::add);
    for (int i = 0; i < sources.size(); i++) {
      sources.addAll(sources.get(i).parts());
    }
    this.columnsAreKnown =
        columns.columns().stream()
            .allMatch(column -> column.name().filter(text -> !Subject.isOpen(text)).isPresent());
    columns
        .columns()
        .forEach(named -> {
          byId.putIfAbsent(named.column().id().value(), named.column());
          named
              .name()
              .ifPresent(text -> {
                suggestions.add(text);
                namesById.put(named.column().id(), text);
                byName
                    .computeIfAbsent(Names.normalise(text), key -> new ArrayList<>())
                    .add(named.column());
              });
        });
    for (Metric metric : element.metrics()) {
      metric
          .name()
          .ifPresent(text -> {
            suggestions.add(text.value());
            metrics
                .computeIfAbsent(Names.normalise(text.value()), key -> new ArrayList<>())
                .add(metric);
          });
    }
    for (Relationship relationship : element.relationships()) {
      relationship
          .name()
          .ifPresent(
              text -> relationships.putIfAbsent(Names.normalise(text.value()), relationship));
    }
  }

  TableElement element() {
    return element;
  }

  String id() {
    return element.id().value();
  }

  /// Its effective name, if that can be known.
  Optional<String> name() {
    return name;
  }

  /// What to call it in a message.
  String label() {
    return "\"" + name.orElse(id()) + "\"";
  }

  Optional<Source> source() {
    return element.source();
  }

  /// Its source and the sources inside that one, outermost first.
  List<Source> sources() {
    return sources;
  }

  ColumnNames columns() {
    return columns;
  }

  /// Whether the name of every column is known, so that a name that is not among them is wrong.
  boolean columnsAreKnown() {
    return columnsAreKnown;
  }

  /// The first column with an id.
  Optional<Column> column(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The columns that a formula may mean by a name.
  ///
  /// Sigma adds suffixes in parentheses to names that would repeat, by rules that are only partly
  /// known; `X (Y)` therefore also means a column `X` that is made from something called `Y`, and
  /// `X (1)` any column `X`.
  List<Column> columnsCalled(String wanted) {
    List<Column> found = columnsNamed(wanted);
    String suffix = found.isEmpty() ? suffix(wanted) : "";
    return suffix.isEmpty()
        ? found
        : columnsNamed(withoutSuffix(wanted)).stream()
            .filter(column -> mayHaveSuffix(column, suffix))
            .toList();
  }

  private List<Column> columnsNamed(String wanted) {
    return byName.getOrDefault(Names.normalise(wanted), List.of());
  }

  /// Whether a name may yet be one that Sigma made from the name of a column.
  boolean mayBeMadeFromColumn(String wanted) {
    return !suffix(wanted).isEmpty() && !columnsNamed(withoutSuffix(wanted)).isEmpty();
  }

  private static boolean mayHaveSuffix(Column column, String suffix) {
    return suffix.chars().allMatch(Character::isDigit)
        || column.formula().stream()
            .flatMap(formula -> Formula.parse(formula.value()).references().stream())
            .flatMap(reference -> reference.source().stream())
            .anyMatch(source -> Names.same(source.text(), suffix));
  }

  List<Metric> metricsCalled(String wanted) {
    return metrics.getOrDefault(Names.normalise(wanted), List.of());
  }

  Optional<Relationship> relationshipCalled(String wanted) {
    return Optional.ofNullable(relationships.get(Names.normalise(wanted)));
  }

  /// The known names of its columns and metrics, to suggest one.
  List<String> nameSuggestions() {
    return suggestions;
  }

  /// The names of its own metrics.
  List<String> metricNames() {
    return element.metrics().stream()
        .flatMap(metric -> metric.name().stream())
        .map(TextNode::value)
        .toList();
  }

  /// The names of its own relationships.
  List<String> relationshipNames() {
    return element.relationships().stream()
        .flatMap(relationship -> relationship.name().stream())
        .map(TextNode::value)
        .toList();
  }

  /// The effective name of one of its columns.
  Optional<String> nameOf(Column column) {
    return Optional.ofNullable(namesById.get(column.id()));
  }

  private static String withoutSuffix(String wanted) {
    return wanted.substring(0, wanted.length() - suffix(wanted).length() - " ()".length());
  }

  /// What stands in parentheses at the end of a name; empty if nothing does.
  private static String suffix(String wanted) {
    int start = wanted.endsWith(")") ? wanted.lastIndexOf(" (") : -1;
    return start > 0 ? wanted.substring(start + 2, wanted.length() - 1) : "";
  }
}
