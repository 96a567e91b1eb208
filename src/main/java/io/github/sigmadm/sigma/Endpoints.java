package io.github.sigmadm.sigma;

import static io.github.sigmadm.sigma.Call.encoded;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.http.HttpMethod;
import io.github.sigmadm.http.Repeat;
import io.github.sigmadm.plan.FileChange;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The endpoints of Sigma's API that are used, with the bodies they take.
final class Endpoints {

  /// What an export has beside the document. A create takes name, folder and description from
  /// elsewhere; an update ignores all of it, and an old `documentVersion` would make it fail.
  private static final Set<String> METADATA =
      Set.of(
          "dataModelId",
          "name",
          "url",
          "documentVersion",
          "latestDocumentVersion",
          "ownerId",
          "folderId",
          "createdBy",
          "updatedBy",
          "createdAt",
          "updatedAt",
          "description");

  private Endpoints() {}

  /// All models that the credentials see. Pages of entries with `dataModelId`, `name`, `url`,
  /// `latestVersion`, `isArchived`, `createdAt`.
  static Call models() {
    return Call.get("reading the list of data models", "/v2/dataModels");
  }

  /// The representation with its metadata.
  static Call spec(DataModelId id) {
    return Call.get(
        "reading the data model " + id, "/v2/dataModels/" + encoded(id.value()) + "/spec");
  }

  /// Pages of entries with `elementId`, `columnId`, `name`, `label`, `type`.
  static Call columns(DataModelId id) {
    return Call.get(
        "reading the columns of the data model " + id,
        "/v2/dataModels/" + encoded(id.value()) + "/columns");
  }

  /// A model as a file: `parentId`, `isArchived`, `name`, `description`.
  static Call file(DataModelId id) {
    return Call.get(
        "reading the place of the data model " + id, "/v2/files/" + encoded(id.value()));
  }

  /// Makes a model; every arrival makes another one.
  static Call create(
      String name, FolderId folder, Optional<String> description, DataModel content) {
    List<Field> fields = new ArrayList<>();
    fields.add(text("name", name));
    fields.add(text("folderId", folder.value()));
    description.ifPresent(value -> fields.add(text("description", value)));
    fields.addAll(document(content));
    return Call.change(
        "creating the data model '" + name + "' in the folder " + folder,
        HttpMethod.POST,
        "/v2/dataModels/spec",
        object(fields),
        Repeat.ONCE);
  }

  /// Replaces a model's document if it is still at a version. Every arrival makes a version, or is
  /// a conflict with the one before.
  static Call update(DataModelId id, long version, DataModel content) {
    List<Field> fields = new ArrayList<>();
    fields.add(field("documentVersion", NumberNode.of(version, Span.FILE_START)));
    fields.addAll(document(content));
    return Call.change(
        "updating the data model " + id,
        HttpMethod.PUT,
        "/v2/dataModels/" + encoded(id.value()) + "/spec",
        object(fields),
        Repeat.ONCE);
  }

  /// Renames, moves, describes.
  static Call changeFile(DataModelId id, FileChange change) {
    List<Field> fields = new ArrayList<>();
    change.name().ifPresent(name -> fields.add(text("name", name)));
    change.folder().ifPresent(folder -> fields.add(text("parentId", folder.value())));
    change.description().ifPresent(value -> fields.add(text("description", value)));
    return Call.change(
        "changing the name, folder or description of the data model " + id,
        HttpMethod.PATCH,
        "/v2/files/" + encoded(id.value()),
        object(fields),
        Repeat.SAFE_TO_REPEAT);
  }

  /// Archives a model; Sigma can bring it back.
  static Call delete(DataModelId id) {
    return Call.change(
        "deleting the data model " + id,
        HttpMethod.DELETE,
        "/v2/files/" + encoded(id.value()),
        Repeat.SAFE_TO_REPEAT);
  }

  /// Brings a deleted model back.
  static Call restore(DataModelId id) {
    return Call.change(
        "restoring the data model " + id,
        HttpMethod.PATCH,
        "/v2/files/" + encoded(id.value()),
        object(List.of(field("restore", new BooleanNode(true, Span.FILE_START)))),
        Repeat.SAFE_TO_REPEAT);
  }

  /// Pages of entries with `elementId`, `name`, `type`, `columns`, `error`; also of what the
  /// representation leaves out.
  static Call elements(DataModelId id) {
    return Call.get(
        "reading the elements of the data model " + id,
        "/v2/dataModels/" + encoded(id.value()) + "/elements");
  }

  /// Pages by token, of entries with `elementId`, `elementName`, `schedule`.
  static Call schedules(DataModelId id) {
    return Call.get(
        "reading the materialisation schedules of the data model " + id,
        "/v2/dataModels/" + encoded(id.value()) + "/materializationSchedules");
  }

  /// What a model is built on: pages by token, of entries with `type`, and for `data-model`
  /// `dataModelId`, `elementIds`, `versionTagId`.
  static Call modelSources(DataModelId id) {
    return Call.get(
            "reading the sources of the data model " + id,
            "/v2/dataModels/" + encoded(id.value()) + "/sources")
        .forList();
  }

  /// Pages of entries with `workbookId`, `name`, `url`, `isArchived`.
  static Call workbooks() {
    return Call.get("reading the list of workbooks", "/v2/workbooks", Access.WORKBOOKS);
  }

  /// What a workbook is built on, as [#modelSources] has it, all at once. Refuses every query
  /// parameter.
  static Call workbookSources(String id) {
    return Call.get(
            "reading the sources of the workbook " + id,
            "/v2/workbooks/" + encoded(id) + "/sources",
            Access.WORKBOOKS)
        .forList();
  }

  /// What is at a path: `kind`, `inodeId`, `url`. The path's `connection` is singular.
  static Call lookup(String connection, List<String> path) {
    ArrayNode segments =
        new ArrayNode(
            path.stream().<Node>map(part -> TextNode.of(part, Span.FILE_START)).toList(),
            Span.FILE_START);
    return Call.ask(
        "looking up " + String.join(".", path) + " in the connection " + connection,
        "/v2/connection/" + encoded(connection) + "/lookup",
        object(List.of(field("path", segments))),
        Access.CONNECTIONS);
  }

  /// Pages by token, of entries with `name`, `type`, `visibility`.
  static Call tableColumns(String table) {
    return Call.get(
        "reading the columns of the table " + table,
        "/v2/connections/tables/" + encoded(table) + "/columns",
        Access.CONNECTIONS);
  }

  /// Pages of entries with `connectionId`, `path`.
  static Call paths(String connection) {
    return Call.get(
            "reading the tables of the connection " + connection,
            "/v2/connections/paths",
            Access.CONNECTIONS)
        .with("connectionId", connection);
  }

  private static List<Field> document(DataModel content) {
    return content.node().fields().stream()
        .filter(field -> !METADATA.contains(field.name()))
        .toList();
  }

  private static ObjectNode object(List<Field> fields) {
    return new ObjectNode(fields, Span.FILE_START);
  }

  private static Field text(String name, String value) {
    return field(name, TextNode.of(value, Span.FILE_START));
  }

  private static Field field(String name, Node value) {
    return new Field(name, Span.FILE_START, value);
  }
}
