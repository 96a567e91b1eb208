package io.github.sigmadm.sigma;

import io.github.sigmadm.http.Response;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why Sigma did not do what it was asked, as far as it says. Its error bodies are JSON or YAML
/// with `message` (or `summary`), `code` and `requestId`; any of it may be missing.
///
/// @param routeMissing whether the endpoint itself does not exist, rather than what it was asked
///   about
record Refusal(
    int status,
    Optional<String> message,
    Optional<String> code,
    Optional<String> requestId,
    boolean routeMissing) {

  private static final int LONGEST_MESSAGE = 1_000;

  /// A conflict's status and code are not documented; a schema error's text speaks of
  /// `schemaVersion`, which is something else.
  private static final Pattern VERSION =
      Pattern.compile("(?i)document ?version|latest version|stale|(?<!schema)(?<!\\w)version\\b");

  /// What an answer says, without the secrets that it may repeat.
  static Refusal of(Response response, Optional<ObjectNode> body, Secrets secrets) {
    Optional<String> message =
        Stream.of("message", "summary", "error_description", "error")
            .flatMap(name -> body.flatMap(said -> said.text(name)).stream())
            .map(text -> oneLine(secrets.redact(text)))
            .filter(text -> !text.isEmpty())
            .distinct()
            .limit(2)
            .collect(Collectors.collectingAndThen(Collectors.joining("; "), Optional::of))
            .filter(text -> !text.isEmpty());
    return new Refusal(
        response.status(),
        message,
        body.flatMap(said -> said.text("code")).map(text -> oneLine(secrets.redact(text))),
        body.flatMap(said -> said.text("requestId")).map(text -> oneLine(secrets.redact(text))),
        response.status() == 404
            && response
                .headers()
                .first("errorcause")
                .filter("UnmatchedHandler"::equals)
                .isPresent());
  }

  /// Whether it says that the model has moved on.
  boolean isConflict() {
    return status == 409
        || status == 412
        || (status == 400 && message.filter(text -> VERSION.matcher(text).find()).isPresent());
  }

  /// Sigma's words in ours: `Sigma answered 400: Unknown function (request 1f…). …what to do`.
  String words() {
    StringBuilder words = new StringBuilder("Sigma answered ").append(status);
    message.or(() -> code).ifPresent(text -> words.append(": ").append(text));
    requestId.ifPresent(id -> words.append(" (request ").append(id).append(")"));
    if (words.charAt(words.length() - 1) != '.') {
      words.append('.');
    }
    hint().ifPresent(hint -> words.append(' ').append(hint));
    return words.toString();
  }

  private Optional<String> hint() {
    if (routeMissing) {
      return Optional.of(
          "This Sigma deployment does not have this endpoint. Check the API address ('api' in sigma-dm.yml, or the input 'base-url').");
    }
    if (status == 404) {
      return Optional.of("It does not exist, or the credentials cannot see it.");
    }
    if (status == 414 || status == 413) {
      return Optional.of(
          "The data model is too large for a gateway between here and Sigma. Split it.");
    }
    return message.flatMap(KnownMessage::hintFor);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }
}
