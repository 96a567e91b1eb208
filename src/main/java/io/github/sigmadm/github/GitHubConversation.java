package io.github.sigmadm.github;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Conversation;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.HttpMethod;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Repeat;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pull requests of a repository on GitHub.
///
/// A comment is ours if it has the marker and the token's owner wrote it: a marker that somebody
/// else copied into a comment of theirs means nothing. Where runs at the same time made a comment
/// each, the oldest stays and the others go.
public final class GitHubConversation implements Conversation {

  private static final int ATTEMPTS = 2;

  private final GitHubApi api;
  private final Viewer viewer;

  /// @param token without it nothing can be written
  /// @param client stays the caller's to close
  /// @param secrets learns the token
  public GitHubConversation(
      HostedRepository repository,
      Optional<Secret> token,
      ServiceClient client,
      Secrets secrets,
      Pacing pacing) {
    this.api = new GitHubApi(repository, token, client, secrets, pacing);
    this.viewer = new Viewer(api);
  }

  @Override
  public Optional<Comment> find(int pullRequest, String marker) {
    return ours(pullRequest, marker).stream().findFirst().map(GitHubConversation::comment);
  }

  @Override
  public Comment upsert(int pullRequest, String marker, String body) {
    if (!api.hasToken()) {
      throw new Trouble.NotAllowed(
          "There is no token to comment on pull request #%d with. Set the input github-token, or `comment: never`."
              .formatted(pullRequest));
    }
    List<JsonNode> ours = ours(pullRequest, marker);
    if (ours.isEmpty()) {
      return create(pullRequest, marker, body);
    }
    return settled(pullRequest, ours, body)
        .orElseGet(() -> instead(pullRequest, marker, ours.getFirst(), body));
  }

  @Override
  public Set<String> labels(int pullRequest) {
    String action = "reading the labels of pull request #" + pullRequest + " from GitHub";
    Set<String> labels = new TreeSet<>();
    for (JsonNode label :
        api.entries(
            action,
            api.inRepository("/issues/" + pullRequest + "/labels?per_page=100"),
            no -> notAllowed(action, no, "pull-requests: read"))) {
      labels.add(label.path("name").asString(""));
    }
    return labels;
  }

  @Override
  public OptionalInt mergedBy(Commit commit) {
    String action =
        "asking GitHub for the pull request that brought commit " + commit.abbreviated();
    Reply reply = api.get(action, api.inRepository("/commits/" + commit + "/pulls?per_page=100"));
    if (reply instanceof Reply.Refused(int status, String ignored) && status == 422) {
      // The service does not know the commit. A 404 says that the token sees no repository.
      return OptionalInt.empty();
    }
    JsonNode pulls =
        GitHubApi.list(
            action, api.done(action, reply, no -> notAllowed(action, no, "pull-requests: read")));
    return pulls
        .valueStream()
        .filter(pull -> !pull.path("merged_at").asString("").isEmpty())
        .max(
            // Of a rebased pull request only the last commit is its merge commit.
            Comparator.comparing((JsonNode pull) ->
                    pull.path("merge_commit_sha").asString("").equals(commit.id()))
                .thenComparing(pull -> pull.path("merged_at").asString("")))
        .map(pull -> OptionalInt.of(pull.path("number").asInt(0)))
        .orElse(OptionalInt.empty());
  }

  /// Our comments that begin with a marker, oldest first. Further on in a comment it could be a
  /// spec's text.
  private List<JsonNode> ours(int pullRequest, String marker) {
    String action = "reading the comments of pull request #" + pullRequest + " from GitHub";
    List<JsonNode> marked =
        api
            .entries(
                action,
                api.inRepository("/issues/" + pullRequest + "/comments?per_page=100"),
                no -> notAllowed(action, no, "pull-requests: write"))
            .stream()
            .filter(comment -> comment.path("body").asString("").startsWith(marker))
            .toList();
    return marked.stream()
        .filter(comment -> viewer.is(comment.path("user")))
        .sorted(Comparator.comparingLong(comment -> comment.path("id").asLong(0)))
        .toList();
  }

