package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Normalisation;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.DocumentVersion;
import io.github.sigmadm.sandbox.store.FileEntry;
import io.github.sigmadm.sandbox.store.Organisation;
import tools.jackson.databind.node.ObjectNode;

/// A version of a data model as a read gives it.
public final class Representation {

  private Representation() {}

  /// A new object: metadata, then the document, in the key order of exports.
  public static ObjectNode of(Organisation organisation, DataModel model, DocumentVersion version) {
    FileEntry file = organisation.files().get(model.id());
    ObjectNode spec = Json.object();
    spec.put("dataModelId", model.id());
    spec.put("name", file.name());
    if (!file.description().isEmpty()) {
      spec.put("description", file.description());
    }
    spec.put("url", Entries.url(file));
    spec.put("documentVersion", version.number());
    spec.put("latestDocumentVersion", model.latest().number());
    spec.put("ownerId", file.ownerId());
    if (!organisation.options().has(Quirk.FOLDER_ID_MISSING)) {
      spec.put("folderId", file.parentId());
    }
    spec.put("createdBy", file.ownerId());
    spec.put("updatedBy", version.by());
    spec.put("createdAt", Entries.text(file.createdAt()));
    spec.put("updatedAt", Entries.text(version.at()));
    spec.put("schemaVersion", 1);
    spec.set("pages", Normalisation.read(version.pages(), organisation.options()));
    return spec;
  }
}
