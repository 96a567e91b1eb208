package io.github.sigmadm.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Conversation.Comment;
import io.github.sigmadm.flow.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GitHubConversationTest extends WireMockGitHubTest {

  private static final String MARKER = "<!-- sigma-dm:plan:prod -->";
  private static final String COMMENTS = REPOSITORY + "/issues/7/comments";
  private static final String BOT = "github-actions[bot]";

  @BeforeEach
  void tellWhoWeAre() {
    service.stubFor(
        post(urlEqualTo("/api/graphql"))
            .withRequestBody(equalToJson("{\"query\":\"query { viewer { login } }\"}"))
            .willReturn(json("{\"data\":{\"viewer\":{\"login\":\"github-actions[bot]\"}}}")));
  }

  @Test
  void makesTheCommentIfThereIsNone() {
    comments();
    service.stubFor(
        post(urlEqualTo(COMMENTS)).willReturn(json(201, comment(1, BOT, "new " + MARKER))));
    Comment comment = conversation().upsert(7, MARKER, "new " + MARKER);
    assertThat(comment.url()).isEqualTo(URI.create("https://example.com/pull/7#issuecomment-1"));
    service.verify(
        postRequestedFor(urlEqualTo(COMMENTS))
            .withHeader("Authorization", equalTo("Bearer " + TOKEN))
            .withHeader("Accept", equalTo("application/vnd.github+json"))
            .withHeader("X-GitHub-Api-Version", equalTo("2022-11-28"))
            .withHeader("User-Agent", equalTo("sigma-dm-tests"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalToJson("{\"body\":\"new " + MARKER + "\"}")));
  }

  @Test
  void editsItsCommentInPlaceOnWhicheverPageItIs() {
    service.stubFor(
        get(urlEqualTo(COMMENTS + "?per_page=100"))
            .willReturn(
                json("[" + comment(1, "ada", "hello") + "]")
                    .withHeader(
                        "Link",
                        "<%s?per_page=100&page=2>; rel=\"next\", <%s?page=2>; rel=\"last\""
                            .formatted(address(COMMENTS), address(COMMENTS)))));
    service.stubFor(
        get(urlEqualTo(COMMENTS + "?per_page=100&page=2"))
            .willReturn(json("[" + comment(5, BOT, MARKER + " old") + "]")));
    service.stubFor(
        patch(urlEqualTo(REPOSITORY + "/issues/comments/5"))
            .willReturn(json(comment(5, BOT, MARKER + " new"))));
    Comment comment = conversation().upsert(7, MARKER, MARKER + " new");
    assertThat(comment.body()).isEqualTo(MARKER + " new");
    service.verify(0, postRequestedFor(urlEqualTo(COMMENTS)));
    assertThat(conversation().find(7, MARKER)).isPresent();
  }

  @Test
  void doesNotSendItsTokenToAnotherHostForTheNextPage() {
    service.stubFor(
        get(urlEqualTo(COMMENTS + "?per_page=100"))
            .willReturn(json("[]").withHeader("Link", "<http://localhost:1/x>; rel=\"next\"")));
    assertThat(conversation().find(7, MARKER)).isEmpty();
  }

  @Test
  void writesNothingWhereTheCommentSaysTheSameAlready() {
    comments(comment(5, BOT, MARKER + "\\r\\nsame\\r\\n"));
    conversation().upsert(7, MARKER, MARKER + "\nsame\n");
    service.verify(0, patchRequestedFor(anyUrl()));
    service.verify(0, postRequestedFor(urlEqualTo(COMMENTS)));
  }

  @ParameterizedTest
  @CsvSource({"ada,User", "dependabot[bot],Bot", "github-actions,User"})
  void leavesCommentsAloneInWhichOthersCopiedTheMarker(String login, String type) {
    comments(comment(3, login, type, "I quote " + MARKER));
    service.stubFor(post(urlEqualTo(COMMENTS)).willReturn(json(201, comment(9, BOT, MARKER))));
    assertThat(conversation().find(7, MARKER)).isEmpty();
    conversation().upsert(7, MARKER, MARKER);
    service.verify(1, postRequestedFor(urlEqualTo(COMMENTS)));
    service.verify(0, patchRequestedFor(anyUrl()));
    service.verify(0, deleteRequestedFor(anyUrl()));
  }

  @Test
  void knowsItselfAsAnAppAndAsAPerson() {
    comments(comment(3, "sigma-deployer[bot]", MARKER));
    service.stubFor(
        post(urlEqualTo("/api/graphql"))
            .willReturn(json("{\"data\":{\"viewer\":{\"login\":\"sigma-deployer\"}}}")));
    assertThat(conversation().find(7, MARKER)).isPresent();
    comments(comment(3, "Ada", "User", MARKER));
    service.stubFor(post(urlEqualTo("/api/graphql")).willReturn(json(404, "{}")));
    service.stubFor(get(urlEqualTo(API + "/user")).willReturn(json("{\"login\":\"ada\"}")));
    assertThat(conversation().find(7, MARKER)).isPresent();
  }

  @Test
  void takesItselfForTheWorkflowWhereNobodyTellsWhoItIs() {
    comments(comment(3, BOT, MARKER));
    service.stubFor(
        post(urlEqualTo("/api/graphql"))
            .willReturn(json("{\"errors\":[{\"message\":\"no\"}],\"data\":{\"viewer\":null}}")));
    service.stubFor(
        get(urlEqualTo(API + "/user"))
            .willReturn(json(403, "{\"message\":\"Resource not accessible by integration\"}")));
    assertThat(conversation().find(7, MARKER)).isPresent();
  }

  @Test
  void asksWhoItIsOnlyWhenThereIsAMarker() {
    comments(comment(1, "ada", "hello"));
    assertThat(conversation().find(7, MARKER)).isEmpty();
    service.verify(0, postRequestedFor(urlEqualTo("/api/graphql")));
  }

  @Test
  void keepsTheOldestCommentWhereTwoRunsMadeOneEach() {
    String inBetween = "the other run's turn";
    service.stubFor(
        get(urlEqualTo(COMMENTS + "?per_page=100"))
            .inScenario("race")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo(inBetween)
            .willReturn(json("[]")));
    service.stubFor(
        get(urlEqualTo(COMMENTS + "?per_page=100"))
            .inScenario("race")
            .whenScenarioStateIs(inBetween)
            .willReturn(
                json(
                    "["
                        + comment(4, BOT, MARKER + " theirs")
                        + ","
                        + comment(5, BOT, MARKER + " ours")
                        + "]")));
    service.stubFor(
        post(urlEqualTo(COMMENTS)).willReturn(json(201, comment(5, BOT, MARKER + " ours"))));
    service.stubFor(
        patch(urlEqualTo(REPOSITORY + "/issues/comments/4"))
            .willReturn(json(comment(4, BOT, MARKER + " ours"))));
    service.stubFor(
        delete(urlEqualTo(REPOSITORY + "/issues/comments/5"))
            .willReturn(aResponse().withStatus(204)));
    Comment comment = conversation().upsert(7, MARKER, MARKER + " ours");
    assertThat(comment.url().getFragment()).isEqualTo("issuecomment-4");
    service.verify(1, patchRequestedFor(urlEqualTo(REPOSITORY + "/issues/comments/4")));
    service.verify(1, deleteRequestedFor(urlEqualTo(REPOSITORY + "/issues/comments/5")));
  }

  @Test
  void makesAnotherCommentWhereItsOwnWasDeletedMeanwhile() {
    comments(comment(5, BOT, MARKER + " old"));
    service.stubFor(
        patch(urlEqualTo(REPOSITORY + "/issues/comments/5"))
            .inScenario("deleted")
            .willSetStateTo("gone")
            .willReturn(json(404, "{\"message\":\"Not Found\"}")));
    service.stubFor(
        get(urlEqualTo(COMMENTS + "?per_page=100"))
            .inScenario("deleted")
            .whenScenarioStateIs("gone")
            .willReturn(json("[]")));
    service.stubFor(
        post(urlEqualTo(COMMENTS)).willReturn(json(201, comment(6, BOT, MARKER + " new"))));
    conversation().upsert(7, MARKER, MARKER + " new");
    service.verify(1, postRequestedFor(urlEqualTo(COMMENTS)));
  }

  @Test
  void makesNoSecondCommentWhereItsOwnIsListedAndNotFound() {
    comments(comment(5, BOT, MARKER + " old"));
    service.stubFor(
        patch(urlEqualTo(REPOSITORY + "/issues/comments/5"))
            .willReturn(json(404, "{\"message\":\"Not Found\"}")));
    assertThatThrownBy(() -> conversation().upsert(7, MARKER, MARKER + " new"))
        .isInstanceOf(Trouble.NotAllowed.class)
        .hasMessageContaining("pull-requests: write");
    service.verify(0, postRequestedFor(urlEqualTo(COMMENTS)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void looksForACommentWhoseAnswerWasLostBeforeMakingAnother(int status) {
    lostCreation(aResponse().withStatus(status).withBody("<html>oops</html>"));
    Comment comment = conversation().upsert(7, MARKER, MARKER + " new");
    assertThat(comment.url().getFragment()).isEqualTo("issuecomment-8");
    service.verify(1, postRequestedFor(urlEqualTo(COMMENTS)));
  }

  @Test
  void looksForACommentWhoseConnectionBroke() {
    lostCreation(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    conversation().upsert(7, MARKER, MARKER + " new");
    service.verify(1, postRequestedFor(urlEqualTo(COMMENTS)));
  }

  @Test
  void triesOnceMoreToMakeACommentThatIsNotThere() {
    comments();
    service.stubFor(
        post(urlEqualTo(COMMENTS))
            .inScenario("flaky")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("well")
            .willReturn(aResponse().withStatus(502)));
    service.stubFor(
        post(urlEqualTo(COMMENTS))
            .inScenario("flaky")
            .whenScenarioStateIs("well")
            .willReturn(json(201, comment(8, BOT, MARKER))));
    conversation().upsert(7, MARKER, MARKER);
    service.verify(2, postRequestedFor(urlEqualTo(COMMENTS)));
  }

  @Test
  void saysThatItDoesNotKnowWhenEveryAnswerWasLost() {
    comments();
    service.stubFor(post(urlEqualTo(COMMENTS)).willReturn(aResponse().withStatus(502)));
    assertThatThrownBy(() -> conversation().upsert(7, MARKER, MARKER))
        .isInstanceOf(Trouble.OutcomeUnknown.class)
        .hasMessageContaining("pull request #7")
        .hasMessageContaining("502");
  }

  @ParameterizedTest
  @CsvSource({
    "403,Resource not accessible by integration",
    "404,Not Found",
    "403,Resource not accessible by personal access token"
  })
  void namesThePermissionThatIsMissing(int status, String message) {
    comments();
    service.stubFor(
        post(urlEqualTo(COMMENTS))
            .willReturn(
                json(status, "{\"message\":\"" + message + "\",\"status\":\"" + status + "\"}")));
    assertThatThrownBy(() -> conversation().upsert(7, MARKER, MARKER))
        .isInstanceOf(Trouble.NotAllowed.class)
        .hasMessageContaining(message)
        .hasMessageContaining("pull-requests: write");
  }

  @Test
  void namesThePermissionThatIsMissingToReadToo() {
    service.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(json(403, "{\"message\":\"no\"}")));
    assertThatThrownBy(() -> conversation().upsert(7, MARKER, MARKER))
        .isInstanceOf(Trouble.NotAllowed.class)
        .hasMessageContaining("pull-requests: write");
  }

  @Test
  void saysThatAConversationIsLocked() {
    comments();
    service.stubFor(
        post(urlEqualTo(COMMENTS))
            .willReturn(
                json(403, "{\"message\":\"Unable to create comment because issue is locked.\"}")));
    assertThatThrownBy(() -> conversation().upsert(7, MARKER, MARKER))
        .isInstanceOf(Trouble.NotAllowed.class)
        .hasMessageContaining("locked");
  }

  @Test
  void saysThatACommentIsTooLong() {
    comments();
    service.stubFor(
        post(urlEqualTo(COMMENTS))
            .willReturn(
                json(
                    422,
                    "{\"message\":\"Validation Failed\",\"errors\":[{\"resource\":\"IssueComment\",\"code\":\"unprocessable\",\"field\":\"data\",\"message\":\"Body is too long (maximum is 65536 characters)\"}]}")));
    assertThatThrownBy(() -> conversation().upsert(7, MARKER, MARKER))
        .isInstanceOf(Trouble.Rejected.class)
        .hasMessageContaining("too long");
  }

  @Test
  void saysThatTheTokenIsNoGoodAndDoesNotShowIt() {
    service.stubFor(
        get(urlPathEqualTo(COMMENTS))
            .willReturn(json(401, "{\"message\":\"Bad credentials " + TOKEN + "\"}")));
    assertThatThrownBy(() -> conversation().find(7, MARKER))
        .isInstanceOf(Trouble.BadCredentials.class)
        .hasMessageContaining("github-token")
        .message()
        .doesNotContain(TOKEN);
  }

  @Test
  void waitsOutARateLimitThatPassesSoon() {
    limited(
        json(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}")
            .withHeader("Retry-After", "30"));
    conversation().upsert(7, MARKER, MARKER);
    assertThat(time.waits()).contains(Duration.ofSeconds(30));
  }

  @Test
  void waitsForTheResetOfARateLimit() {
    limited(
        json(403, "{\"message\":\"API rate limit exceeded\"}")
            .withHeader("x-ratelimit-remaining", "0")
            .withHeader("x-ratelimit-reset", String.valueOf(time.now().getEpochSecond() + 20)));
    conversation().upsert(7, MARKER, MARKER);
    assertThat(time.waits()).contains(Duration.ofSeconds(21));
  }

  @Test
  void givesUpOnARateLimitThatLasts() {
    service.stubFor(
        get(urlPathEqualTo(COMMENTS))
            .willReturn(
                json(403, "{\"message\":\"API rate limit exceeded\"}")
                    .withHeader("x-ratelimit-remaining", "0")
                    .withHeader(
                        "x-ratelimit-reset", String.valueOf(time.now().getEpochSecond() + 3_000))));
    assertThatThrownBy(() -> conversation().find(7, MARKER))
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessageContaining("rate limit");
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void takesAWebPageForNoAnswer() {
    service.stubFor(
        get(urlPathEqualTo(COMMENTS))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html")
                    .withBody("<html>proxy</html>")));
    assertThatThrownBy(() -> conversation().find(7, MARKER))
        .isInstanceOf(Trouble.Unreachable.class);
  }

  @Test
  void takesACutAnswerForNoAnswer() {
    service.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(json("[{\"id\":1,")));
    assertThatThrownBy(() -> conversation().find(7, MARKER))
        .isInstanceOf(Trouble.Unreachable.class);
  }

  @Test
  void survivesOddAnswers() {
    service.stubFor(
        get(urlPathEqualTo(COMMENTS))
            .willReturn(
                json("[null, 1, {\"body\":null}, {\"body\":\"" + MARKER + "\",\"user\":null}]")));
    assertThat(conversation().find(7, MARKER)).isEmpty();
  }

  @Test
  void commentsOnlyWithAToken() {
    GitHubConversation mute =
        new GitHubConversation(hosted(), Optional.empty(), client(), secrets, time.pacing());
    assertThatThrownBy(() -> mute.upsert(7, MARKER, MARKER))
        .isInstanceOf(Trouble.NotAllowed.class)
        .hasMessageContaining("github-token");
    service.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(json("[]")));
    assertThat(mute.find(7, MARKER)).isEmpty();
    service.verify(getRequestedFor(urlPathEqualTo(COMMENTS)).withHeader("Authorization", absent()));
  }

  @Test
  void readsTheLabelsOfNow() {
    service.stubFor(
        get(urlEqualTo(REPOSITORY + "/issues/7/labels?per_page=100"))
            .willReturn(json("[{\"name\":\"sigma-approved\"},{\"name\":\"bug\"}]")));
    assertThat(conversation().labels(7)).containsExactly("bug", "sigma-approved");
  }

  @Test
  void findsThePullRequestThatBroughtACommit() {
    String commit = "a".repeat(40);
    merged(
        commit,
        pull(1, "2026-01-01T00:00:00Z", "b".repeat(40)),
        pull(2, "2025-01-01T00:00:00Z", commit),
        "{\"number\":3,\"merged_at\":null,\"merge_commit_sha\":\"" + commit + "\"}");
    assertThat(conversation().mergedBy(new Commit(commit))).hasValue(2);
    merged(commit, pull(1, "2026-01-01T00:00:00Z", "b".repeat(40)));
    assertThat(conversation().mergedBy(new Commit(commit))).hasValue(1);
    merged(commit);
    assertThat(conversation().mergedBy(new Commit(commit))).isEmpty();
  }

  @Test
  void knowsNoPullRequestForACommitThatGitHubDoesNotHave() {
    String commit = "a".repeat(40);
    service.stubFor(
        get(urlPathEqualTo(REPOSITORY + "/commits/" + commit + "/pulls"))
            .willReturn(json(422, "{\"message\":\"No commit found for SHA\"}")));
    assertThat(conversation().mergedBy(new Commit(commit))).isEmpty();
  }

  private static void comments(String... comments) {
    service.stubFor(
        get(urlEqualTo(COMMENTS + "?per_page=100"))
            .willReturn(json(Arrays.stream(comments).collect(Collectors.joining(",", "[", "]")))));
  }

  private static void merged(String commit, String... pulls) {
    service.stubFor(
        get(urlEqualTo(REPOSITORY + "/commits/" + commit + "/pulls?per_page=100"))
            .willReturn(json(Arrays.stream(pulls).collect(Collectors.joining(",", "[", "]")))));
  }

  /// The first attempt to comment ends like this, and GitHub has the comment all the same.
  private static void lostCreation(
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
    service.stubFor(
        get(urlEqualTo(COMMENTS + "?per_page=100"))
            .inScenario("lost")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(json("[]")));
    service.stubFor(
        post(urlEqualTo(COMMENTS)).inScenario("lost").willSetStateTo("made").willReturn(answer));
    service.stubFor(
        get(urlEqualTo(COMMENTS + "?per_page=100"))
            .inScenario("lost")
            .whenScenarioStateIs("made")
            .willReturn(json("[" + comment(8, BOT, MARKER + " new") + "]")));
  }

  private static void limited(
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder first) {
    comments();
    service.stubFor(
        post(urlEqualTo(COMMENTS))
            .inScenario("limited")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("free")
            .willReturn(first));
    service.stubFor(
        post(urlEqualTo(COMMENTS))
            .inScenario("limited")
            .whenScenarioStateIs("free")
            .willReturn(json(201, comment(1, BOT, MARKER))));
  }

  private static String pull(int number, String merged, String commit) {
    return "{\"number\":%d,\"merged_at\":\"%s\",\"merge_commit_sha\":\"%s\"}"
        .formatted(number, merged, commit);
  }

  private static String comment(int id, String login, String body) {
    return comment(id, login, login.endsWith("[bot]") ? "Bot" : "User", body);
  }

  private static String comment(int id, String login, String type, String body) {
    return "{\"id\":%d,\"html_url\":\"https://example.com/pull/7#issuecomment-%d\",\"user\":{\"login\":\"%s\",\"type\":\"%s\"},\"body\":\"%s\"}"
        .formatted(id, id, login, type, body);
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + service.getPort() + path;
  }
}
