package io.github.sigmadm.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/// A Git server over http on this machine: `git http-backend` behind the JDK's small web server.
final class GitServer implements AutoCloseable {

  private final HttpServer server;
  private final Path repositories;
  private final Optional<String> authorization;
  private final AtomicInteger failuresLeft = new AtomicInteger();

  private volatile boolean old;

  /// What every request had as `Authorization`.
  final List<Optional<String>> authorizations = new CopyOnWriteArrayList<>();

  /// @param authorization the only `Authorization` that is let in; empty for everybody
  GitServer(Path repositories, Optional<String> authorization) throws IOException {
    this.repositories = repositories;
    this.authorization = authorization;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  /// Makes the next requests fail with 503.
  void failNext(int requests) {
    failuresLeft.set(requests);
  }

  /// Speaks only the old protocol from now on, in which a server refuses what it did not offer.
  void speakOldProtocol() {
    old = true;
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<String> given =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
      authorizations.add(given);
      if (failuresLeft.getAndDecrement() > 0) {
        exchange.sendResponseHeaders(503, -1);
      } else if (authorization.isPresent() && !authorization.equals(given)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"test\"");
        exchange.sendResponseHeaders(401, -1);
      } else {
        runBackend(exchange);
      }
    }
  }

  private void runBackend(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = builder.environment();
    WorkTree.environment(environment);
    environment.put("GIT_PROJECT_ROOT", repositories.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put("QUERY_STRING", header(exchange.getRequestURI().getRawQuery()));
    environment.put("CONTENT_TYPE", header(exchange.getRequestHeaders().getFirst("Content-Type")));
    environment.put(
        "GIT_PROTOCOL", old ? "" : header(exchange.getRequestHeaders().getFirst("Git-Protocol")));
    Process process = builder.start();
    InputStream body = exchange.getRequestBody();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      body = new GZIPInputStream(body);
    }
    try (OutputStream input = process.getOutputStream()) {
      body.transferTo(input);
    }
    InputStream output = process.getInputStream();
    int status = 200;
    for (String line = line(output); !line.isEmpty(); line = line(output)) {
      String[] field = line.split(": ", 2);
      if (field[0].equals("Status")) {
        status = Integer.parseInt(field[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(field[0], field[1]);
      }
    }
    exchange.sendResponseHeaders(status, 0);
    output.transferTo(exchange.getResponseBody());
  }

  private static String header(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }

  private static String line(InputStream input) throws IOException {
    List<Byte> bytes = new ArrayList<>();
    for (int next = input.read(); next != '\n' && next != -1; next = input.read()) {
      if (next != '\r') {
        bytes.add((byte) next);
      }
    }
    byte[] line = new byte[bytes.size()];
    for (int i = 0; i < line.length; i++) {
      line[i] = bytes.get(i);
    }
    return new String(line, StandardCharsets.ISO_8859_1);
  }
}
