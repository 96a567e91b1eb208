package io.github.sigmadm.github;

import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.Body;
import io.github.sigmadm.http.HostPolicy;
import io.github.sigmadm.http.HttpFailure;
import io.github.sigmadm.http.HttpMethod;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Repeat;
import io.github.sigmadm.http.Request;
import io.github.sigmadm.http.Response;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests to GitHub's API for one repository, and reads what comes back. The one place that
/// knows about headers, pages, limits and error bodies.
final class GitHubApi {

  /// More than any pull request or commit has; a list that does not end is a fault.
  private static final int MOST_PAGES = 200;

  private final HostedRepository repository;
  private final Optional<Secret> token;
  private final ServiceClient client;
  private final Secrets secrets;
  private final RateLimit limit;

  GitHubApi(
      HostedRepository repository,
      Optional<Secret> token,
      ServiceClient client,
      Secrets secrets,
      Pacing pacing) {
    this.repository = repository;
    this.token = token;
    this.client = client;
    this.secrets = secrets;
    this.limit = new RateLimit(pacing);
    token.ifPresent(secrets::add);
  }

  boolean hasToken() {
    return token.isPresent();
  }

  /// The address of something of the repository.
  ///
  /// @param path begins with a slash
  URI inRepository(String path) {
    return URI.create(api() + "/repos/" + repository.owner() + "/" + repository.name() + path);
  }

  /// The address of something else.
  URI at(String path) {
    return URI.create(api() + path);
  }

  /// The address of the other API, of the same service.
  URI graphql() {
    return URI.create(
        (api().endsWith("/api/v3") ? api().substring(0, api().length() - "/v3".length()) : api())
            + "/graphql");
  }

  /// Reads.
  Reply get(String action, URI uri) {
    return send(
        Request.get(action, uri)
            .expecting(response -> !response.isSuccess() || parsed(response).isPresent()));
  }

  /// Changes something, or asks in a body.
  Reply send(String action, HttpMethod method, URI uri, Repeat repeat, JsonNode body) {
    return send(
        Request.of(action, method, uri, repeat).with(Body.of(body.toString()), "application/json"));
  }

  Reply delete(String action, URI uri) {
    return send(Request.of(action, HttpMethod.DELETE, uri, Repeat.SAFE_TO_REPEAT));
  }

  /// The entries of all pages of a list.
  ///
  /// @param refused what to throw if GitHub says no
  List<JsonNode> entries(String action, URI first, Function<Reply.Refused, Trouble> refused) {
    List<JsonNode> entries = new ArrayList<>();
    Optional<URI> page = Optional.of(first);
    for (int count = 0; page.isPresent(); count++) {
      if (count == MOST_PAGES) {
        throw new Trouble.Unreachable(
            sentence(action) + "the list has more than " + MOST_PAGES + " pages.", null);
      }
      Reply.Done done = done(action, get(action, page.get()), refused);
      list(action, done).forEach(entries::add);
      page = next(done.response()).filter(uri -> HostPolicy.sameOrigin(uri, first));
    }
    return entries;
  }

  /// The entries of a list that comes at once. What is no list is no empty one.
  static JsonNode list(String action, Reply.Done done) {
    if (!done.body().isArray()) {
      throw new Trouble.Unreachable(
          sentence(action) + "GitHub's answer is not the list that was asked for. Try again later.",
          null);
    }
    return done.body();
  }

  /// The answer to a read or to a change that may be repeated.
  Reply.Done done(String action, Reply reply, Function<Reply.Refused, Trouble> refused) {
    return switch (reply) {
      case Reply.Done done -> done;
      case Reply.Refused no -> throw refused.apply(no);
      case Reply.Lost lost -> throw new Trouble.Unreachable(lost.what(), null);
    };
  }

  /// How every error about a request begins.
  static String sentence(String action) {
    return Character.toUpperCase(action.charAt(0)) + action.substring(1) + " failed: ";
  }

