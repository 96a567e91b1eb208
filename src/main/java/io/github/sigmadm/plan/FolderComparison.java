package io.github.sigmadm.plan;

import io.github.sigmadm.spec.IdKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares the folders of columns and of metrics.
///
/// What is in a folder because it is new, or no longer because it is gone, is told as that and not
/// as a change of the folder.
final class FolderComparison {

  private static final Set<String> COMPARED = Set.of("id", "name", "items");

  private final TablePair tables;
  private final String list;
  private final String things;
  private final IdKind kind;

  private FolderComparison(TablePair tables, String list, String things, IdKind kind) {
    this.tables = tables;
    this.list = list;
    this.things = things;
    this.kind = kind;
  }

  static void compare(TablePair tables) {
    new FolderComparison(tables, "folders", "columns", IdKind.COLUMN).compare();
    new FolderComparison(tables, "metricFolders", "metrics", IdKind.METRIC).compare();
  }

  private void compare() {
    PairsById folders = tables.byId(list);
    Findings findings = tables.findings();
    folders.kept().forEach(kept -> compare(kept.before(), kept.after()));
    for (Named folder : folders.added()) {
      findings.added(
          Thing.FOLDER, tables.after().subject(kind, folder.id()), folder.names("items"));
    }
    for (Named folder : folders.removed()) {
      findings.removed(
          Thing.FOLDER, tables.before().subject(kind, folder.id()), folder.names("items"));
    }
  }

  private void compare(Named before, Named after) {
    Findings findings = tables.findings();
    Subject subject = tables.before().subject(kind, before.id());
    if (Findings.differ(before, after, "name")) {
      findings.renamed(Thing.FOLDER, subject, tables.after().label(kind, after.id()));
    }
    if (!lasting(before.ids("items")).equals(lasting(after.ids("items")))) {
      findings.changed(
          Thing.FOLDER,
          subject,
          "items",
          Optional.of(before.names("items")),
          Optional.of(after.names("items")));
    }
    findings.compareRest(subject, list + ".", before, after, COMPARED);
  }

  /// Those of the items that are in the table on both sides.
  private List<String> lasting(List<String> items) {
    Set<String> before = ids(tables.before());
    Set<String> after = ids(tables.after());
    return items.stream().filter(id -> before.contains(id) && after.contains(id)).toList();
  }

  private Set<String> ids(TablePair.Table table) {
    Set<String> ids = new HashSet<>(PairsById.byId(table.parts().objects(things)).keySet());
    ids.addAll(PairsById.byId(table.parts().objects(list)).keySet());
    return ids;
  }
}
