package io.github.sigmadm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// As much of GitHub's API as a run uses: pull request 7 with its comments and labels, which keep
/// what is done to them, and calls that can be made to go wrong.
final class FakeGitHub implements AutoCloseable {

  private static final String ISSUES = "/repos/acme/models/issues/";

  /// What is done with a call.
  interface Trap {
    /// How a call goes wrong; [HostingFault#NONE] if it does not.
    ///
    /// @param number counts the calls, from 1
    HostingFault fault(int number, String call);
  }

  record Answer(int status, String type, String body) {}

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<ObjectNode> comments = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private Trap trap = (number, call) -> HostingFault.NONE;
  private int ids = 10;

  FakeGitHub() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::handle);
    http.setExecutor(threads);
    http.start();
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /// From now on calls are judged by this, and counted anew.
  synchronized void setTrap(Trap other) {
    trap = other;
    calls.clear();
  }

  synchronized void forget() {
    comments.clear();
    labels.clear();
  }

  synchronized void label(String label) {
    labels.add(label);
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /// The bodies of the comments.
  synchronized List<String> comments() {
    return comments.stream().map(comment -> comment.path("body").asString()).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      HostingFault fault;
      synchronized (this) {
        calls.add(call);
        fault = trap.fault(calls.size(), call);
      }
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      Answer answer = fault.acts() ? act(call, body) : new Answer(500, "text/plain", "");
      fault.answer(exchange, answer, token);
    }
  }

  private synchronized Answer act(String call, String body) {
    JsonMapper json = JsonMapper.shared();
    if (call.equals("POST /graphql")) {
      return ok("{\"data\":{\"viewer\":{\"login\":\"github-actions\"}}}");
    }
    if (call.equals("GET " + ISSUES + "7/labels")) {
      ArrayNode all = json.createArrayNode();
      labels.forEach(label -> all.addObject().put("name", label));
      return ok(all.toString());
    }
    if (call.matches("GET /repos/acme/models/commits/[0-9a-f]{40}/pulls")) {
      return ok("[{\"number\":7,\"merged_at\":\"2026-01-05T10:00:00Z\"}]");
    }
    if (call.equals("GET " + ISSUES + "7/comments")) {
      ArrayNode all = json.createArrayNode();
      comments.forEach(all::add);
      return ok(all.toString());
    }
    if (call.equals("POST " + ISSUES + "7/comments")) {
      ObjectNode comment = json.createObjectNode();
      comment.put("id", ++ids).put("html_url", "https://github.com/acme/models/pull/7#c" + ids);
      comment.putObject("user").put("login", "github-actions[bot]").put("type", "Bot");
      comment.set("body", json.readTree(body).path("body"));
      comments.add(comment);
      return new Answer(201, "application/json", comment.toString());
    }
    for (ObjectNode comment : List.copyOf(comments)) {
      if (call.equals("PATCH " + ISSUES + "comments/" + comment.path("id").asLong())) {
        comment.set("body", json.readTree(body).path("body"));
        return ok(comment.toString());
      }
      if (call.equals("DELETE " + ISSUES + "comments/" + comment.path("id").asLong())) {
        comments.remove(comment);
        return new Answer(204, "application/json", "");
      }
    }
    return new Answer(404, "application/json", "{\"message\":\"Not Found\"}");
  }

  private static Answer ok(String body) {
    return new Answer(200, "application/json", body);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
