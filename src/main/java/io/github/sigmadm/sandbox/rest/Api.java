package io.github.sigmadm.sandbox.rest;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.Organisation;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints together, one request at a time: authentication, the route, and the error envelope
/// for what is refused.
final class Api {

  /// A body that was put in the address instead.
  private static final int LONGEST_QUERY = 16_000;

  private static final String TOKEN_PATH = "/v2/auth/token";

  private final Organisation organisation;
  private final Tokens tokens;
  private final Router open = new Router();
  private final Router protectedRoutes = new Router();

  Api(Organisation organisation) {
    this.organisation = organisation;
    this.tokens = new Tokens(organisation.options(), organisation.identifiers());
    open.add("POST", TOKEN_PATH, tokens::issue);
    new PeopleEndpoints(organisation).addTo(protectedRoutes);
    new SpecEndpoints(organisation).addTo(protectedRoutes);
    new DataModelEndpoints(organisation).addTo(protectedRoutes);
    new ElementEndpoints(organisation).addTo(protectedRoutes);
    new ScheduleEndpoints(organisation).addTo(protectedRoutes);
    new TagEndpoints(organisation).addTo(protectedRoutes);
    new FileEndpoints(organisation).addTo(protectedRoutes);
    new ConnectionEndpoints(organisation).addTo(protectedRoutes);
    new WorkbookEndpoints(organisation).addTo(protectedRoutes);
  }

  Response answer(Request request) {
    return organisation.exclusively(() -> {
      try {
        return routed(request);
      } catch (Refusal refusal) {
        return envelope(request, refusal);
      }
    });
  }

  void revokeTokens() {
    organisation.exclusively(() -> {
      tokens.revokeAll();
      return true;
    });
  }

  private Response routed(Request request) {
    int query =
        request.query().values().stream()
            .mapToInt(values -> values.stream().mapToInt(String::length).sum())
            .sum();
    if (query > LONGEST_QUERY) {
      throw new Refusal(414, "uri_too_long", "URI Too Long");
    }
    return open.answer(request)
        .orElseGet(() -> {
          tokens.check(request);
          return protectedRoutes.answer(request).orElseGet(Response::unmatched);
        });
  }

  private Response envelope(Request request, Refusal refusal) {
    ObjectNode body = Json.object();
    String number = Long.toString(request.number());
    body.put("requestId", organisation.identifiers().uuid("request", number));
    boolean summary = organisation.options().has(Quirk.SUMMARY_INSTEAD_OF_MESSAGE);
    body.put(summary ? "summary" : "message", refusal.text());
    body.put("code", refusal.code());
    return Response.json(refusal.status(), body);
  }
}
