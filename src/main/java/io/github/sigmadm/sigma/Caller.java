package io.github.sigmadm.sigma;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.Body;
import io.github.sigmadm.http.HttpFailure;
import io.github.sigmadm.http.Request;
import io.github.sigmadm.http.Response;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sends calls to Sigma with a token, and reads what comes back. The one place that knows about
/// transport, media types and error bodies.
final class Caller {

  /// The most that Sigma gives at once.
  private static final String PAGE_SIZE = "1000";

  /// The same where the cursor is a token.
  private static final String TOKEN_PAGE_SIZE = "500";

  private static final ObjectNode NOTHING = new ObjectNode(List.of(), Span.FILE_START);

  private final URI api;
  private final ServiceClient client;
  private final Tokens tokens;
  private final Secrets secrets;

  Caller(URI api, ServiceClient client, Tokens tokens, Secrets secrets) {
    this.api = api;
    this.client = client;
    this.tokens = tokens;
    this.secrets = secrets;
  }

  /// Sends a call.
  ///
  /// @throws Trouble if the credentials are bad or do not reach so far, or if there was no way
  ///   through; nothing was done then
  Answer send(Call call) {
    AnswerText text = new AnswerText(call.expects());
    try {
      String token = tokens.current();
      Response response = client.send(request(call, token, text));
      if (response.status() == 401) {
        response = client.send(request(call, tokens.insteadOf(token), text));
      }
      return judged(call, response, text);
    } catch (HttpFailure failure) {
      return switch (failure) {
        case HttpFailure.NotDone notDone -> throw unreachable(notDone, secrets);
        case HttpFailure.OutcomeUnknown unknown ->
            new Answer.Lost(secrets.redact(String.valueOf(unknown.getMessage())));
      };
    }
  }

  /// What Sigma says to a read.
  ///
  /// @throws Trouble if it says nothing, or no
  ObjectNode read(Call call) {
    return switch (send(call)) {
      case Answer.Done done -> done.said();
      case Answer.Refused refused -> throw rejected(call, refused.refusal());
      case Answer.Lost lost -> throw new Trouble.Unreachable(lost.what(), null);
    };
  }

  /// What Sigma says to a read; empty if what it asks about does not exist, or is out of sight.
  ///
  /// @throws Trouble if it says nothing, or no in another way
  Optional<ObjectNode> find(Call call) {
    return switch (send(call)) {
      case Answer.Done done -> Optional.of(done.said());
      case Answer.Refused(Refusal refusal)
          when refusal.status() == 404 && !refusal.routeMissing() ->
          Optional.empty();
      case Answer.Refused refused -> throw rejected(call, refused.refusal());
      case Answer.Lost lost -> throw new Trouble.Unreachable(lost.what(), null);
    };
  }

  /// The entries of all pages of a list with the cursor in `page` and `nextPage`.
  List<ObjectNode> entries(Call call) {
    return firstEntries(call, Integer.MAX_VALUE);
  }

  /// The same, but no further page once there are so many.
  List<ObjectNode> firstEntries(Call call, int most) {
    Call first = call.with("limit", PAGE_SIZE);
    return entries(first, read(first), most);
  }

  /// The entries of all pages of a list with the cursor in `pageToken` and `nextPageToken`; empty
  /// if what it asks about does not exist. An answer that gives its cursor in `nextPage` all the
  /// same is asked on with `page`.
  Optional<List<ObjectNode>> tokenEntries(Call call) {
    Call first = call.with("pageSize", TOKEN_PAGE_SIZE);
    return find(first).map(page -> entries(first, page, Integer.MAX_VALUE));
  }

  /// The entries of a list that comes at once.
  List<ObjectNode> allEntries(Call call) {
    return entries(call, read(call), 0);
  }

  private List<ObjectNode> entries(Call first, ObjectNode firstPage, int most) {
    List<ObjectNode> entries = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    ObjectNode page = firstPage;
    while (true) {
      if (!(page.get("entries").orElse(null) instanceof ArrayNode)) {
        throw senseless(first, "has no 'entries'");
      }
      entries.addAll(page.objects("entries"));
      Optional<Cursor> next = Cursor.in(page);
      if (next.isEmpty() || entries.size() >= most) {
        return entries;
      }
      if (!cursors.add(next.get().value())) {
        throw senseless(first, "names a next page that came before");
      }
      page = read(first.with(next.get().parameter(), next.get().value()));
    }
  }

