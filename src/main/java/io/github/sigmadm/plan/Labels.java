package io.github.sigmadm.plan;

import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What people call the things of one document.
///
/// A table by its effective name, a control by its `controlId`, a column by its effective name,
/// else its formula; a relationship without a name by its target; a grouping by the columns it
/// groups by. What has none of these is called by its id.
final class Labels {

  private final EffectiveNames names;
  private final Map<ScopedId, String> labels = new HashMap<>();

  Labels(DataModel model) {
    names = EffectiveNames.of(model);
    model.pages().forEach(page -> put(ScopedId.page(page.id().value()), Optional.of(page.name())));
    model.elements().forEach(element -> put(ScopedId.element(element.id().value()), name(element)));
    model.tables().forEach(this::inside);
  }

  /// What people call a thing.
  String of(ScopedId id) {
    return labels.getOrDefault(id, id.id());
  }

  /// What people call an element.
  String element(String id) {
    return of(ScopedId.element(id));
  }

  /// What people call a thing inside an element.
  String within(String element, IdKind kind, String id) {
    return of(ScopedId.within(element, kind, id));
  }

  EffectiveNames names() {
    return names;
  }

  /// A document with names where references stand; what is defined keeps its id.
  ObjectNode shown(ObjectNode document) {
    return IdSites.rewrite(
        document,
        site ->
            switch (site) {
              case IdSite.Reference reference -> of(reference.id());
              case IdSite.Definition definition -> definition.node().value();
              case IdSite.ModelReference model -> model.node().value();
              case IdSite.ForeignReference foreign -> foreign.node().value();
              case IdSite.ForeignControl control -> control.node().value();
            });
  }

  private Optional<String> name(Element element) {
    return switch (element) {
      case TableElement table -> names.of(table);
      case Control control -> control.controlId().map(TextNode::value);
      case Element.Other other -> names.of(other);
    };
  }

  private void inside(TableElement table) {
    String element = table.id().value();
    ColumnNames.of(table)
        .columns()
        .forEach(named ->
            put(
                ScopedId.within(element, IdKind.COLUMN, named.column().id().value()),
                named.name().or(() -> named.column().formula().map(TextNode::value))));
    table
        .metrics()
        .forEach(metric ->
            put(
                ScopedId.within(element, IdKind.METRIC, metric.id().value()),
                metric.name().or(metric::formula).map(TextNode::value)));
    named(element, IdKind.COLUMN, table.folders());
    named(element, IdKind.METRIC, table.metricFolders());
    table
        .relationships()
        .forEach(relationship ->
            put(
                ScopedId.within(element, IdKind.RELATIONSHIP, relationship.id().value()),
                relationship
                    .name()
                    .map(TextNode::value)
                    .or(() ->
                        relationship.targetElementId().map(target -> element(target.value())))));
    labelled(element, IdKind.GROUPING, table.groupings(), "groupBy");
    labelled(element, IdKind.COLUMN_SECURITY, table.columnSecurities(), "restrictedColumns");
    table
        .filters()
        .forEach(filter ->
            filter
                .text("id")
                .ifPresent(id ->
                    put(
                        ScopedId.within(element, IdKind.FILTER, id),
                        filter
                            .text("columnId")
                            .map(column -> within(element, IdKind.COLUMN, column)))));
  }

  private void named(String element, IdKind kind, List<ObjectNode> nodes) {
    nodes.forEach(node ->
        node.text("id")
            .ifPresent(id -> put(ScopedId.within(element, kind, id), node.text("name"))));
  }

  private void labelled(String element, IdKind kind, List<ObjectNode> nodes, String columns) {
    nodes.forEach(node ->
        node.text("id")
            .ifPresent(id ->
                put(
                    ScopedId.within(element, kind, id),
                    Optional.of(
                            node.items(columns).stream()
                                .filter(TextNode.class::isInstance)
                                .map(item ->
                                    within(element, IdKind.COLUMN, ((TextNode) item).value()))
                                .collect(Collectors.joining(", ")))
                        .filter(text -> !text.isEmpty()))));
  }

  private void put(ScopedId id, Optional<String> label) {
    labels.putIfAbsent(id, label.filter(text -> !text.isBlank()).orElse(id.id()));
  }
}
