package io.github.sigmadm.match;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Finds the live counterpart of every page, element, column, folder, metric, grouping,
/// relationship, filter and column security rule of a spec.
///
/// In each scope, in this order, and each step among what the ones before left open:
///
/// 1. the same id;
/// 2. the id that the thing had when it was last deployed, if that is still live;
/// 3. the same effective name: together with the same formula, as written, then as far as
///    [io.github.sigmadm.formula.Names] tells names apart; only where that is unique on both sides;
/// 4. what it is built from, only where that is unique on both sides: tables by [Likeness], pages
///    by the elements on them, the rest by the keys of [TableParts];
/// 5. for twins, which differ in nothing but their ids: their place among each other.
///
/// Elements are matched over all pages, since an element may move to another page; what is inside
/// an element only within matched elements. Tables and controls never match each other, nor do
/// folders and columns. What stays ambiguous is not matched but told; what crosses (see
/// [Ambiguity.Crossed]) is matched by name, and told.
public final class Matcher {

  private static final OptionalInt FORMULA = OptionalInt.of(TableParts.FORMULA);

  private final DataModel desired;
  private final DataModel live;
  private final Memory memory;
  private final Map<ScopedId, String> ids = new LinkedHashMap<>();
  private final List<Ambiguity> ambiguities = new ArrayList<>();

  private Matcher(DataModel desired, DataModel live, Memory memory) {
    this.desired = desired;
    this.live = live;
    this.memory = memory;
  }

  /// Matches a spec with what is live.
  ///
  /// @param remembered the ids as they were at the last deploy; may be empty
  public static Matching match(DataModel desired, DataModel live, IdMap remembered) {
    return new Matcher(desired, live, new Memory(remembered, false)).matching();
  }

  /// Matches what was sent with what came back. It is the same document, so what several could be
  /// is told apart by its order.
  static Matching matchBack(DataModel sent, DataModel back) {
    return new Matcher(sent, back, new Memory(IdMap.EMPTY, true)).matching();
  }

  private Matching matching() {
    matchAll();
    return new Matching(new IdMap(ids), new IdMap(former()), ambiguities);
  }

  private void matchAll() {
    PageMatching pages = new PageMatching(desired, live, memory);
    ElementMatching elements = new ElementMatching(desired, live, memory, pages.byName());
    elements.pairs().forEach((mine, theirs) -> ids.put(ScopedId.element(mine), theirs));
    elements
        .unclear()
        .forEach((part, candidates) ->
            tell(ScopedId.element(part.id()), part, Optional.empty(), candidates));
    elements
        .crossed()
        .forEach((part, other) ->
            tellCrossed(ScopedId.element(part.id()), part, Optional.empty(), other));
    pages
        .byElements(elements.pairs())
        .forEach((mine, theirs) -> ids.put(ScopedId.page(mine), theirs));
    pages
        .unclear()
        .forEach((part, candidates) ->
            tell(ScopedId.page(part.id()), part, Optional.empty(), candidates));

    List<Tables> tables = matchedTables(elements);
    tables.forEach(this::matchColumns);
    tables.forEach(this::matchRest);
  }

  /// A table and its live counterpart.
  private record Tables(TableElement desired, TableElement live, String label) {}

  private static List<Tables> matchedTables(ElementMatching elements) {
    List<Tables> tables = new ArrayList<>();
    elements
        .matched()
        .forEach((mine, theirs) -> {
          if (mine instanceof TableElement table && theirs instanceof TableElement other) {
            tables.add(new Tables(table, other, elements.label(mine)));
          }
        });
    return tables;
  }

  /// Columns first: nearly all else is recognised by its columns.
  private void matchColumns(Tables tables) {
    match(tables, IdKind.COLUMN, mine(tables).columns(), theirs(tables).columns(), FORMULA);
  }

  private void matchRest(Tables tables) {
    TableParts mine = mine(tables);
    TableParts theirs = theirs(tables);
    match(tables, IdKind.COLUMN, mine.folders(), theirs.folders());
    match(tables, IdKind.METRIC, mine.metrics(), theirs.metrics(), FORMULA);
    match(tables, IdKind.METRIC, mine.metricFolders(), theirs.metricFolders());
    match(tables, IdKind.GROUPING, mine.groupings(), theirs.groupings());
    match(tables, IdKind.RELATIONSHIP, mine.relationships(), theirs.relationships());
    match(tables, IdKind.FILTER, mine.filters(), theirs.filters());
    match(tables, IdKind.COLUMN_SECURITY, mine.columnSecurities(), theirs.columnSecurities());
  }

  /// What things that are not live were called at the last deploy. Elements come before what is in
  /// them.
  private Map<ScopedId, String> former() {
    Set<ScopedId> existing = live.definitions();
    Map<ScopedId, String> former = new LinkedHashMap<>();
    for (ScopedId id : desired.definitions()) {
      if (ids.containsKey(id)) {
        continue;
      }
      Optional<String> element =
          id.element()
              .map(ScopedId::element)
              .flatMap(holder ->
                  Optional.ofNullable(ids.get(holder))
                      .or(() -> Optional.ofNullable(former.get(holder))));
      memory
          .of(id, element)
          .filter(old -> !existing.contains(new ScopedId(id.kind(), element.or(id::element), old)))
          .ifPresent(old -> former.put(id, old));
    }
    return former;
  }

  private TableParts mine(Tables tables) {
    return new TableParts(tables.desired(), id -> Optional.ofNullable(ids.get(id)));
  }

  private static TableParts theirs(Tables tables) {
    return new TableParts(tables.live(), Translation.NONE_NEEDED);
  }

  private void match(Tables tables, IdKind kind, List<Part> mine, List<Part> theirs) {
    match(tables, kind, mine, theirs, OptionalInt.empty());
  }

  /// @param built the key that tells what a thing is built from, where names may cross with that
  private void match(
      Tables tables, IdKind kind, List<Part> mine, List<Part> theirs, OptionalInt built) {
    String element = tables.desired().id().value();
    Pairing pairing =
        new Pairing(mine, theirs)
            .byId()
            .byMemory(memory.within(element, tables.live().id().value(), kind))
            .byKeys()
            .byPlace();
    if (memory.isSameDocument()) {
      pairing.byOrder();
    }
    pairing.pairs().forEach((id, liveId) -> ids.put(ScopedId.within(element, kind, id), liveId));
    pairing
        .ambiguities()
        .forEach((part, candidates) ->
            tell(
                ScopedId.within(element, kind, part.id()),
                part,
                Optional.of(tables.label()),
                candidates));
    built.ifPresent(key ->
        pairing
            .crossed(key)
            .forEach((part, other) ->
                tellCrossed(
                    ScopedId.within(element, kind, part.id()),
                    part,
                    Optional.of(tables.label()),
                    other)));
  }

  private void tell(ScopedId id, Part part, Optional<String> element, List<String> candidates) {
    ambiguities.add(new Ambiguity.Several(id, part.label(), element, candidates));
  }

  private void tellCrossed(ScopedId id, Part part, Optional<String> element, String other) {
    ambiguities.add(
        new Ambiguity.Crossed(
            id, part.label(), element, Optional.ofNullable(ids.get(id)).orElseThrow(), other));
  }
}
