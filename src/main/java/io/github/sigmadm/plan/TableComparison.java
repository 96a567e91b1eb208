package io.github.sigmadm.plan;

import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares two states of a table.
final class TableComparison {

  private static final List<String> LISTS =
      List.of(
          "columns",
          "metrics",
          "metricFolders",
          "relationships",
          "filters",
          "folders",
          "groupings",
          "columnSecurities");

  private static final Set<String> COMPARED =
      Set.of(
          "id",
          "kind",
          "source",
          "columns",
          "name",
          "description",
          "metrics",
          "metricFolders",
          "metricOrder",
          "relationships",
          "filters",
          "folders",
          "groupings",
          "summary",
          "order",
          "sort",
          "visibleAsSource",
          "columnSecurities",
          "uniqueKeys");

  private TableComparison() {}

  static void compare(TablePair tables) {
    Subject subject = tables.before().subject();
    compareItself(tables, subject);
    SourceComparison.compare(tables);
    RowSecurity securityBefore = RowSecurity.of(tables.before().view());
    ColumnComparison.compare(tables, securityBefore);
    MetricComparison.compare(tables);
    RelationshipComparison.compare(tables);
    FilterComparison.compare(tables, securityBefore, RowSecurity.of(tables.after().view()));
    SecurityComparison.compare(tables);
    FolderComparison.compare(tables);
    GroupingComparison.compare(tables);
    OrderComparison.compare(tables);
    SortComparison.compare(tables);
    compareRest(tables, subject);
  }

  private static void compareItself(TablePair tables, Subject subject) {
    Findings findings = tables.findings();
    Named before = tables.before().parts();
    Named after = tables.after().parts();
    if (!name(tables.before()).isSameAs(name(tables.after()))) {
      findings.renamed(
          Thing.ELEMENT, subject, tables.after().document().labels().element(tables.after().id()));
    }
    findings.compare(Thing.ELEMENT, subject, before, after, List.of("description"));
    boolean visible = tables.after().view().visibleAsSource();
    if (tables.before().view().visibleAsSource() != visible) {
      findings.changed(
          Thing.ELEMENT,
          subject,
          "visibleAsSource",
          "visibleAsSource=" + visible,
          Optional.of(Boolean.toString(!visible)),
          Optional.of(Boolean.toString(visible)));
    }
    findings.compare(Thing.ELEMENT, subject, before, after, List.of("uniqueKeys"));
  }

  private static EffectiveName name(TablePair.Table table) {
    TableElement view = table.view();
    return EffectiveName.of(
        view.name().map(TextNode::value), table.document().labels().names().of(view));
  }

  private static void compareRest(TablePair tables, Subject subject) {
    Named before = tables.before().parts();
    Named after = tables.after().parts();
    Nameless.compare(tables.findings(), subject, before.node(), after.node(), LISTS);
    tables.findings().compareRest(subject, "", before, after, COMPARED);
  }
}
