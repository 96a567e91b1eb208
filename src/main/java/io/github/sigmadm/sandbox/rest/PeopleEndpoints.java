package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.store.Organisation;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/whoami` and `/v2/members`.
final class PeopleEndpoints {

  private final Organisation organisation;

  PeopleEndpoints(Organisation organisation) {
    this.organisation = organisation;
  }

  void addTo(Router router) {
    router.add("GET", "/v2/whoami", _ -> whoami());
    router.add("GET", "/v2/members", this::members);
    router.add("GET", "/v2/members/{memberId}", this::member);
  }

  private static Response whoami() {
    ObjectNode answer = Json.object();
    answer.put("userId", People.DEPLOYER_ID);
    answer.put("organizationId", People.ORGANISATION_ID);
    return Response.json(answer);
  }

  private Response members(Call call) {
    return Paging.byPage(
        call.request(), List.of(entry(People.DEPLOYER_ID), entry(People.ANALYST_ID)));
  }

  private Response member(Call call) {
    String id = call.value(0);
    if (!List.of(People.DEPLOYER_ID, People.ANALYST_ID).contains(id)) {
      throw Refusal.notFound("Member " + id);
    }
    return Response.json(entry(id));
  }

  private ObjectNode entry(String memberId) {
    ObjectNode member = Json.object();
    member.put("memberId", memberId);
    member.put("organizationId", People.ORGANISATION_ID);
    member.put("memberType", memberId.equals(People.DEPLOYER_ID) ? "admin" : "creator");
    member.put("homeFolderId", organisation.identifiers().uuid("home", memberId));
    return member;
  }
}