  /// Another comment in the place of one that GitHub does not find. If it is still listed, it was
  /// not deleted, and another would be a second one.
  private Comment instead(int pullRequest, String marker, JsonNode missing, String body) {
    boolean isThere =
        ours(pullRequest, marker).stream()
            .anyMatch(comment -> comment.path("id").equals(missing.path("id")));
    if (isThere) {
      throw new Trouble.NotAllowed(
          "GitHub lists the comment %s on pull request #%d and does not find it when it is to be edited. Give the job `permissions: pull-requests: write`."
              .formatted(missing.path("id").asString(""), pullRequest));
    }
    return create(pullRequest, marker, body);
  }

  /// Leaves one of our comments, the oldest, with a body; empty if it was deleted meanwhile.
  private Optional<Comment> settled(int pullRequest, List<JsonNode> ours, String body) {
    Optional<Comment> oldest = edit(pullRequest, ours.getFirst(), body);
    if (oldest.isPresent()) {
      for (JsonNode other : ours.subList(1, ours.size())) {
        api.delete("deleting a second comment on pull request #" + pullRequest, address(other));
      }
    }
    return oldest;
  }

  private Optional<Comment> edit(int pullRequest, JsonNode existing, String body) {
    if (lines(existing.path("body").asString("")).equals(lines(body))) {
      return Optional.of(comment(existing));
    }
    String action = "editing the comment on pull request #" + pullRequest;
    Reply reply =
        api.send(action, HttpMethod.PATCH, address(existing), Repeat.SAFE_TO_REPEAT, content(body));
    if (reply instanceof Reply.Refused no && (no.status() == 404 || no.status() == 410)) {
      return Optional.empty();
    }
    return Optional.of(comment(api.done(action, reply, no -> refused(action, no)).body()));
  }

  private Comment create(int pullRequest, String marker, String body) {
    String action = "commenting on pull request #" + pullRequest;
    URI address = api.inRepository("/issues/" + pullRequest + "/comments");
    String lost = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      switch (api.send(action, HttpMethod.POST, address, Repeat.ONCE, content(body))) {
        case Reply.Done made -> {
          return alone(pullRequest, marker, made.body(), body);
        }
        case Reply.Refused no -> throw refused(action, no);
        case Reply.Lost what -> {
          lost = what.what();
          List<JsonNode> ours = ours(pullRequest, marker);
          if (!ours.isEmpty()) {
            return settled(pullRequest, ours, body).orElseGet(() -> comment(ours.getFirst()));
          }
        }
      }
    }
    throw new Trouble.OutcomeUnknown(lost, null);
  }

  /// Another run may have commented at the same moment.
  private Comment alone(int pullRequest, String marker, JsonNode made, String body) {
    try {
      List<JsonNode> ours = ours(pullRequest, marker);
      if (ours.size() > 1) {
        return settled(pullRequest, ours, body).orElseGet(() -> comment(made));
      }
    } catch (Trouble e) {
      // What was asked for is done; a second comment is no reason to fail.
    }
    return comment(made);
  }

  private URI address(JsonNode comment) {
    return api.inRepository("/issues/comments/" + comment.path("id").asLong(0));
  }

  private static Comment comment(JsonNode comment) {
    String url = comment.path("html_url").asString("");
    try {
      return new Comment(URI.create(url), comment.path("body").asString(""));
    } catch (IllegalArgumentException e) {
      throw new Trouble.Unreachable("GitHub gave a comment the address '" + url + "'.", e);
    }
  }

  private static JsonNode content(String body) {
    return JsonMapper.shared().createObjectNode().put("body", body);
  }

  private static String lines(String body) {
    return body.replace("\r\n", "\n").strip();
  }

  private static Trouble refused(String action, Reply.Refused no) {
    if (no.said().toLowerCase(Locale.ROOT).contains("locked")) {
      return new Trouble.NotAllowed(
          GitHubApi.sentence(action)
              + "the conversation is locked ("
              + no.said()
              + "). Unlock it to get the comment.");
    }
    return switch (no.status()) {
      case 403, 404 -> notAllowed(action, no, "pull-requests: write");
      default ->
          new Trouble.Rejected(
              GitHubApi.sentence(action) + "GitHub does not take the comment (" + no.said() + ").");
    };
  }

  private static Trouble notAllowed(String action, Reply.Refused no, String permission) {
    return new Trouble.NotAllowed(
        GitHubApi.sentence(action)
            + "the token may not do that ("
            + no.said()
            + "). Give the job `permissions: "
            + permission
            + "`. Tokens of pull requests from forks can read only.");
  }
}
