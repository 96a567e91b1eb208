package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A folder's id stands only where folders may: in `order`, in the `items` of folders and in
/// `groupBy`.
final class FolderAsColumn implements Rule {

  @Override
  public String code() {
    return "folder-as-column";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject.model().tables().forEach(table -> check(table, findings));
  }

  private void check(TableElement table, Findings findings) {
    Set<String> folders = new HashSet<>();
    table.folders().forEach(folder -> folder.text("id").ifPresent(folders::add));
    table.columns().forEach(column -> folders.remove(column.id().value()));
    if (folders.isEmpty()) {
      return;
    }
    ObjectNode node = table.node();
    texts(node, "summary", folders, findings);
    texts(node, "uniqueKeys", folders, findings);
    for (ObjectNode grouping : table.groupings()) {
      texts(grouping, "calculations", folders, findings);
      each(grouping.objects("sort"), "columnId", folders, findings);
    }
    each(node.objects("sort"), "columnId", folders, findings);
    each(table.filters(), "columnId", folders, findings);
    for (ObjectNode metric : node.objects("metrics")) {
      metric
          .object("timeline")
          .ifPresent(timeline -> each(List.of(timeline), "dateColumnId", folders, findings));
    }
    table
        .columnSecurities()
        .forEach(security -> texts(security, "restrictedColumns", folders, findings));
    table
        .relationships()
        .forEach(relationship -> each(relationship.keys(), "sourceColumnId", folders, findings));
  }

  private void each(
      List<ObjectNode> holders, String field, Set<String> folders, Findings findings) {
    for (ObjectNode holder : holders) {
      holder.textNode(field).ifPresent(text -> check(text, field, folders, findings));
    }
  }

  private void texts(ObjectNode holder, String field, Set<String> folders, Findings findings) {
    for (Node item : holder.items(field)) {
      if (item instanceof TextNode text) {
        check(text, field, folders, findings);
      }
    }
  }

  private void check(TextNode text, String field, Set<String> folders, Findings findings) {
    if (folders.contains(text.value())) {
      findings.add(
          this,
          text.span(),
          "\"" + text.value() + "\" is a folder, and `" + field + "` needs a column.",
          "Name the columns of the folder one by one.");
    }
  }
}
