package io.github.sigmadm.formula;

import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names by which formulas and people know the elements of one model.
///
/// An element without a `name` has one of its source's (section 3 and 11.2 of the representation's
/// description):
///
/// | source | name | source of the rule |
/// | --- | --- | --- |
/// | `warehouse-table` | the last path segment, as written | published schema, exports |
/// | `sql` | `Custom SQL` | exports |
/// | `union` | `Union of N Sources` | official skill |
/// | `join` | the name of its primary source: `primarySource`, else the one left side that is never a right side | published schema |
/// | `table` | the name of the element it points at | published schema, exports |
/// | `data-model` | the name of that model's element if the caller knows it; else the prefix of its columns, if they agree | exports |
/// | all else | the prefix of its columns, if they agree; else unknown | |
public final class EffectiveNames {

  /// Names of elements of other models.
  @FunctionalInterface
  public interface OtherModels {

    /// None is known.
    OtherModels UNKNOWN = (dataModel, element) -> Optional.empty();

    /// The name of an element of another model; empty where it cannot be known.
    ///
    /// @param dataModel the text that names the model, as written in the source
    /// @param element the id of the element in that model, as written in the source
    Optional<String> elementName(String dataModel, String element);
  }

  private final OtherModels others;
  private final Map<String, TableElement> tables = new LinkedHashMap<>();
  private final Map<String, Optional<String>> names = new HashMap<>();

  private EffectiveNames(DataModel model, OtherModels others) {
    this.others = others;
    model.tables().forEach(table -> tables.putIfAbsent(table.id().value(), table));
    tables.values().forEach(this::resolve);
  }

  public static EffectiveNames of(DataModel model) {
    return new EffectiveNames(model, OtherModels.UNKNOWN);
  }

  public static EffectiveNames of(DataModel model, OtherModels others) {
    return new EffectiveNames(model, others);
  }

  /// The name of an element of this model; empty where it cannot be known.
  public Optional<String> of(Element element) {
    Optional<String> own = ownName(element);
    return own.isPresent() ? own : names.getOrDefault(element.id().value(), Optional.empty());
  }

  /// The name of the element with an id; empty where it cannot be known or there is none.
  public Optional<String> ofElement(String id) {
    return names.getOrDefault(id, Optional.empty());
  }

  /// The name of a source, as joins and formulas use it for a side without a name of its own.
  public Optional<String> of(Source source) {
    return switch (source) {
      case Source.OfElement of -> of.elementId().flatMap(id -> ofElement(id.value()));
      case Source.Join join -> primary(join).flatMap(this::of);
      case Source.WarehouseTable table -> direct(table);
      case Source.Sql sql -> direct(sql);
      case Source.Union union -> direct(union);
      case Source.OfDataModel model -> direct(model);
      case Source.Transpose ignored -> Optional.empty();
      case Source.Other ignored -> Optional.empty();
    };
  }

  /// The source whose rows a join keeps on its primary side: `primarySource`, else the one left
  /// side that is never a right side.
  public static Optional<Source> primary(Source.Join join) {
    if (join.primarySource().isPresent()) {
      return join.primarySource();
    }
    Map<String, Source> roots = new LinkedHashMap<>();
    for (Source.Leg leg : join.legs()) {
      leg.left().ifPresent(left -> roots.putIfAbsent(CanonicalJson.text(left.node()), left));
    }
    for (Source.Leg leg : join.legs()) {
      leg.right().ifPresent(right -> roots.remove(CanonicalJson.text(right.node())));
    }
    return roots.size() == 1 ? Optional.of(roots.values().iterator().next()) : Optional.empty();
  }

  /// Follows a chain of elements that take their names from one another, and names all of them.
  private void resolve(TableElement start) {
    List<TableElement> chain = new ArrayList<>();
    Optional<String> name = Optional.empty();
    TableElement table = start;
    while (true) {
      String id = table.id().value();
      if (names.containsKey(id)) {
        // also the end of a cycle: its members are unnamed
        name = names.get(id);
        break;
      }
      chain.add(table);
      names.put(id, Optional.empty());
      Optional<String> own = ownName(table);
      Optional<TableElement> next = own.isPresent() ? Optional.empty() : named(table);
      if (next.isEmpty()) {
        TableElement last = table;
        name = own.or(() -> last.source().flatMap(this::nameOf)).or(() -> agreedPrefix(last));
        break;
      }
      table = next.get();
    }
    for (TableElement each : chain) {
      names.put(each.id().value(), name);
    }
  }

  /// The element from which an unnamed table takes its name.
  private Optional<TableElement> named(TableElement table) {
    return table
        .source()
        .flatMap(source -> source instanceof Source.Join join ? primary(join) : Optional.of(source))
        .flatMap(source ->
            source instanceof Source.OfElement of ? of.elementId() : Optional.<TextNode>empty())
        .flatMap(id -> Optional.ofNullable(tables.get(id.value())));
  }

  private Optional<String> nameOf(Source source) {
    return source instanceof Source.Join join
        ? primary(join).flatMap(this::direct)
        : direct(source);
  }

  /// The name of a source that does not depend on an element of this model.
  private Optional<String> direct(Source source) {
    return switch (source) {
      case Source.WarehouseTable table ->
          table.path().isEmpty() ? Optional.empty() : Optional.of(table.path().getLast());
      case Source.Sql ignored -> Optional.of("Custom SQL");
      case Source.Union union -> Optional.of("Union of " + union.sources().size() + " Sources");
      case Source.OfDataModel model ->
          model
              .dataModelId()
              .flatMap(id ->
                  model
                      .elementId()
                      .flatMap(element -> others.elementName(id.value(), element.value())));
      case Source.OfElement ignored -> Optional.empty();
      case Source.Join ignored -> Optional.empty();
      case Source.Transpose ignored -> Optional.empty();
      case Source.Other ignored -> Optional.empty();
    };
  }

  /// The prefix that all pure references among a table's columns share, for sources of which
  /// nothing else tells the name.
  private static Optional<String> agreedPrefix(TableElement table) {
    if (!(table.source().orElse(null) instanceof Source.OfDataModel
        || table.source().orElse(null) instanceof Source.Other)) {
      return Optional.empty();
    }
    Optional<String> agreed = Optional.empty();
    for (Column column : table.columns()) {
      Optional<String> prefix =
          column
              .formula()
              .flatMap(formula -> Formula.parse(formula.value()).pureReference())
              .filter(reference -> reference.parts().size() == 2)
              .flatMap(Reference::source)
              .map(Part::text);
      if (prefix.isPresent()) {
        if (agreed.isPresent() && !agreed.equals(prefix)) {
          return Optional.empty();
        }
        agreed = prefix;
      }
    }
    return agreed;
  }

  private static Optional<String> ownName(Element element) {
    return element.name().map(Node.TextNode::value).filter(name -> !name.isBlank());
  }
}
