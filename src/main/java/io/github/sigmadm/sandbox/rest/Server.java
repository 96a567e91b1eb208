package io.github.sigmadm.sandbox.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.store.Organisation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// The listener on loopback: it turns exchanges into [Request]s and [Response]s into exchanges, and
/// lets the interceptions have their way in between.
public final class Server implements AutoCloseable {

  /// What becomes of a request: an answer, whole or cut, or none.
  private sealed interface Outcome {
    record Answered(Response response) implements Outcome {}

    record CutShort(Response response, int bytes) implements Outcome {}

    record Dropped() implements Outcome {}
  }

  private static final int MOST_AT_ONCE = 5;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Api api;
  private final Duration latency;
  private final RequestLog log = new RequestLog();
  private final Interceptions interceptions = new Interceptions();
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final boolean limited;

  private Server(HttpServer http, Organisation organisation) {
    this.http = http;
    this.api = new Api(organisation);
    this.latency = organisation.options().latency();
    this.limited = organisation.options().has(Quirk.SIXTH_AT_ONCE_REFUSED);
  }

  /// Listens at once. An [UncheckedIOException] says that the port is taken.
  public static Server start(Organisation organisation) {
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), organisation.options().port());
      Server server = new Server(HttpServer.create(address, 0), organisation);
      server.http.createContext("/", server::handle);
      server.http.setExecutor(server.threads);
      server.http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The sandbox cannot listen on port " + organisation.options().port(), e);
    }
  }

  public int port() {
    return http.getAddress().getPort();
  }

  public RequestLog log() {
    return log;
  }

  /// Does something to requests, at most so many times.
  public InterceptionHandle intercept(
      Predicate<Request> which, Interception interception, int most) {
    return interceptions.add(which, interception, most);
  }

  /// Makes all tokens invalid.
  public void revokeTokens() {
    api.revokeTokens();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  /// Whatever happens, the exchange ends: a client that waits for an answer would wait for ever.
  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange, request(exchange));
    }
  }

  private void answer(HttpExchange exchange, Request request) throws IOException {
    Outcome outcome = outcomeOrDefect(request);
    int status =
        switch (outcome) {
          case Outcome.Answered(Response response) -> response.status();
          case Outcome.CutShort(Response response, int _) -> response.status();
          case Outcome.Dropped() -> 0;
        };
    log.add(
        new LoggedRequest(
            request.number(), request.method(), request.path(), request.query(), status));
    switch (outcome) {
      case Outcome.Answered(Response response) -> send(exchange, response, Integer.MAX_VALUE);
      case Outcome.CutShort(Response response, int bytes) -> send(exchange, response, bytes);
      case Outcome.Dropped() -> {}
    }
  }

  /// A defect of the sandbox is an answer too: without one the client would see a lost connection.
  private Outcome outcomeOrDefect(Request request) {
    try {
      return outcome(request);
    } catch (RuntimeException | Error defect) {
      StringWriter trace = new StringWriter();
      defect.printStackTrace(new PrintWriter(trace));
      String text = "The sandbox itself has a defect.\n" + trace;
      return new Outcome.Answered(Response.text(500, "text/plain; charset=utf-8", text));
    }
  }

  private Outcome outcome(Request request) {
    Optional<Outcome> early = interfere(request, Interception.Moment.BEFORE, Optional.empty());
    if (early.isPresent()) {
      return early.get();
    }
    Response response = throttled(request);
    return interfere(request, Interception.Moment.AFTER, Optional.of(response))
        .orElseGet(() -> new Outcome.Answered(response));
  }

  private Response throttled(Request request) {
    if (!limited || !request.path().toLowerCase(Locale.ROOT).startsWith("/v2/datamodels")) {
      return answer(request);
    }
    try {
      return atOnce.incrementAndGet() > MOST_AT_ONCE
          ? Response.text(429, "text/html", "<html>Too Many Requests</html>")
          : answer(request);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private Response answer(Request request) {
    pause(latency);
    return api.answer(request);
  }

  private Optional<Outcome> interfere(
      Request request, Interception.Moment moment, Optional<Response> response) {
    for (Effect effect : interceptions.effects(request, moment)) {
      switch (effect) {
        case Effect.Delay(Duration duration) -> pause(duration);
        case Effect.Run(Runnable action) -> action.run();
        case Effect.Answer(Response other) -> {
          return Optional.of(new Outcome.Answered(other));
        }
        case Effect.Drop() -> {
          return Optional.of(new Outcome.Dropped());
        }
        case Effect.Cut(int bytes) -> {
          return response.map(whole -> new Outcome.CutShort(whole, bytes));
        }
      }
    }
    return Optional.empty();
  }

  private Request request(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    String query = exchange.getRequestURI().getRawQuery();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new Request(
        numbers.incrementAndGet(),
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Queries.parse(query == null ? "" : query),
        headers,
        body);
  }

  private static void send(HttpExchange exchange, Response response, int most) throws IOException {
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      OutputStream stream = exchange.getResponseBody();
      stream.write(body, 0, Math.min(most, body.length));
      // A cut answer shall arrive as far as it goes; closing alone would discard it.
      stream.flush();
    }
  }

  private static void pause(Duration duration) {
    if (!duration.isPositive()) {
      return;
    }
    try {
      Thread.sleep(duration);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
