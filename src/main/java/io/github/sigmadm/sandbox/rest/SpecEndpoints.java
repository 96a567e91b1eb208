package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.DocumentVersion;
import io.github.sigmadm.sandbox.store.Organisation;
import tools.jackson.databind.node.ObjectNode;

/// Reading, creating and updating representations.
final class SpecEndpoints {

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
    return format.answer(call.request(), Representation.of(organisation, model, version));
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
