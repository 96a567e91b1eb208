package io.github.sigmadm.sandbox.store;

import io.github.sigmadm.sandbox.document.DependencyCheck;
import io.github.sigmadm.sandbox.document.DuplicateCheck;
import io.github.sigmadm.sandbox.document.IdAssignment;
import io.github.sigmadm.sandbox.document.IdKey;
import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Normalisation;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.document.ShapeCheck;
import io.github.sigmadm.sandbox.document.Surroundings;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// All data models, and what a create or an update does to them. A refused write leaves nothing
/// behind.
public final class DataModels {

  private final Organisation organisation;
  private final SandboxOptions options;
  private final Map<String, DataModel> models = new LinkedHashMap<>();

  DataModels(Organisation organisation, SandboxOptions options) {
    this.organisation = organisation;
    this.options = options;
  }

  /// In order of creation, archived ones too.
  public List<DataModel> all() {
    return List.copyOf(models.values());
  }

  /// The model of this id or url id; refused with 404 when there is none.
  public DataModel get(String id) {
    return organisation
        .files()
        .find(id)
        .flatMap(file -> Optional.ofNullable(models.get(file.id())))
        .orElseThrow(() -> Refusal.notFound("Data model " + id));
  }

  /// The model of this id if it is not deleted.
  public Optional<DataModel> live(String id) {
    return Optional.ofNullable(models.get(id))
        .filter(model -> !organisation.files().get(model.id()).archived());
  }

  /// A create through the API.
  public DataModel create(JsonNode body, String by) {
    shape(() -> ShapeCheck.create(body));
    ArrayNode pages = checked(body, Json.array());
    String folder = Json.string(body, "folderId");
    String name = Json.string(body, "name");
    String id = newId(organisation.files().container(folder).id(), name);
    ArrayNode identified = IdAssignment.create(pages, options, key -> mint(id, 1, key));
    ArrayNode stored = Normalisation.apply(identified, organisation.surroundings(), options);
    organisation
        .files()
        .create(id, FileType.DATA_MODEL, name, folder, Json.string(body, "description"), by);
    return put(id, stored, List.of(), by);
  }

  /// An update through the API: the pages and nothing else, and elements that the representation
  /// cannot carry are gone.
  public DataModel update(String modelId, JsonNode body, String by) {
    DataModel model = get(modelId);
    if (live(model.id()).isEmpty()) {
      throw Refusal.notFound("Data model " + modelId);
    }
    shape(() -> ShapeCheck.update(body));
    guard(model, body.path("documentVersion"));
    ArrayNode pages = checked(body, model.latest().pages());
    int number = model.latest().number() + 1;
    ArrayNode identified =
        IdAssignment.update(
            pages, model.latest().pages(), options, key -> mint(model.id(), number, key));
    ArrayNode stored = Normalisation.apply(identified, organisation.surroundings(), options);
    if (options.has(Quirk.FIRST_TABLE_HIDDEN_ON_UPDATE)) {
      Json.elements(stored).stream()
          .filter(Json::isTable)
          .findFirst()
          .ifPresent(table -> table.put("visibleAsSource", false));
    }
    organisation.files().touch(model.id(), by);
    return next(model, stored, List.of(), by);
  }

  /// A model that a person made: ids stay, an id in the text is taken.
  public DataModel existing(ObjectNode spec, String folderId, String by) {
    String name = Json.string(spec, "name");
    String given = Json.string(spec, "dataModelId");
    String id = given.isEmpty() ? newId(folderId, name) : given;
    ArrayNode stored =
        Normalisation.apply(
            (ArrayNode) spec.path("pages"), organisation.surroundings(), withoutQuirks());
    organisation
        .files()
        .existing(id, FileType.DATA_MODEL, name, folderId, Json.string(spec, "description"), by);
    return put(id, stored, List.of(), by);
  }

