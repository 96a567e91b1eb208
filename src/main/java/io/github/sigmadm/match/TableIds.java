package io.github.sigmadm.match;

import io.github.sigmadm.check.warehouse.CatalogueEntry;
import io.github.sigmadm.check.warehouse.TableAddress;
import io.github.sigmadm.check.warehouse.WarehouseSides;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Formula;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Columns that are new in the target and have ids made from a warehouse table of the organisation
/// that the spec was exported from, such as `inode-4Bu6T7EGLRyDTsxMItvGdX/ORDER_ID`.
///
/// Their ids are made from the target's own table instead: as matched columns of the live model
/// tell, else as the catalogue says for the table that the spec reads there. What an id belongs to
/// is taken from the columns that pass a column of the table on; an id that could belong to two
/// tables, or to none, stays as written.
public final class TableIds {

  private final DataModel desired;
  private final Matching matching;
  private final Map<TableIdPrefix, Set<TableIdPrefix>> matched = new LinkedHashMap<>();
  private final Map<TableIdPrefix, Set<TableAddress>> read = new LinkedHashMap<>();
  private final List<ScopedId> open = new ArrayList<>();

  private TableIds(DataModel desired, Matching matching) {
    this.desired = desired;
    this.matching = matching;
  }

  /// The columns of a spec that are new and have such ids.
  ///
  /// @param matching which live thing each part of the spec is; empty for a model that is new
  public static TableIds of(DataModel desired, Matching matching) {
    TableIds ids = new TableIds(desired, matching);
    ids.collect();
    return ids;
  }

  /// The tables that have to be looked up: those of which the live model does not tell how ids of
  /// their columns begin.
  public Set<TableAddress> toLookUp() {
    Set<TableAddress> tables = new TreeSet<>();
    for (ScopedId id : open) {
      TableIdPrefix prefix = TableIdPrefix.of(id.id()).orElseThrow();
      if (told(prefix).isEmpty()) {
        table(prefix).ifPresent(tables::add);
      }
    }
    return tables;
  }

  /// The matching, with the ids in the target of columns that are not there yet.
  ///
  /// @param entries what the catalogue has for the tables to look up
  public Matching translated(Map<TableAddress, CatalogueEntry> entries) {
    Map<ScopedId, String> ids = new LinkedHashMap<>(matching.ids().live());
    Map<String, Set<String>> taken = new LinkedHashMap<>();
    ids.forEach((id, live) -> taken(taken, id).add(live));
    for (ScopedId id : open) {
      TableIdPrefix prefix = TableIdPrefix.of(id.id()).orElseThrow();
      told(prefix)
          .or(() ->
              table(prefix)
                  .flatMap(table -> Optional.ofNullable(entries.get(table)))
                  .flatMap(prefix::of))
          .map(target -> target.text() + id.id().substring(prefix.text().length()))
          .filter(translated -> taken(taken, id).add(translated))
          .ifPresent(translated -> ids.put(id, translated));
    }
    return new Matching(new IdMap(ids), matching.ambiguities());
  }

  private static Set<String> taken(Map<String, Set<String>> taken, ScopedId id) {
    return taken.computeIfAbsent(
        id.kind() + " " + id.element().orElse(""), scope -> new HashSet<>());
  }

  private void collect() {
    EffectiveNames names = EffectiveNames.of(desired);
    desired.tables().forEach(table -> collectTables(table, names));
    for (IdSite site : IdSites.in(desired.node())) {
      if (!(site instanceof IdSite.Definition(ScopedId id, var ignored))
          || id.kind() != IdKind.COLUMN) {
        continue;
      }
      Optional<TableIdPrefix> prefix = TableIdPrefix.of(id.id());
      if (prefix.isEmpty()) {
        continue;
      }
      Optional<String> live = matching.ids().of(id);
      if (live.isEmpty()) {
        open.add(id);
      } else {
        live.flatMap(TableIdPrefix::of)
            .ifPresent(theirs ->
                matched.computeIfAbsent(prefix.get(), key -> new LinkedHashSet<>()).add(theirs));
      }
    }
  }

  /// Columns whose id and formula name the same column of a table tell which table the id's
  /// beginning means.
  private void collectTables(TableElement table, EffectiveNames names) {
    WarehouseSides sides = WarehouseSides.of(table, names);
    for (Column column : table.columns()) {
      String id = column.id().value();
      Optional<TableIdPrefix> prefix = TableIdPrefix.of(id);
      Optional<Reference> reference =
          column.formula().flatMap(formula -> Formula.parse(formula.value()).pureReference());
      if (prefix.isEmpty() || reference.isEmpty() || reference.get().parts().size() != 2) {
        continue;
      }
      Part name = reference.get().name();
      if (Names.same(id.substring(prefix.get().text().length()), name.text())) {
        sides
            .called(reference.get().parts().getFirst().text())
            .ifPresent(address ->
                read.computeIfAbsent(prefix.get(), key -> new LinkedHashSet<>()).add(address));
      }
    }
  }

  private Optional<TableIdPrefix> told(TableIdPrefix prefix) {
    return only(matched.get(prefix));
  }

  private Optional<TableAddress> table(TableIdPrefix prefix) {
    return only(read.get(prefix));
  }

  private static <T> Optional<T> only(@Nullable Set<T> found) {
    return found != null && found.size() == 1
        ? Optional.of(found.iterator().next())
        : Optional.empty();
  }
}
