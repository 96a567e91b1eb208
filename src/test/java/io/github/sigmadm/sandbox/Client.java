package io.github.sigmadm.sandbox;

import io.github.sigmadm.sandbox.document.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A plain client of a sandbox, signed in, that asks for JSON.
final class Client {

  /// An answer, its body parsed where it is JSON.
  record Answer(int status, HttpResponse<String> response) {

    String text() {
      return response.body();
    }

    JsonNode json() {
      return Json.parse(response.body())
          .orElseThrow(() -> new AssertionError("no JSON: " + response.body()));
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    Answer expect(int expected) {
      if (status != expected) {
        throw new AssertionError("status " + status + ": " + response.body());
      }
      return this;
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final String baseUrl;
  private final String token;

  private Client(String baseUrl, String token) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  static Client of(Sandbox sandbox) {
    Client anonymous = new Client(sandbox.baseUrl(), "");
    JsonNode answer = anonymous.signIn(sandbox).expect(200).json();
    return new Client(sandbox.baseUrl(), Json.string(answer, "access_token"));
  }

  static Client anonymous(Sandbox sandbox) {
    return new Client(sandbox.baseUrl(), "");
  }

  Client withToken(String other) {
    return new Client(baseUrl, other);
  }

  Answer signIn(Sandbox sandbox) {
    return form(
        "grant_type=client_credentials&client_id="
            + encode(sandbox.options().credentials().clientId())
            + "&client_secret="
            + encode(sandbox.options().credentials().clientSecret()));
  }

  Answer form(String body) {
    return send(
        HttpRequest.newBuilder(URI.create(baseUrl + "/v2/auth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer get(String path, String... headers) {
    return call("GET", path, "", headers);
  }

  Answer post(String path, JsonNode body) {
    return call("POST", path, Json.text(body));
  }

  Answer put(String path, JsonNode body) {
    return call("PUT", path, Json.text(body));
  }

  Answer patch(String path, JsonNode body) {
    return call("PATCH", path, Json.text(body));
  }

  Answer delete(String path) {
    return call("DELETE", path, "");
  }

  /// A call with `Accept` and `Content-Type` JSON unless other headers are given.
  Answer call(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    String[] all =
        headers.length > 0
            ? headers
            : new String[] {"Accept", "application/json", "Content-Type", "application/json"};
    return send(request.headers(all));
  }

  /// Creates a model and gives its id.
  String create(ObjectNode spec) {
    return Json.string(post("/v2/dataModels/spec", spec).expect(200).json(), "dataModelId");
  }

  /// Creates a model; refused with this status and a message.
  String refusedCreate(ObjectNode spec) {
    return Json.string(post("/v2/dataModels/spec", spec).expect(400).json(), "message");
  }

  Answer update(String id, ObjectNode spec) {
    return put("/v2/dataModels/" + id + "/spec", spec);
  }

  ObjectNode spec(String id) {
    return (ObjectNode) get("/v2/dataModels/" + id + "/spec").expect(200).json();
  }

  /// All entries of a list of the `page` style.
  List<JsonNode> pages(String path) {
    List<JsonNode> entries = new ArrayList<>();
    String page = "";
    do {
      String separator = path.contains("?") ? "&" : "?";
      String address = page.isEmpty() ? path : path + separator + "page=" + encode(page);
      JsonNode answer = get(address).expect(200).json();
      answer.path("entries").forEach(entries::add);
      page = Json.string(answer, "nextPage");
    } while (!page.isEmpty());
    return entries;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
