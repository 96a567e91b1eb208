package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.FileEntry;
import io.github.sigmadm.sandbox.store.Identifiers;
import io.github.sigmadm.sandbox.store.Organisation;
import io.github.sigmadm.sandbox.store.Workbook;
import io.github.sigmadm.sandbox.store.WorkbookElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Workbooks, as far as they tell who uses a data model.
final class WorkbookEndpoints {

  private final Organisation organisation;
  private final Entries entries;

  WorkbookEndpoints(Organisation organisation) {
    this.organisation = organisation;
    this.entries = new Entries(organisation);
  }

  void addTo(Router router) {
    router.add("GET", "/v2/workbooks", this::list);
    router.add("GET", "/v2/workbooks/{workbookId}", this::get);
    router.add("GET", "/v2/workbooks/{workbookId}/sources", this::sources);
    router.add("GET", "/v2/workbooks/{workbookId}/lineage", this::lineage);
    router.add("GET", "/v2/workbooks/{workbookId}/columns", this::columns);
  }

  private Response list(Call call) {
    if (call.request().flag("skipPermissionCheck")
        && organisation.options().has(Quirk.NOT_AN_ADMINISTRATOR)) {
      throw new Refusal(403, "forbidden", "Only administrators may skip the permission check");
    }
    boolean archived = call.request().flag("isArchived");
    List<ObjectNode> workbooks =
        organisation.workbooks().stream()
            .map(workbook -> organisation.files().get(workbook.id()))
            .filter(file -> file.archived() == archived)
            .map(entries::workbook)
            .toList();
    return Paging.byPage(call.request(), workbooks);
  }

  private Response get(Call call) {
    Workbook workbook = organisation.workbook(call.value(0));
    return Response.json(entries.workbook(organisation.files().get(workbook.id())));
  }

  private Response sources(Call call) {
    if (!call.request().query().isEmpty()) {
      String name = call.request().query().keySet().stream().sorted().toList().getFirst();
      throw Refusal.invalid("Unexpected query parameter: " + name);
    }
    ArrayNode sources = Json.array();
    byModel(organisation.workbook(call.value(0)))
        .forEach((model, elements) -> {
          ObjectNode source = sources.addObject().put("type", "data-model");
          source.put("dataModelId", model);
          source.set("elementIds", Json.array(elements));
        });
    if (organisation.options().has(Quirk.WORKBOOK_SOURCES_WRAPPED)) {
      ObjectNode wrapped = Json.object();
      wrapped.set("entries", sources);
      return Response.json(wrapped);
    }
    return Response.json(sources);
  }

  private Response lineage(Call call) {
    Workbook workbook = organisation.workbook(call.value(0));
    List<ObjectNode> lineage = new ArrayList<>();
    for (String model : byModel(workbook).keySet()) {
      ObjectNode entry = Json.object().put("type", "data-model").put("dataModelId", model);
      organisation
          .files()
          .find(model)
          .map(FileEntry::name)
          .ifPresent(name -> entry.put("name", name));
      lineage.add(entry);
    }
    for (WorkbookElement element : workbook.elements()) {
      ObjectNode entry = Json.object().put("type", "element").put("elementId", element.id());
      entry.putNull("sourceIds");
      entry
          .putArray("dataSourceIds")
          .add(Identifiers.urlId(element.dataModelId()) + "/" + element.sourceElementId());
      lineage.add(entry);
    }
    return Paging.byPage(call.request(), lineage);
  }

  private Response columns(Call call) {
    List<ObjectNode> columns = new ArrayList<>();
    for (WorkbookElement element : organisation.workbook(call.value(0)).elements()) {
      for (WorkbookElement.Column column : element.columns()) {
        ObjectNode entry =
            Json.object()
                .put(
                    "columnId",
                    organisation.identifiers().nano("workbook", element.id(), column.name()));
        entry.put("elementId", element.id()).put("name", column.name());
        columns.add(entry.put("label", column.name()).put("formula", column.formula()));
      }
    }
    return Paging.byPage(call.request(), columns);
  }

  private static Map<String, List<String>> byModel(Workbook workbook) {
    Map<String, List<String>> elements = new LinkedHashMap<>();
    for (WorkbookElement element : workbook.elements()) {
      List<String> ids = elements.computeIfAbsent(element.dataModelId(), _ -> new ArrayList<>());
      if (!ids.contains(element.sourceElementId())) {
        ids.add(element.sourceElementId());
      }
    }
    return elements;
  }
}
