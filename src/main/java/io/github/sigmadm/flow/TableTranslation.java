package io.github.sigmadm.flow;

import io.github.sigmadm.check.warehouse.CatalogueEntry;
import io.github.sigmadm.check.warehouse.TableAddress;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.Matching;
import io.github.sigmadm.match.TableIds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Puts the ids of new columns that were made from another organisation's tables into those of the
/// target's, with one look at the catalogue for each table that the live model does not tell of.
final class TableTranslation {

  private TableTranslation() {}

  /// The specs with their matchings completed. What the catalogue does not know stays as written.
  ///
  /// @param wanted the specs that are planned; others only if their models have to be made
  static Map<RepositoryPath, Located> of(
      Catalogue catalogue, Map<RepositoryPath, Located> located, Set<RepositoryPath> wanted) {
    Map<RepositoryPath, TableIds> ids = new LinkedHashMap<>();
    Set<TableAddress> tables = new TreeSet<>();
    located.forEach((path, one) -> {
      if (one instanceof Located.LookedUp found
          && isPlanned(found.identity(), wanted.contains(path))) {
        TableIds open = TableIds.of(found.spec().content(), found.matching());
        ids.put(path, open);
        tables.addAll(open.toLookUp());
      }
    });
    Map<TableAddress, CatalogueEntry> entries = catalogue.entries(tables);
    Map<RepositoryPath, Located> translated = new LinkedHashMap<>(located);
    ids.forEach((path, open) ->
        translated.computeIfPresent(path, (same, one) -> with(one, open.translated(entries))));
    return translated;
  }

  private static Located with(Located one, Matching matching) {
    return switch (one) {
      case Located.LookedUp found -> new Located.LookedUp(found.spec(), found.identity(), matching);
      case Located.Settled settled -> settled;
    };
  }

  private static boolean isPlanned(LiveIdentity identity, boolean isWanted) {
    return switch (identity) {
      case LiveIdentity.New ignored -> true;
      case LiveIdentity.Known ignored -> isWanted;
      case LiveIdentity.Missing ignored -> false;
      case LiveIdentity.Ambiguous ignored -> false;
      case LiveIdentity.Gone ignored -> false;
    };
  }
}
