package io.github.sigmadm.http;

import dev.failsafe.Execution;
import io.github.sigmadm.http.HttpFailure.HostRefused;
import io.github.sigmadm.http.HttpFailure.Interrupted;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The client of one service: sends a request, again where that is safe and of use, and returns the
/// answer, whatever its status.
///
/// Requests go only where the host policy allows. Redirects are followed for reads within one
/// scheme, host and port, since a request may carry credentials. At most
/// [ClientSettings#concurrency] requests are under way at one time, fewer while the service
/// complains about the load. Safe for use by many threads; callers block, so give them virtual
/// ones.
public final class ServiceClient implements AutoCloseable {

  private static final int MOST_REDIRECTS = 5;

  private final ClientSettings settings;
  private final HostPolicy hosts;
  private final Secrets secrets;
  private final Pacing pacing;
  private final RequestLog log;
  private final RetryRules rules;
  private final ConcurrencyLimit limit;
  private final Transport transport;

  public ServiceClient(
      ClientSettings settings, HostPolicy hosts, Secrets secrets, Pacing pacing, RequestLog log) {
    this.settings = settings;
    this.hosts = hosts;
    this.secrets = secrets;
    this.pacing = pacing;
    this.log = log;
    this.rules = new RetryRules(settings, pacing);
    this.limit = new ConcurrencyLimit(settings.concurrency());
    this.transport = new Transport(settings);
  }

  /// Sends a request and waits for its answer.
  ///
  /// When the attempts are used up, the last answer is returned if there was one.
  ///
  /// @throws HttpFailure when there is no answer; its type says whether the service may have acted
  public Response send(Request request) throws HttpFailure {
    Execution<Response> execution = Execution.of(rules.policyFor(request));
    for (int attempt = 1; ; attempt++) {
      try {
        Response response = followed(request).after(attempt);
        execution.recordResult(response);
        if (execution.isComplete()) {
          return response;
        }
      } catch (HttpFailure failure) {
        execution.recordException(failure);
        if (execution.isComplete()) {
          throw failure;
        }
      }
      pause(request, execution.getDelay());
    }
  }

  /// Ends what is under way and lets go of all connections.
  @Override
  public void close() {
    transport.close();
  }

  private void pause(Request request, Duration delay) throws HttpFailure {
    write(summary(request) + ": trying again in " + delay.toMillis() + " ms");
    try {
      pacing.sleeper().sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted(request.action(), e);
    }
  }

  private Response followed(Request request) throws HttpFailure {
    Request next = request;
    for (int redirects = 0; ; redirects++) {
      Response response = limited(next);
      Optional<URI> target = redirect(next, response);
      if (target.isEmpty() || redirects == MOST_REDIRECTS) {
        return response;
      }
      next = next.at(target.get());
    }
  }

  private static Optional<URI> redirect(Request request, Response response) {
    boolean followable =
        request.method() == HttpMethod.GET
            && switch (response.status()) {
              case 301, 302, 303, 307, 308 -> true;
              default -> false;
            };
    return response
        .headers()
        .first("Location")
        .filter(location -> followable)
        .flatMap(location -> resolved(request.uri(), location))
        .filter(target -> HostPolicy.sameOrigin(request.uri(), target));
  }

  private static Optional<URI> resolved(URI from, String location) {
    try {
      return Optional.of(from.resolve(location)).filter(target -> target.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Response limited(Request request) throws HttpFailure {
    refuseOtherHosts(request);
    long entered;
    try {
      entered = limit.enter();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted(request.action(), e);
    }
    boolean throttled = false;
    try {
      Response response = logged(request);
      throttled = response.isThrottled();
      return response;
    } finally {
      limit.leave(entered, throttled);
    }
  }

  private void refuseOtherHosts(Request request) throws HostRefused {
    if (!hosts.allows(request.uri())) {
      URI uri = request.uri();
      String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
      throw new HostRefused(
          request.action(),
          "requests to %s://%s%s are not allowed, and nothing was sent. Check the address; a host of your own has to be listed in the input 'allowed-hosts'."
              .formatted(uri.getScheme(), uri.getHost(), port));
    }
  }

  private Response logged(Request request) throws HttpFailure {
    long start = System.nanoTime();
    try {
      Response response = transport.send(request);
      write(
          summary(request)
              + (": " + response.status() + ", " + response.body())
              + (" in " + since(start) + " ms"));
      return response;
    } catch (HttpFailure failure) {
      write(
          summary(request)
              + (": " + failure.getClass().getSimpleName())
              + (" after " + since(start) + " ms"));
      throw failure;
    }
  }

  private void write(String line) {
    log.write(secrets.redact(settings.service() + ": " + line));
  }

  private static long since(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private static String summary(Request request) {
    String query = request.uri().getRawQuery();
    String names =
        query == null
            ? ""
            : Stream.of(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2)[0])
                .collect(Collectors.joining("&", "?", ""));
    return request.method() + " " + request.uri().getRawPath() + names;
  }
}
