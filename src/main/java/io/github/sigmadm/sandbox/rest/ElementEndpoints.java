package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.DocumentView;
import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.formula.ColumnType;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.Organisation;
import io.github.sigmadm.sandbox.store.UnsupportedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// What the elements of a model turned out to be: their columns, types and errors.
final class ElementEndpoints {

  private final Organisation organisation;

  ElementEndpoints(Organisation organisation) {
    this.organisation = organisation;
  }

  void addTo(Router router) {
    router.add("GET", "/v2/dataModels/{dataModelId}/elements", this::elements);
    router.add("GET", "/v2/dataModels/{dataModelId}/columns", this::columns);
    if (!organisation.options().has(Quirk.BETA_ROUTES_MISSING)) {
      router.add("GET", "/v2/dataModels/{dataModelId}/elements/{elementId}/query", this::query);
    }
  }

  private Response elements(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    DocumentView view = view(model);
    List<ObjectNode> entries = new ArrayList<>();
    for (ObjectNode element : view.elements()) {
      ObjectNode entry = Json.object().put("elementId", Json.string(element, "id"));
      if (Json.isTable(element)) {
        entry.put("name", view.nameOf(element)).put("type", "table");
        entry.set("columns", Json.array(view.columnNames(element).values()));
        if (!view.sourceIsThere(element)) {
          entry.put("error", "Source not found");
        }
      } else {
        entry.put("name", Json.string(element, "name")).put("type", "control");
        entry.putArray("columns");
      }
      entries.add(entry);
    }
    for (UnsupportedElement element : model.latest().unsupported()) {
      ObjectNode entry = Json.object().put("elementId", element.id());
      entry.put("name", element.name()).put("type", element.type());
      entry.set("columns", Json.array(element.columns()));
      entries.add(entry);
    }
    return Paging.byPage(call.request(), entries);
  }

  private Response columns(Call call) {
    DocumentView view = view(organisation.models().get(call.value(0)));
    List<ObjectNode> entries = new ArrayList<>();
    for (ObjectNode table : view.tables()) {
      List<ObjectNode> columns = Json.objects(table, "columns");
      boolean spread =
          organisation.options().has(Quirk.ERRORS_SPREAD)
              && columns.stream()
                  .anyMatch(column -> view.typeOf(table, column) == ColumnType.ERROR);
      for (ObjectNode column : columns) {
        String name = view.columnNames(table).getOrDefault(Json.string(column, "id"), "");
        ColumnType type = spread ? ColumnType.ERROR : view.typeOf(table, column);
        ObjectNode entry = Json.object().put("columnId", Json.string(column, "id"));
        entry.put("elementId", Json.string(table, "id"));
        entry.put("name", name);
        entry.put("label", name);
        entry.put("formula", Json.string(column, "formula"));
        entry.putObject("type").put("type", type.apiName());
        entries.add(entry);
      }
    }
    return Paging.byPage(call.request(), entries);
  }

  /// A statement of roughly the right shape: what does not resolve is a text in it.
  private Response query(Call call) {
    DocumentView view = view(organisation.models().get(call.value(0)));
    ObjectNode table =
        view.table(call.value(1)).orElseThrow(() -> Refusal.notFound("Element " + call.value(1)));
    String columns =
        Json.objects(table, "columns").stream()
            .map(column -> expression(view, table, column))
            .collect(Collectors.joining(", "));
    ObjectNode answer = Json.object().put("elementId", call.value(1));
    answer.put("name", view.nameOf(table));
    answer.put("sql", "select " + columns + " from \"" + view.nameOf(table) + "\"");
    return Response.json(answer);
  }

  private static String expression(DocumentView view, ObjectNode table, ObjectNode column) {
    String name = view.columnNames(table).getOrDefault(Json.string(column, "id"), "");
    String formula = Json.string(column, "formula").replace("'", "''");
    String value =
        view.typeOf(table, column) == ColumnType.ERROR
            ? "'Unknown column \"" + formula + "\"'"
            : "\"" + name + "\"";
    return value + " as \"" + name + "\"";
  }

  private DocumentView view(DataModel model) {
    return new DocumentView(model.latest().pages(), organisation.surroundings());
  }
}
