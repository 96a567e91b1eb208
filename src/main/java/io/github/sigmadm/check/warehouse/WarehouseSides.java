package io.github.sigmadm.check.warehouse;

import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The warehouse tables that formulas of one element reach by a prefix (section 11.2 of the
/// representation's description).
///
/// A prefix that could mean two sources of a join means neither.
public final class WarehouseSides {

  private final Map<String, TableAddress> byPrefix = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  private WarehouseSides() {}

  public static WarehouseSides of(TableElement table, EffectiveNames names) {
    WarehouseSides sides = new WarehouseSides();
    table
        .source()
        .ifPresent(source -> {
          if (source instanceof Source.Join join) {
            EffectiveNames.primary(join).ifPresent(side -> sides.add(side, join.name(), names));
            join.legs()
                .forEach(leg -> leg.right().ifPresent(side -> sides.add(side, leg.name(), names)));
          } else {
            sides.add(source, table.name(), names);
          }
        });
    return sides;
  }

  /// The table that a prefix means; empty if it means something else, or more than one thing.
  public Optional<TableAddress> called(String prefix) {
    return Optional.ofNullable(byPrefix.get(Names.normalise(prefix)));
  }

  /// The table that a source is, if it names one.
  public static Optional<TableAddress> address(Source source) {
    return source instanceof Source.WarehouseTable table && !table.path().isEmpty()
        ? table
            .node()
            .text("connectionId")
            .filter(connection -> !connection.isBlank())
            .map(connection -> new TableAddress(connection, table.path()))
        : Optional.empty();
  }

  private void add(Source source, Optional<TextNode> named, EffectiveNames names) {
    List<String> prefixes = new ArrayList<>();
    named.map(TextNode::value).filter(name -> !name.isBlank()).ifPresent(prefixes::add);
    names.of(source).ifPresent(prefixes::add);
    Optional<TableAddress> address = address(source);
    for (String prefix : prefixes.stream().map(Names::normalise).distinct().toList()) {
      if (!ambiguous.add(prefix)) {
        byPrefix.remove(prefix);
      } else {
        address.ifPresent(found -> byPrefix.put(prefix, found));
      }
    }
  }
}