  /// An edit by a person: ids stay, what the representation cannot carry too.
  public DataModel edit(String modelId, UnaryOperator<ArrayNode> change, String by) {
    DataModel model = get(modelId);
    ArrayNode edited = change.apply(model.latest().pages().deepCopy());
    ArrayNode stored = Normalisation.apply(edited, organisation.surroundings(), withoutQuirks());
    organisation.files().touch(model.id(), by);
    return next(model, stored, model.latest().unsupported(), by);
  }

  /// A new version with other elements that the representation cannot carry.
  public DataModel withUnsupported(String modelId, List<UnsupportedElement> elements, String by) {
    DataModel model = get(modelId);
    return next(model, model.latest().pages(), elements, by);
  }

  /// A version like the one before.
  public DataModel sameAgain(String modelId, String by) {
    DataModel model = get(modelId);
    return next(model, model.latest().pages(), model.latest().unsupported(), by);
  }

  public void schedule(String modelId, List<MaterializationSchedule> schedules) {
    DataModel model = get(modelId);
    models.put(model.id(), model.scheduled(schedules));
  }

  public void tag(String modelId, TaggedVersion tag) {
    DataModel model = get(modelId);
    models.put(model.id(), model.tagged(tag));
  }

  private void guard(DataModel model, JsonNode planned) {
    int latest = model.latest().number();
    if (planned.isMissingNode()
        || planned.intValue(0) == latest
        || options.has(Quirk.DOCUMENT_VERSION_IGNORED)) {
      return;
    }
    String message =
        "documentVersion " + planned + " is not the latest version of the document, " + latest;
    throw switch (options.conflictAnswer()) {
      case CONFLICT_409 -> new Refusal(409, "conflict", message);
      case BAD_REQUEST_400 -> Refusal.invalid(message);
      case PRECONDITION_FAILED_412 -> new Refusal(412, "precondition_failed", message);
    };
  }

  private ArrayNode checked(JsonNode body, ArrayNode live) {
    ArrayNode pages = (ArrayNode) body.path("pages");
    shape(() -> DuplicateCheck.check(pages));
    Surroundings surroundings = organisation.surroundings();
    DependencyCheck.check(pages, live, surroundings, options);
    return pages;
  }

  private void shape(Runnable check) {
    try {
      check.run();
    } catch (Refusal refusal) {
      throw options.has(Quirk.VAGUE_SHAPE_ERRORS)
          ? Refusal.invalid("Syntax error in data model spec")
          : refusal;
    }
  }

  /// Models of one name in one folder are told apart by how many there were.
  private String newId(String folder, String name) {
    long before =
        organisation.files().all().stream()
            .filter(file -> file.type() == FileType.DATA_MODEL)
            .filter(file -> file.name().equals(name) && file.parentId().equals(folder))
            .count();
    String id;
    do {
      id = organisation.identifiers().uuid("data-model", folder, name, Long.toString(before++));
    } while (models.containsKey(id));
    return id;
  }

  private String mint(String modelId, int version, IdKey key) {
    return organisation
        .identifiers()
        .nano(modelId, Integer.toString(version), key.kind().name(), key.owner(), key.id());
  }

  private DataModel put(
      String id, ArrayNode pages, List<UnsupportedElement> unsupported, String by) {
    DataModel model =
        new DataModel(id, List.of(version(1, pages, unsupported, by)), List.of(), List.of());
    models.put(id, model);
    return model;
  }

  private DataModel next(
      DataModel model, ArrayNode pages, List<UnsupportedElement> unsupported, String by) {
    DataModel next = model.next(version(model.latest().number() + 1, pages, unsupported, by));
    models.put(model.id(), next);
    return next;
  }

  private DocumentVersion version(
      int number, ArrayNode pages, List<UnsupportedElement> unsupported, String by) {
    return new DocumentVersion(number, pages, unsupported, options.clock().instant(), by);
  }

  private SandboxOptions withoutQuirks() {
    return options.withQuirks();
  }
}
