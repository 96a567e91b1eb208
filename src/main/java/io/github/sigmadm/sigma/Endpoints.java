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
    return new Call(
        "deleting the data model " + id,
        HttpMethod.DELETE,
        "/v2/files/" + encoded(id.value()),
        "",
        Optional.empty(),
        Repeat.SAFE_TO_REPEAT);
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
