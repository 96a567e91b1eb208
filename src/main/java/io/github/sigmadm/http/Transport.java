package io.github.sigmadm.http;

import io.github.sigmadm.http.HttpFailure.AnswerLost;
import io.github.sigmadm.http.HttpFailure.Interrupted;
import io.github.sigmadm.http.HttpFailure.TimedOut;
import io.github.sigmadm.http.HttpFailure.TooLarge;
import io.github.sigmadm.http.HttpFailure.Unreachable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLHandshakeException;

/// One attempt at one request through the JDK's client: HTTP/2 where the service offers it, no
/// redirects, bounded in time and size, and every way to fail given its name.
final class Transport implements AutoCloseable {

  private final ClientSettings settings;
  private final HttpClient client;

  Transport(ClientSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  Response send(Request request) throws HttpFailure {
    Duration limit = request.timeout().orElse(settings.timeout());
    CompletableFuture<HttpResponse<byte[]>> underWay =
        client.sendAsync(forJdk(request), answer -> new BoundedBody(settings.longestAnswer()));
    try {
      // The JDK's own limit ends with the headers; this one covers the body too.
      HttpResponse<byte[]> answer = underWay.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      Headers headers = Headers.of(answer.headers().map());
      return new Response(
          answer.statusCode(), headers, Body.of(unpacked(request, headers, answer.body())), 1);
    } catch (TimeoutException e) {
      underWay.cancel(true);
      throw new TimedOut(
          request.action(),
          "%s did not answer within %s. Whether it got the request is unknown."
              .formatted(peer(request), words(limit)));
    } catch (InterruptedException e) {
      underWay.cancel(true);
      Thread.currentThread().interrupt();
      throw new Interrupted(request.action(), e);
    } catch (ExecutionException e) {
      throw failure(request, e.getCause() == null ? e : e.getCause());
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest forJdk(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            // Without TLS there is no way to offer HTTP/2 but an upgrade that servers trip over.
            .version(
                request.uri().getScheme().equalsIgnoreCase("https")
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .method(
                request.method().name(),
                request.body().size() == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(request.body().bytes()));
    request
        .headers()
        .with("User-Agent", settings.userAgent())
        .with("Accept-Encoding", "gzip")
        .fields()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  private byte[] unpacked(Request request, Headers headers, byte[] body) throws HttpFailure {
    String encoding = headers.first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    if (body.length == 0 || !(encoding.equals("gzip") || encoding.equals("x-gzip"))) {
      return body;
    }
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] unpacked = stream.readNBytes(settings.longestAnswer());
      if (stream.read() != -1) {
        throw tooLarge(request);
      }
      return unpacked;
    } catch (IOException e) {
      throw new AnswerLost(
          request.action(), "the answer of " + peer(request) + " could not be unpacked.", e);
    }
  }

  private HttpFailure failure(Request request, Throwable cause) {
    return switch (cause) {
      case BoundedBody.LimitExceeded ignored -> tooLarge(request);
      case HttpConnectTimeoutException timeout ->
          unreachable(
              request,
              "there was no connection within " + words(settings.connectTimeout()),
              true,
              timeout);
      case ConnectException refused ->
          unreachable(
              request,
              hasCause(refused, UnresolvedAddressException.class)
                  ? "the name of the host does not resolve"
                  : "the connection was refused",
              true,
              refused);
      case SSLHandshakeException untrusted when hasCause(untrusted, CertificateException.class) ->
          unreachable(request, "its certificate is not trusted", false, untrusted);
      case SSLHandshakeException handshake ->
          unreachable(request, "the TLS handshake failed", true, handshake);
      default ->
          new AnswerLost(
              request.action(),
              "the connection to %s broke before its answer was there. Whether it acted on the request is unknown."
                  .formatted(peer(request)),
              cause);
    };
  }

  private Unreachable unreachable(Request request, String why, boolean passing, Throwable cause) {
    return new Unreachable(
        request.action(),
        "%s cannot be reached: %s. Check the address and the network."
            .formatted(peer(request), why),
        passing,
        cause);
  }

  private TooLarge tooLarge(Request request) {
    return new TooLarge(
        request.action(),
        "the answer of "
            + peer(request)
            + " is longer than "
            + settings.longestAnswer()
            + " bytes, the most that is read.");
  }

  private String peer(Request request) {
    return settings.service() + " (" + request.uri().getHost() + ")";
  }

  private static boolean hasCause(Throwable problem, Class<? extends Throwable> kind) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String words(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
