package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.DocumentView;
import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.MaterializationSchedule;
import io.github.sigmadm.sandbox.store.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Materialisations and their schedules.
final class ScheduleEndpoints {

  private static final String ELEMENT_SCHEDULES =
      "/v2/dataModels/{dataModelId}/elements/{elementId}/materializationSchedules";

  private final Organisation organisation;

  ScheduleEndpoints(Organisation organisation) {
    this.organisation = organisation;
  }

  void addTo(Router router) {
    router.add("GET", "/v2/dataModels/{dataModelId}/materializationSchedules", this::list);
    router.add("POST", "/v2/dataModels/{dataModelId}:materialize", this::materialize);
    router.add(
        "GET", "/v2/dataModels/{dataModelId}/materializations/{materializationId}", this::status);
    if (!organisation.options().has(Quirk.BETA_ROUTES_MISSING)) {
      router.add("GET", ELEMENT_SCHEDULES, this::ofElement);
      router.add("POST", ELEMENT_SCHEDULES, this::put);
      router.add("PATCH", ELEMENT_SCHEDULES, this::put);
      router.add("DELETE", ELEMENT_SCHEDULES, this::delete);
    }
  }

  private Response list(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    return Paging.byToken(
        call.request(),
        model.schedules().stream().map(schedule -> entry(model, schedule)).toList());
  }

  private Response ofElement(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    return Response.json(
        find(model, call.value(1))
            .map(schedule -> entry(model, schedule))
            .orElseThrow(() -> Refusal.notFound("Schedule of element " + call.value(1))));
  }

  private Response put(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    String elementId = table(model, call.value(1));
    JsonNode given = call.object().path("schedule");
    String cron = Json.string(given, "cronSpec");
    if (cron.isEmpty()) {
      throw Refusal.invalid("schedule.cronSpec: Invalid string: undefined");
    }
    String timezone = Json.string(given, "timezone");
    MaterializationSchedule schedule =
        new MaterializationSchedule(
            organisation.identifiers().nano("sheet", model.id(), elementId),
            elementId,
            cron,
            timezone.isEmpty() ? "UTC" : timezone,
            organisation.options().clock().instant(),
            false);
    List<MaterializationSchedule> schedules = without(model, elementId);
    schedules.add(schedule);
    organisation.models().schedule(model.id(), schedules);
    return Response.json(entry(model, schedule));
  }

  private Response delete(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    organisation.models().schedule(model.id(), without(model, call.value(1)));
    return Response.json(Json.object());
  }

  private Response materialize(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    String sheetId = call.required("sheetId");
    String id = organisation.identifiers().uuid("materialization", model.id(), sheetId);
    return Response.json(Json.object().put("materializationId", id));
  }

  private Response status(Call call) {
    organisation.models().get(call.value(0));
    String now = Entries.text(organisation.options().clock().instant());
    ObjectNode answer = Json.object().put("status", "ready");
    return Response.json(answer.put("startedAt", now).put("readyAt", now));
  }

  private static Optional<MaterializationSchedule> find(DataModel model, String elementId) {
    return model.schedules().stream()
        .filter(schedule -> schedule.elementId().equals(elementId))
        .findFirst();
  }

  private static List<MaterializationSchedule> without(DataModel model, String elementId) {
    List<MaterializationSchedule> others = new ArrayList<>(model.schedules());
    others.removeIf(schedule -> schedule.elementId().equals(elementId));
    return others;
  }

  private String table(DataModel model, String elementId) {
    return view(model)
        .table(elementId)
        .map(table -> Json.string(table, "id"))
        .orElseThrow(() -> Refusal.notFound("Element " + elementId));
  }

  private ObjectNode entry(DataModel model, MaterializationSchedule schedule) {
    DocumentView view = view(model);
    ObjectNode entry = Json.object().put("sheetId", schedule.sheetId());
    entry.put("elementId", schedule.elementId());
    entry.put("elementName", view.table(schedule.elementId()).map(view::nameOf).orElse(""));
    entry
        .putObject("schedule")
        .put("cronSpec", schedule.cronSpec())
        .put("timezone", schedule.timezone());
    entry.put("configuredAt", Entries.text(schedule.configuredAt()));
    return entry.put("paused", schedule.paused());
  }

  private DocumentView view(DataModel model) {
    return new DocumentView(model.latest().pages(), organisation.surroundings());
  }
}
