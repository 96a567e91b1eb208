package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.Catalogue;
import io.github.sigmadm.sandbox.store.Connection;
import io.github.sigmadm.sandbox.store.Identifiers;
import io.github.sigmadm.sandbox.store.Organisation;
import io.github.sigmadm.sandbox.store.WarehouseTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Connections, their tables and the tables' columns.
final class ConnectionEndpoints {

  private static final int FULL_PATH = 3;

  private final Organisation organisation;
  private final Catalogue catalogue;

  ConnectionEndpoints(Organisation organisation) {
    this.organisation = organisation;
    this.catalogue = organisation.catalogue();
  }

  void addTo(Router router) {
    router.add("GET", "/v2/connections", this::list);
    router.add("GET", "/v2/connections/paths", this::paths);
    router.add("GET", "/v2/connections/paths/{inodeId}", this::path);
    router.add("GET", "/v2/connections/tables/{tableId}/columns", this::columns);
    router.add("GET", "/v2/connections/{connectionId}", this::get);
    router.add("GET", "/v2/connections/{connectionId}/test", this::test);
    router.add("POST", "/v2/connections/{connectionId}/sync", this::sync);
    // Singular here, and only here.
    router.add("POST", "/v2/connection/{connectionId}/lookup", this::lookup);
  }

  private Response list(Call call) {
    String wanted = call.request().parameter("search").orElse("").toLowerCase(Locale.ROOT);
    List<ObjectNode> connections =
        catalogue.connections().stream()
            .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(wanted))
            .map(ConnectionEndpoints::entry)
            .toList();
    return Paging.byPage(call.request(), connections);
  }

  private Response get(Call call) {
    return Response.json(entry(catalogue.connection(call.value(0))));
  }

  private Response test(Call call) {
    catalogue.connection(call.value(0));
    return Response.json(Json.object().put("read", "SUCCESS").put("write", "DISABLED"));
  }

  private Response lookup(Call call) {
    permitted();
    String connection = catalogue.connection(call.value(0)).id();
    List<String> path = Json.strings(call.object(), "path");
    if (path.size() > FULL_PATH) {
      throw Refusal.invalid("path: Invalid array: more than 3 segments");
    }
    boolean scope = path.size() < FULL_PATH && catalogue.hasScope(connection, path);
    if (!scope && catalogue.table(connection, path).isEmpty()) {
      throw Refusal.notFound("Path " + String.join(".", path));
    }
    String kind = scope ? "scope" : "table";
    String inode = catalogue.inodeId(connection, path);
    ObjectNode answer = Json.object().put("kind", kind).put("inodeId", inode);
    String name = path.isEmpty() ? "connection" : path.getLast();
    return Response.json(
        answer.put(
            "url",
            "https://app.sigmacomputing.com/sandbox/t/" + name + "-" + Identifiers.urlId(inode)));
  }

  private Response sync(Call call) {
    String connection = catalogue.connection(call.value(0)).id();
    List<String> path = Json.strings(call.object(), "path");
    if (!catalogue.sync(connection, path)) {
      throw Refusal.notFound("Path " + String.join(".", path));
    }
    return Response.json(Json.object());
  }

  private Response paths(Call call) {
    String only = call.request().parameter("connectionId").orElse("");
    List<ObjectNode> entries =
        catalogue.known().stream()
            .filter(known -> only.isEmpty() || known.getKey().equals(only))
            .map(ConnectionEndpoints::pathEntry)
            .toList();
    return Paging.byPage(call.request(), entries);
  }

  private Response path(Call call) {
    Map.Entry<String, WarehouseTable> known = table(call.value(0));
    ObjectNode answer = Json.object().put("connectionId", known.getKey());
    answer.set("path", Json.array(known.getValue().path()));
    return Response.json(answer);
  }

  private Response columns(Call call) {
    permitted();
    List<ObjectNode> columns =
        table(call.value(0)).getValue().columns().stream()
            .map(column ->
                Json.object()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("visibility", "visible"))
            .toList();
    return organisation.options().has(Quirk.TABLE_COLUMNS_BY_PAGE)
        ? Paging.byPage(call.request(), columns)
        : Paging.byToken(call.request(), columns);
  }

  private void permitted() {
    if (organisation.options().has(Quirk.CONNECTIONS_OUT_OF_REACH)) {
      throw new Refusal(403, "forbidden", "You do not have permission to use this connection");
    }
  }

  private Map.Entry<String, WarehouseTable> table(String inodeId) {
    return catalogue.known().stream()
        .filter(known -> known.getValue().inodeId().equals(inodeId))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("Table " + inodeId));
  }

  private static ObjectNode pathEntry(Map.Entry<String, WarehouseTable> known) {
    ObjectNode entry = Json.object().put("connectionId", known.getKey());
    entry.put("urlId", Identifiers.urlId(known.getValue().inodeId()));
    entry.set("path", Json.array(known.getValue().path()));
    return entry;
  }

  private static ObjectNode entry(Connection connection) {
    ObjectNode entry = Json.object().put("connectionId", connection.id());
    entry.put("organizationId", People.ORGANISATION_ID);
    entry.put("name", connection.name()).put("type", connection.type());
    entry.put("isSample", false).put("isArchived", false).put("useOauth", false);
    return entry.put("writeAccess", false).put("friendlyName", connection.friendlyNames());
  }
}
