package io.github.sigmadm.sigma;

import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Credentials;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.Body;
import io.github.sigmadm.http.HttpFailure;
import io.github.sigmadm.http.HttpMethod;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Repeat;
import io.github.sigmadm.http.Request;
import io.github.sigmadm.http.Response;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/// Gets access tokens for client credentials and holds on to them.
///
/// A token is fetched when the first call needs one, once for all threads that wait for it, and
/// again when five sixths of its hour are over or Sigma refuses it. The token endpoint is called at
/// most once a second, which is its documented limit. Credentials that were refused are not tried
/// again.
final class Tokens {

  private static final Duration SPACING = Duration.ofSeconds(1);

  /// What Sigma has been seen to say to good credentials sent in a way that it does not take from
  /// them.
  private static final String OTHER_WAY = "Invalid access/refresh token";

  private final URI endpoint;
  private final Credentials credentials;
  private final ServiceClient client;
  private final Secrets secrets;
  private final Pacing pacing;

  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Token> held = Optional.empty();
  private Optional<CompletableFuture<Token>> underWay = Optional.empty();
  private Optional<Trouble.BadCredentials> verdict = Optional.empty();

  // Used only by the one thread that fetches.
  private volatile boolean basic;
  private volatile Instant earliest = Instant.MIN;

  private record Token(String value, Instant renewal) {}

  Tokens(
      URI endpoint, Credentials credentials, ServiceClient client, Secrets secrets, Pacing pacing) {
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.client = client;
    this.secrets = secrets;
    this.pacing = pacing;
    secrets.add(credentials.clientId());
    secrets.add(credentials.clientSecret());
  }

  /// A token to call with.
  String current() {
    return token(Optional.empty());
  }

  /// A token other than one that Sigma refused.
  String insteadOf(String refused) {
    return token(Optional.of(refused));
  }

  private String token(Optional<String> refused) {
    CompletableFuture<Token> flight = new CompletableFuture<>();
    boolean ours;
    lock.lock();
    try {
      if (verdict.isPresent()) {
        throw verdict.get();
      }
      Optional<Token> good =
          held.filter(token -> pacing.clock().instant().isBefore(token.renewal()))
              .filter(token -> !refused.equals(Optional.of(token.value())));
      if (good.isPresent()) {
        return good.get().value();
      }
      ours = underWay.isEmpty();
      if (ours) {
        underWay = Optional.of(flight);
      } else {
        flight = underWay.get();
      }
    } finally {
      lock.unlock();
    }
    if (ours) {
      land(flight);
    }
    try {
      return flight.join().value();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Trouble trouble ? trouble : e;
    }
  }

  /// Fetches a token for everyone who waits for it.
  private void land(CompletableFuture<Token> flight) {
    try {
      Token token = fetch();
      settle(Optional.of(token), Optional.empty());
      flight.complete(token);
    } catch (Trouble.BadCredentials refused) {
      settle(Optional.empty(), Optional.of(refused));
      flight.completeExceptionally(refused);
    } catch (RuntimeException e) {
      settle(Optional.empty(), Optional.empty());
      flight.completeExceptionally(e);
    }
  }

  private void settle(Optional<Token> token, Optional<Trouble.BadCredentials> refused) {
    lock.lock();
    try {
      held = token;
      verdict = refused;
      underWay = Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Token fetch() {
    AnswerText text = new AnswerText();
    Response response = ask(basic, text);
    Refusal refusal = Refusal.of(response, text.read(response), secrets);
    if (response.status() == 400
        && !basic
        && refusal.message().filter(said -> said.contains(OTHER_WAY)).isPresent()) {
      basic = true;
      response = ask(true, text);
      refusal = Refusal.of(response, text.read(response), secrets);
    }
    Optional<ObjectNode> said = text.read(response);
    Optional<String> token = said.flatMap(body -> body.text("access_token"));
    if (response.isSuccess() && token.isPresent()) {
      secrets.add(new Secret(token.get()));
      said.flatMap(body -> body.text("refresh_token"))
          .ifPresent(refresh -> secrets.add(new Secret(refresh)));
      return new Token(token.get(), pacing.clock().instant().plus(useful(said.get())));
    }
    throw trouble(response, refusal);
  }

  /// Five sixths of its life: 50 minutes of the usual hour.
  private static Duration useful(ObjectNode said) {
    long seconds =
        said.get("expires_in").orElse(null) instanceof NumberNode number
            ? number.value().longValue()
            : 3600;
    return Duration.ofSeconds(seconds).multipliedBy(5).dividedBy(6);
  }

  private Response ask(boolean asBasic, AnswerText text) {
    keepDistance();
    String id = credentials.clientId().reveal();
    String secret = credentials.clientSecret().reveal();
    Request request =
        Request.of(
                "getting an access token from Sigma",
                HttpMethod.POST,
                endpoint,
                Repeat.SAFE_TO_REPEAT)
            .with("Accept", "application/json")
            .every(SPACING)
            .expecting(response -> !response.isSuccess() || text.read(response).isPresent());
    String form = "grant_type=client_credentials";
    if (asBasic) {
      byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
      request = request.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    } else {
      form += "&client_id=" + Call.encoded(id) + "&client_secret=" + Call.encoded(secret);
    }
    try {
      return client.send(request.with(Body.of(form), "application/x-www-form-urlencoded"));
    } catch (HttpFailure failure) {
      throw Caller.unreachable(failure, secrets);
    } finally {
      earliest = pacing.clock().instant().plus(SPACING);
    }
  }

  private void keepDistance() {
    Instant now = pacing.clock().instant();
    if (now.isBefore(earliest)) {
      try {
        pacing.sleeper().sleep(Duration.between(now, earliest));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Trouble.Unreachable("Getting an access token from Sigma was interrupted.", e);
      }
    }
  }

  private Trouble trouble(Response response, Refusal refusal) {
    String host = endpoint.getHost();
    boolean refused =
        response.status() == 400 || response.status() == 401 || response.status() == 403;
    if (refused && !response.isWebPage()) {
      return new Trouble.BadCredentials(
          secrets.redact(
              "Sigma does not accept the client id and secret at "
                  + host
                  + ". "
                  + refusal.words()
                  + " Check both, and that this is the API host of your organisation's region (Administration > Developer Access shows all three): credentials work on that host only."));
    }
    return new Trouble.Unreachable(
        secrets.redact(
            "Getting an access token from Sigma failed: " + Caller.said(response, refusal, host)),
        null);
  }
}
