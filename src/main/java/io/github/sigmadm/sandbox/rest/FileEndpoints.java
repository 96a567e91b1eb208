package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.FileEntry;
import io.github.sigmadm.sandbox.store.FileType;
import io.github.sigmadm.sandbox.store.Files;
import io.github.sigmadm.sandbox.store.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Folders and documents as files: listing, renaming, moving, deleting and restoring.
final class FileEndpoints {

  private final Organisation organisation;
  private final Files files;
  private final Entries entries;

  FileEndpoints(Organisation organisation) {
    this.organisation = organisation;
    this.files = organisation.files();
    this.entries = new Entries(organisation);
  }

  void addTo(Router router) {
    router.add("GET", "/v2/files", this::list);
    router.add("POST", "/v2/files", this::create);
    router.add("GET", "/v2/files/{inodeId}", this::get);
    router.add("PATCH", "/v2/files/{inodeId}", this::change);
    router.add("DELETE", "/v2/files/{inodeId}", this::delete);
  }

  private Response list(Call call) {
    Request request = call.request();
    List<String> types =
        request.query().getOrDefault("typeFilters", List.of()).stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .toList();
    Optional<String> parent =
        request
            .parameter("parentId")
            .map(id -> id.equals(Files.ROOT) ? Files.ROOT : files.get(id).id());
    boolean direct = request.flag("directChildFilter");
    String name = request.parameter("name").orElse("").toLowerCase(Locale.ROOT);
    List<ObjectNode> listed = new ArrayList<>();
    for (FileEntry file : files.list()) {
      boolean wanted =
          !file.archived()
              && (types.isEmpty()
                  ? file.type() != FileType.WORKSPACE
                  : types.contains(file.type().apiName()))
              && file.name().toLowerCase(Locale.ROOT).contains(name)
              && isIn(file, parent, direct);
      if (wanted) {
        listed.add(listEntry(file));
      }
    }
    return Paging.byPage(request, listed);
  }

  /// A parent without `directChildFilter` means everything below it.
  private boolean isIn(FileEntry file, Optional<String> parent, boolean direct) {
    return parent
        .filter(id -> direct ? !file.parentId().equals(id) : !files.isWithin(file.parentId(), id))
        .isEmpty();
  }

  private ObjectNode listEntry(FileEntry file) {
    ObjectNode entry = entries.file(file);
    if (organisation.options().has(Quirk.INODE_ID_IN_FILE_LIST)) {
      entry.remove("id");
      entry.put("inodeId", file.id());
    }
    return entry;
  }

  private Response create(Call call) {
    String type = call.required("type");
    String name = call.required("name");
    ObjectNode body = call.object();
    FileType fileType =
        switch (type) {
          case "workspace" -> FileType.WORKSPACE;
          case "folder" -> FileType.FOLDER;
          default -> throw Refusal.invalid("type: Invalid value: " + type);
        };
    String given = Json.string(body, "parentId");
    String parent =
        fileType == FileType.WORKSPACE
            ? Files.ROOT
            : files
                .container(
                    given.isEmpty()
                        ? organisation.identifiers().uuid("home", People.DEPLOYER_ID)
                        : given)
                .id();
    String number = Integer.toString(files.all().size());
    FileEntry file =
        files.create(
            organisation.identifiers().uuid("file", parent, name, number),
            fileType,
            name,
            parent,
            Json.string(body, "description"),
            People.DEPLOYER_ID);
    return Response.json(entries.file(file));
  }

  private Response get(Call call) {
    return Response.json(entries.file(files.get(call.value(0))));
  }

  private Response change(Call call) {
    String id = files.get(call.value(0)).id();
    String by = People.DEPLOYER_ID;
    ObjectNode body = call.object();
    String parent = Json.string(body, "parentId");
    if (!parent.isEmpty()) {
      files.move(id, parent, by);
    }
    String name = Json.string(body, "name");
    if (!name.isEmpty()) {
      files.rename(id, name, by);
    }
    if (body.path("description").isString()) {
      files.describe(id, Json.string(body, "description"), by);
    }
    String owner = Json.string(body, "ownerId");
    if (!owner.isEmpty()) {
      files.own(id, owner, by);
    }
    if (body.path("restore").booleanValue(false)) {
      files.archive(id, false, by);
    }
    if (organisation.options().has(Quirk.FILE_CHANGES_MAKE_VERSIONS)
        && files.get(id).type() == FileType.DATA_MODEL) {
      organisation.models().sameAgain(id, by);
    }
    return Response.json(entries.file(files.get(id)));
  }

  private Response delete(Call call) {
    files.archive(files.get(call.value(0)).id(), true, People.DEPLOYER_ID);
    return Response.json(Json.object());
  }
}
