package io.github.sigmadm.github;

import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.HttpMethod;
import io.github.sigmadm.http.Repeat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who the token is: the author of our comments.
///
/// Only the GraphQL API says so for every kind of token. The REST API refuses that question for the
/// token of a workflow, whose name is well known.
final class Viewer {

  private static final String WORKFLOW = "github-actions[bot]";
  private static final String BOT = "[bot]";

  private final GitHubApi api;
  private @Nullable String login;

  Viewer(GitHubApi api) {
    this.api = api;
  }

  /// Whether we wrote something.
  ///
  /// @param user the author, as the API has it
  boolean is(JsonNode user) {
    String author = user.path("login").asString("");
    String own = login();
    // GraphQL leaves the ending away where it speaks of an app; no person's login has it.
    return author.equalsIgnoreCase(own)
        || (user.path("type").asString("").equals("Bot")
            && author.toLowerCase(Locale.ROOT).equals(own.toLowerCase(Locale.ROOT) + BOT));
  }

  private synchronized String login() {
    if (login == null) {
      login = ask();
    }
    return login;
  }

  private String ask() {
    String action = "asking GitHub whose the token is";
    JsonNode query =
        JsonMapper.shared().createObjectNode().put("query", "query { viewer { login } }");
    try {
      if (api.send(action, HttpMethod.POST, api.graphql(), Repeat.SAFE_TO_REPEAT, query)
          instanceof Reply.Done done) {
        String answer = done.body().path("data").path("viewer").path("login").asString("");
        if (!answer.isEmpty()) {
          return answer;
        }
      }
      if (api.get(action, api.at("/user")) instanceof Reply.Done done) {
        return done.body().path("login").asString(WORKFLOW);
      }
    } catch (Trouble.Unreachable e) {
      // Not every server has both; the usual answer follows.
    }
    return WORKFLOW;
  }
}
