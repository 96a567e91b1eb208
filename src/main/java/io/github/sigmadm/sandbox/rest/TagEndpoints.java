package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.Organisation;
import io.github.sigmadm.sandbox.store.TaggedVersion;
import io.github.sigmadm.sandbox.store.VersionTag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Version tags, and putting them on data models.
final class TagEndpoints {

  private static final Set<String> COLORS =
      Set.of("cyan", "grass", "violet", "plum", "amber", "bronze");

  private final Organisation organisation;
  private final Entries entries;

  TagEndpoints(Organisation organisation) {
    this.organisation = organisation;
    this.entries = new Entries(organisation);
  }

  void addTo(Router router) {
    router.add("GET", "/v2/tags", this::list);
    router.add("POST", "/v2/tags", this::create);
    router.add("PATCH", "/v2/tags/{tagId}", this::change);
    router.add("DELETE", "/v2/tags/{tagId}", this::delete);
    router.add("POST", "/v2/dataModels/tag", this::tag);
    router.add("GET", "/v2/dataModels/{dataModelId}/tags", this::ofModel);
  }

  private Response list(Call call) {
    String wanted = call.request().parameter("search").orElse("").toLowerCase(Locale.ROOT);
    List<ObjectNode> tags =
        organisation.tags().all().stream()
            .filter(tag -> tag.name().toLowerCase(Locale.ROOT).contains(wanted))
            .map(TagEndpoints::entry)
            .toList();
    return Paging.byPage(call.request(), tags);
  }

  private Response create(Call call) {
    String name = call.required("name");
    String color = color(call.required("color"));
    VersionTag tag =
        organisation.tags().create(name, color, Json.string(call.object(), "description"));
    return Response.json(Json.object().put("name", tag.name()).put("versionTagId", tag.id()));
  }

  private Response change(Call call) {
    ObjectNode body = call.object();
    VersionTag tag =
        organisation
            .tags()
            .change(
                call.value(0),
                Optional.of(Json.string(body, "color"))
                    .filter(color -> !color.isEmpty())
                    .map(TagEndpoints::color),
                Optional.of(body.path("description"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue));
    return Response.json(entry(tag));
  }

  private Response delete(Call call) {
    organisation.tags().delete(call.value(0));
    return Response.json(Json.object());
  }

  private Response tag(Call call) {
    DataModel model = organisation.models().get(call.required("dataModelId"));
    String name = call.required("tag");
    VersionTag tag =
        organisation.tags().named(name).orElseThrow(() -> Refusal.notFound("Tag " + name));
    int version =
        model
            .version(call.object().path("dataModelVersion").intValue(model.latest().number()))
            .number();
    TaggedVersion tagged =
        new TaggedVersion(
            tag.id(),
            version,
            organisation.identifiers().uuid("tagged", model.id(), tag.id()),
            organisation.options().clock().instant());
    organisation.models().tag(model.id(), tagged);
    ObjectNode answer = Json.object().put("versionTagId", tag.id());
    answer.put("taggedDataModelId", tagged.taggedId());
    return Response.json(answer.put("taggedDataModelVersion", version));
  }

  private Response ofModel(Call call) {
    DataModel model = organisation.models().get(call.value(0));
    return Paging.byPage(call.request(), model.tags().stream().map(entries::tag).toList());
  }

  private static String color(String color) {
    if (!COLORS.contains(color)) {
      throw Refusal.invalid("color: Invalid value: " + color);
    }
    return color;
  }

  private static ObjectNode entry(VersionTag tag) {
    ObjectNode entry = Json.object().put("versionTagId", tag.id()).put("name", tag.name());
    entry.put("ownerId", People.ANALYST_ID).put("description", tag.description());
    return entry.put("color", tag.color()).put("isArchived", false);
  }
}
