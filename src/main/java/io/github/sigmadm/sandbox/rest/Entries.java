package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.FileEntry;
import io.github.sigmadm.sandbox.store.Identifiers;
import io.github.sigmadm.sandbox.store.Organisation;
import io.github.sigmadm.sandbox.store.TaggedVersion;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Files, data models and workbooks in the words of the API.
final class Entries {

  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final Organisation organisation;

  Entries(Organisation organisation) {
    this.organisation = organisation;
  }

  static String text(Instant instant) {
    return INSTANT.format(instant);
  }

  /// The address in the browser.
  static String url(FileEntry file) {
    String slug = file.name().replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-|-$", "");
    return "https://app.sigmacomputing.com/sandbox/"
        + file.type().apiName()
        + "/"
        + (slug.isEmpty() ? "" : slug + "-")
        + Identifiers.urlId(file.id());
  }

  ObjectNode file(FileEntry file) {
    ObjectNode entry = Json.object();
    entry.put("id", file.id());
    entry.put("urlId", Identifiers.urlId(file.id()));
    entry.put("name", file.name());
    entry.put("type", file.type().apiName());
    entry.put("parentId", file.parentId());
    entry.put("parentUrlId", Identifiers.urlId(file.parentId()));
    entry.put("permission", "edit");
    entry.put("path", organisation.files().path(file));
    entry.putNull("badge");
    entry.put("isArchived", file.archived());
    if (!file.description().isEmpty()) {
      entry.put("description", file.description());
    }
    entry.put("ownerId", file.ownerId());
    times(entry, file);
    return entry;
  }

  ObjectNode dataModel(DataModel model, boolean withTags) {
    FileEntry file = organisation.files().get(model.id());
    ObjectNode entry = Json.object();
    entry.put("dataModelId", model.id());
    entry.put("dataModelUrlId", Identifiers.urlId(model.id()));
    document(entry, file, model.latest().number());
    if (withTags && !model.tags().isEmpty()) {
      ArrayNode tags = entry.putArray("tags");
      model.tags().forEach(tag -> tags.add(tag(tag)));
    }
    return entry;
  }

  ObjectNode workbook(FileEntry file) {
    ObjectNode entry = Json.object();
    entry.put("workbookId", file.id());
    entry.put("workbookUrlId", Identifiers.urlId(file.id()));
    document(entry, file, 1);
    return entry;
  }

  ObjectNode tag(TaggedVersion tag) {
    ObjectNode entry = Json.object();
    entry.put("versionTagId", tag.tagId());
    entry.put("tagName", organisation.tags().get(tag.tagId()).name());
    entry.put("sourceVersion", tag.version());
    entry.put("taggedAt", text(tag.taggedAt()));
    return entry;
  }

  private void document(ObjectNode entry, FileEntry file, int latestVersion) {
    entry.put("name", file.name());
    entry.put("url", url(file));
    entry.put("path", organisation.files().path(file));
    entry.put("latestVersion", latestVersion);
    entry.put("ownerId", file.ownerId());
    times(entry, file);
    if (file.archived()) {
      entry.put("isArchived", true);
    }
  }

  private static void times(ObjectNode entry, FileEntry file) {
    entry.put("createdBy", file.ownerId());
    entry.put("updatedBy", file.updatedBy());
    entry.put("createdAt", text(file.createdAt()));
    entry.put("updatedAt", text(file.updatedAt()));
  }
}
