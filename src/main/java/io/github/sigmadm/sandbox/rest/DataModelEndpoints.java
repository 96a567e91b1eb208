package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Sources;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.Identifiers;
import io.github.sigmadm.sandbox.store.Organisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The list of data models, one of them, and where it comes from.
final class DataModelEndpoints {

  private final Organisation organisation;
  private final Entries entries;

  DataModelEndpoints(Organisation organisation) {
    this.organisation = organisation;
    this.entries = new Entries(organisation);
  }

  void addTo(Router router) {
    router.add("GET", "/v2/dataModels", this::list);
    router.add("GET", "/v2/dataModels/{dataModelId}", this::get);
    router.add("GET", "/v2/dataModels/{dataModelId}/sources", this::sources);
    router.add("GET", "/v2/dataModels/{dataModelId}/lineage", this::lineage);
  }

  private Response list(Call call) {
    boolean archivedToo = organisation.options().has(Quirk.ARCHIVED_MODELS_LISTED);
    List<ObjectNode> listed =
        organisation.models().all().stream()
            .filter(model -> archivedToo || organisation.models().live(model.id()).isPresent())
            .map(model -> entries.dataModel(model, !call.request().flag("excludeTags")))
            .toList();
    return Paging.byPage(call.request(), listed);
  }

  private Response get(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    return Response.json(entries.dataModel(model, !call.request().flag("excludeTags")));
  }

  private Response sources(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    for (ObjectNode table : tables(model)) {
      for (ObjectNode source : Sources.leaves(table)) {
        switch (Json.string(source, "kind")) {
          case "warehouse-table" -> {
            String inode = inodeId(source);
            found.computeIfAbsent(
                inode, _ -> Json.object().put("type", "table").put("tableId", inode));
          }
          case "data-model" -> {
            String other = Json.string(source, "dataModelId");
            ObjectNode entry =
                found.computeIfAbsent(
                    other, _ -> Json.object().put("type", "data-model").put("dataModelId", other));
            String element = Json.string(source, "elementId");
            if (!Json.strings(entry, "elementIds").contains(element)) {
              entry.withArray("elementIds").add(element);
            }
          }
          case "sql" -> {
            String id = customSqlId(model, table);
            ObjectNode entry = Json.object().put("type", "custom-sql");
            entry.put("connectionId", Json.string(source, "connectionId"));
            entry.put("definition", Json.string(source, "statement"));
            entry.put("customSqlId", id);
            found.put(id, entry);
          }
          default -> {}
        }
      }
    }
    return Paging.byToken(call.request(), List.copyOf(found.values()));
  }

  private Response lineage(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    Map<String, ObjectNode> upstream = new LinkedHashMap<>();
    List<ObjectNode> elements = new ArrayList<>();
    for (ObjectNode table : tables(model)) {
      ObjectNode entry = Json.object().put("type", "element");
      entry.put("elementId", Json.string(table, "id"));
      ArrayNode own = entry.putArray("sourceIds");
      ArrayNode outside = entry.putArray("dataSourceIds");
      for (ObjectNode source : Sources.leaves(table)) {
        switch (Json.string(source, "kind")) {
          case "table" -> own.add(Json.string(source, "elementId"));
          case "data-model" -> {
            String other = Json.string(source, "dataModelId");
            outside.add(Identifiers.urlId(other) + "/" + Json.string(source, "elementId"));
            upstream.computeIfAbsent(other, this::upstreamModel);
          }
          case "warehouse-table" -> {
            String inode = inodeId(source);
            outside.add(inode);
            List<String> path = Json.strings(source, "path");
            upstream.computeIfAbsent(
                inode,
                _ ->
                    Json.object()
                        .put("type", "table")
                        .put("inodeId", inode)
                        .put("name", path.isEmpty() ? "" : path.getLast()));
          }
          case "sql" -> {
            String id = customSqlId(model, table);
            outside.add(id);
            upstream.put(
                id,
                Json.object()
                    .put("type", "customSQL")
                    .put("definition", Json.string(source, "statement")));
          }
          default -> {}
        }
      }
      elements.add(entry);
    }
    List<ObjectNode> all = new ArrayList<>(upstream.values());
    all.addAll(elements);
    return Paging.byPage(call.request(), all);
  }

  private ObjectNode upstreamModel(String dataModelId) {
    ObjectNode entry = Json.object().put("type", "data-model").put("dataModelId", dataModelId);
    organisation.files().find(dataModelId).ifPresent(file -> entry.put("name", file.name()));
    return entry;
  }

  private static List<ObjectNode> tables(DataModel model) {
    return Json.elements(model.latest().pages()).stream().filter(Json::isTable).toList();
  }

  private String inodeId(ObjectNode source) {
    return organisation
        .catalogue()
        .inodeId(Json.string(source, "connectionId"), Json.strings(source, "path"));
  }

  private String customSqlId(DataModel model, ObjectNode table) {
    return organisation.identifiers().uuid("custom-sql", model.id(), Json.string(table, "id"));
  }
}