  /// Where a list goes on.
  ///
  /// @param parameter the query parameter in which the endpoint takes the value back
  private record Cursor(String parameter, String value) {
    static Optional<Cursor> in(ObjectNode page) {
      return Said.cursor(page, "nextPageToken")
          .map(value -> new Cursor("pageToken", value))
          .or(() -> Said.cursor(page, "nextPage").map(value -> new Cursor("page", value)));
    }
  }

  /// A required part of an answer.
  <T> T required(Call call, Optional<T> value, String name) {
    return value.orElseThrow(() -> senseless(call, "lacks '" + name + "'"));
  }

  /// Trouble for an answer that is whole and does not hold what it must.
  Trouble senseless(Call call, String what) {
    return new Trouble.Unreachable(
        secrets.redact(
            sentence(call)
                + "Sigma's answer "
                + what
                + ". Try again; if it stays, the API changed."),
        null);
  }

  /// Trouble for a refusal that has no better meaning.
  Trouble rejected(Call call, Refusal refusal) {
    return new Trouble.Rejected(secrets.redact(sentence(call) + refusal.words()));
  }

  /// How every error about a call begins.
  static String sentence(Call call) {
    return Character.toUpperCase(call.action().charAt(0))
        + call.action().substring(1)
        + " failed: ";
  }

  static Trouble unreachable(HttpFailure failure, Secrets secrets) {
    String message = secrets.redact(String.valueOf(failure.getMessage()));
    return failure instanceof HttpFailure.HostRefused
        ? new Trouble.BadConfiguration(message)
        : new Trouble.Unreachable(message, failure);
  }

  /// What came instead of an answer, and what to do.
  static String said(Response response, Refusal refusal, String host) {
    String tries = response.attempts() == 1 ? "" : " (asked " + response.attempts() + " times)";
    if (response.isThrottled()) {
      return "Sigma turns requests away for the load with status "
          + response.status()
          + tries
          + ". Try again later, or lower 'max-parallel'.";
    }
    if (response.isWebPage()) {
      return host
          + " answered with a web page (status "
          + response.status()
          + ") and not as Sigma's API does"
          + tries
          + ". A proxy or firewall is in the way, or this is not the API host: check the address and the organisation's list of allowed IP addresses.";
    }
    if (response.status() >= 300 && response.status() < 400) {
      return host
          + " redirects to elsewhere (status "
          + response.status()
          + "), which is not followed. Check the API address.";
    }
    if (response.isSuccess()) {
      return "Sigma's answer cannot be read: it is no whole JSON or YAML object" + tries + ".";
    }
    return refusal.words()
        + (tries.isEmpty() ? "" : " It was" + tries.replaceAll("[()]", "") + ".");
  }

  private Request request(Call call, String token, AnswerText text) {
    String base = api.toString().replaceAll("/+$", "");
    URI uri = URI.create(base + call.path() + (call.query().isEmpty() ? "" : "?" + call.query()));
    Request request =
        Request.of(call.action(), call.method(), uri, call.repeat())
            .with("Accept", "application/json")
            .with("Authorization", "Bearer " + token);
    if (call.expects() != Call.Expected.CONFIRMATION) {
      request =
          request.expecting(response -> !response.isSuccess() || text.read(response).isPresent());
    }
    return call.body().isPresent()
        ? request.with(Body.of(TreeWriter.compact(call.body().get())), "application/json")
        : request;
  }

  private Answer judged(Call call, Response response, AnswerText text) {
    Optional<ObjectNode> body = text.read(response);
    Refusal refusal = Refusal.of(response, body, secrets);
    String story = secrets.redact(sentence(call) + said(response, refusal, api.getHost()));
    if (response.isSuccess()) {
      boolean silent = response.body().isBlank() && call.expects() == Call.Expected.CONFIRMATION;
      return body.or(() -> silent ? Optional.of(NOTHING) : Optional.empty())
          .<Answer>map(Answer.Done::new)
          .orElseGet(() -> new Answer.Lost(story));
    }
    int status = response.status();
    if (status >= 500 || status == 408) {
      return new Answer.Lost(story);
    }
    if (response.isThrottled() || response.isWebPage() || status < 400) {
      throw new Trouble.Unreachable(story, null);
    }
    return switch (status) {
      case 401 ->
          throw new Trouble.BadCredentials(
              story
                  + " A new token was refused too. Check that "
                  + api.getHost()
                  + " is the API host of your organisation's region, and that the credentials are still valid.");
      case 403 -> throw new Trouble.NotAllowed(story + " " + call.access().advice());
      default -> new Answer.Refused(refusal);
    };
  }
}
