package io.github.sigmadm.flow;

import io.github.sigmadm.check.warehouse.CatalogueAnswer;
import io.github.sigmadm.check.warehouse.CatalogueEntry;
import io.github.sigmadm.check.warehouse.TableAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// Asks for warehouse tables, each question once a run and a few at once, and for the columns of no
/// more than so many.
///
/// Trouble is an answer here: nothing that goes wrong ends the run. After a question that got no
/// way through nothing more is asked, since each such question waits through all its retries.
final class Catalogue {

  /// More at once are turned away (observed).
  private static final int AT_ONCE = 5;

  /// How many tables are checked in a run.
  private static final int TABLES = 50;

  /// How many tables of a connection are enough to suggest one.
  private static final int SUGGESTIONS = 2_000;

  /// What looking a table up came to.
  private sealed interface Lookup {
    record There(CatalogueEntry entry) implements Lookup {}

    record NotThere() implements Lookup {}

    record Failed(String why) implements Lookup {}
  }

  private final Warehouse warehouse;
  private final Parallel parallel;
  private final int most;
  private final Map<TableAddress, Lookup> lookups = new ConcurrentHashMap<>();
  private final Map<TableAddress, CatalogueAnswer> answers = new ConcurrentHashMap<>();
  private final Map<TableAddress, Lookup> scopes = new ConcurrentHashMap<>();
  private final Map<String, List<List<String>>> paths = new ConcurrentHashMap<>();
  private final AtomicReference<Optional<String>> outOfReach =
      new AtomicReference<>(Optional.empty());

  /// @param atOnce how many requests the run may have under way
  Catalogue(Warehouse warehouse, int atOnce) {
    this(warehouse, atOnce, TABLES);
  }

  /// @param atOnce how many requests the run may have under way
  /// @param most how many tables are asked for with their columns
  Catalogue(Warehouse warehouse, int atOnce, int most) {
    this.warehouse = warehouse;
    this.parallel = new Parallel(Math.min(AT_ONCE, atOnce));
    this.most = most;
  }

  /// What the catalogue has for each of some tables, if it says so. However many they are: what is
  /// sent depends on it.
  Map<TableAddress, CatalogueEntry> entries(Collection<TableAddress> tables) {
    lookUp(tables);
    Map<TableAddress, CatalogueEntry> entries = new TreeMap<>();
    for (TableAddress table : tables) {
      if (lookups.get(table) instanceof Lookup.There(CatalogueEntry entry)) {
        entries.put(table, entry);
      }
    }
    return entries;
  }

  /// What came of asking for a table and its columns.
  CatalogueAnswer answer(TableAddress table) {
    return answers.getOrDefault(
        table,
        new CatalogueAnswer.Unasked(
            "Only the first " + most + " new or changed tables of a plan are looked up."));
  }

  /// Asks for some tables and their columns: for the first in their own order, whatever order they
  /// come in, so that a plan made twice asks the same.
  void ask(Collection<TableAddress> tables) {
    List<TableAddress> open =
        new TreeSet<>(tables)
            .stream()
                .filter(table -> !answers.containsKey(table))
                .limit(Math.max(0, most - answers.size()))
                .toList();
    lookUp(open);
    parallel
        .map(open, table -> Map.entry(table, answered(table)))
        .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
  }

  private void lookUp(Collection<TableAddress> tables) {
    List<TableAddress> open =
        new TreeSet<>(tables).stream().filter(table -> !lookups.containsKey(table)).toList();
    parallel
        .map(open, table -> Map.entry(table, lookup(table)))
        .forEach(lookup -> lookups.put(lookup.getKey(), lookup.getValue()));
  }

  private Lookup lookup(TableAddress address) {
    if (outOfReach.get().isPresent()) {
      return new Lookup.Failed(outOfReach.get().get());
    }
    try {
      return warehouse
          .lookup(address)
          .<Lookup>map(Lookup.There::new)
          .orElseGet(Lookup.NotThere::new);
    } catch (Trouble trouble) {
      return new Lookup.Failed(why(trouble));
    }
  }

  private CatalogueAnswer answered(TableAddress table) {
    return switch (lookups.get(table)) {
      case Lookup.There(CatalogueEntry entry) when entry.isScope() -> new CatalogueAnswer.Scope();
      case Lookup.There(CatalogueEntry entry) -> columns(entry);
      case Lookup.NotThere() -> missing(table);
      case Lookup.Failed(String why) -> new CatalogueAnswer.Unasked(why);
      case null -> new CatalogueAnswer.Unasked("It was not looked up.");
    };
  }

  private CatalogueAnswer columns(CatalogueEntry entry) {
    if (outOfReach.get().isPresent()) {
      return new CatalogueAnswer.Unasked(outOfReach.get().get());
    }
    try {
      return warehouse
          .columns(entry.id())
          .filter(columns -> !columns.isEmpty())
          .<CatalogueAnswer>map(CatalogueAnswer.Found::new)
          .orElseGet(CatalogueAnswer.WithoutColumns::new);
    } catch (Trouble trouble) {
      return new CatalogueAnswer.Unasked(why(trouble));
    }
  }

  private CatalogueAnswer missing(TableAddress table) {
    Lookup scope = scopes.computeIfAbsent(table.scope(), this::lookup);
    List<List<String>> others = paths.computeIfAbsent(table.connection(), this::paths);
    return switch (scope) {
      case Lookup.There ignored -> new CatalogueAnswer.Missing(others);
      case Lookup.NotThere ignored -> new CatalogueAnswer.ScopeMissing(others);
      case Lookup.Failed(String why) -> new CatalogueAnswer.Unasked(why);
    };
  }

  /// Suggestions are a courtesy: without them there are none.
  private List<List<String>> paths(String connection) {
    try {
      return outOfReach.get().isPresent() ? List.of() : warehouse.paths(connection, SUGGESTIONS);
    } catch (Trouble trouble) {
      return List.of();
    }
  }

  private String why(Trouble trouble) {
    String why = Optional.ofNullable(trouble.getMessage()).orElse("Sigma gave no answer.");
    if (trouble instanceof Trouble.Unreachable || trouble instanceof Trouble.BadCredentials) {
      outOfReach.set(Optional.of(why));
    }
    return why;
  }
}
