package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Normalisation;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.DocumentVersion;
import io.github.sigmadm.sandbox.store.FileEntry;
import io.github.sigmadm.sandbox.store.Organisation;
import tools.jackson.databind.node.ObjectNode;

/// Reading, creating and updating representations.
public final class SpecEndpoints {

  private final Organisation organisation;
  private final SpecFormat format;

  SpecEndpoints(Organisation organisation) {
    this.organisation = organisation;
    this.format = new SpecFormat(organisation.options());
  }

  void addTo(Router router) {
    router.add("POST", "/v2/dataModels/spec", this::create);
    router.add("GET", "/v2/dataModels/{dataModelId}/spec", this::read);
    router.add("PUT", "/v2/dataModels/{dataModelId}/spec", this::update);
  }

  private Response create(Call call) {
    DataModel model = organisation.models().create(format.body(call.request()), People.DEPLOYER_ID);
    return format.answer(call.request(), success(model));
  }

  private Response update(Call call) {
    DataModel model =
        organisation
            .models()
            .update(call.value(0), format.body(call.request()), People.DEPLOYER_ID);
    return format.answer(call.request(), success(model));
  }

  private Response read(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    DocumentVersion version =
        call.request()
            .parameter("documentVersion")
            .map(text -> model.version(number(text)))
            .orElseGet(model::latest);
    return format.answer(call.request(), representation(organisation, model, version));
  }

  /// A version as a read gives it: metadata, then the document.
  public static ObjectNode representation(
      Organisation organisation, DataModel model, DocumentVersion version) {
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

  private static ObjectNode success(DataModel model) {
    ObjectNode answer = Json.object();
    answer.put("success", true);
    answer.put("dataModelId", model.id());
    return answer;
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw Refusal.invalid("documentVersion: Invalid number: " + text);
    }
    return Integer.parseInt(text);
  }
}