  private Reply send(Request bare) {
    Request request =
        bare.with("Accept", "application/vnd.github+json")
            .with("X-GitHub-Api-Version", "2022-11-28");
    if (token.isPresent()) {
      request = request.with("Authorization", "Bearer " + token.get().reveal());
    }
    try {
      for (int attempt = 1; ; attempt++) {
        Response response = client.send(request);
        if (!limit.isReached(response)) {
          return judged(request.action(), response);
        }
        Optional<Duration> wait = limit.wait(response);
        if (attempt == RateLimit.ATTEMPTS || wait.isEmpty()) {
          throw new Trouble.Unreachable(
              sentence(request.action())
                  + "GitHub's rate limit for this token is used up ("
                  + said(response)
                  + "). Try again later.",
              null);
        }
        limit.sleep(wait.get());
      }
    } catch (HttpFailure failure) {
      String message = secrets.redact(String.valueOf(failure.getMessage()));
      return switch (failure) {
        case HttpFailure.HostRefused ignored -> throw new Trouble.BadConfiguration(message);
        case HttpFailure.NotDone notDone -> throw new Trouble.Unreachable(message, notDone);
        case HttpFailure.OutcomeUnknown ignored -> new Reply.Lost(message);
      };
    }
  }

  private Reply judged(String action, Response response) {
    int status = response.status();
    Optional<JsonNode> body = parsed(response);
    if (response.isSuccess()) {
      if (body.isPresent()) {
        return new Reply.Done(body.get(), response);
      }
      return status == 204
          ? new Reply.Done(JsonMapper.shared().createObjectNode(), response)
          : new Reply.Lost(
              sentence(action) + "GitHub's answer cannot be read: it is no whole JSON.");
    }
    if (status == 401) {
      throw new Trouble.BadCredentials(
          sentence(action)
              + "GitHub does not accept the token ("
              + said(response)
              + "). Check the input github-token: it may have expired or belong to another server.");
    }
    if (status >= 500 || status == 408 || response.isWebPage()) {
      return new Reply.Lost(
          sentence(action)
              + repository.api().getHost()
              + " answered with status "
              + status
              + (response.isWebPage() ? " and a web page" : "")
              + (response.attempts() > 1 ? ", " + response.attempts() + " times" : "")
              + ". Try again later.");
    }
    if (status < 400 || response.isThrottled()) {
      throw new Trouble.Unreachable(
          sentence(action)
              + repository.api().getHost()
              + " answered with status "
              + status
              + ", which is not followed. Check that the repository was not renamed, or try again later.",
          null);
    }
    return new Reply.Refused(status, said(response));
  }

  /// GitHub's own words about an error.
  private String said(Response response) {
    String message = parsed(response).map(body -> body.path("message").asString("")).orElse("");
    String details =
        parsed(response).stream()
            .flatMap(body -> body.path("errors").valueStream())
            .map(error -> error.path("message").asString(error.path("code").asString("")))
            .filter(text -> !text.isEmpty())
            .reduce("", (one, other) -> one + "; " + other);
    String words = (message + details).isEmpty() ? "" : ": " + message + details;
    String all = "status " + response.status() + words;
    return secrets.redact(all.substring(0, Math.min(all.length(), 500)));
  }

  private String api() {
    return repository.api().toString().replaceAll("/+$", "");
  }

  /// What a body holds; empty if it is no whole JSON.
  private static Optional<JsonNode> parsed(Response response) {
    try {
      return Optional.of(JsonMapper.shared().readTree(response.body().bytes()))
          .filter(node -> node.isObject() || node.isArray());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// The address of the next page, from the `Link` header.
  private static Optional<URI> next(Response response) {
    for (String link : response.headers().first("Link").orElse("").split(",\\s*(?=<)", -1)) {
      int end = link.indexOf('>');
      if (link.startsWith("<")
          && end > 0
          && link.substring(end).matches("(?i).*\\brel=\"?next\"?.*")) {
        try {
          return Optional.of(URI.create(link.substring(1, end)));
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
