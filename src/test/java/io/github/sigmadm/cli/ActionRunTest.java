package io.github.sigmadm.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.git.WorkTree;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.tree.Node.TextNode;
import io.github.sigmadm.tree.TreeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The program as the runner calls it: variables only, a depth-1 checkout of the merge commit,
/// GitHub and Sigma as services on this machine.
final class ActionRunTest {

  private static final String COMMENTS = "/repos/acme/models/issues/7/comments";
  private static final String TOKEN = "ghs_0123456789abcdefghijklmnop";

  @RegisterExtension
  static final WireMockExtension github =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  @TempDir private Path folder;

  private final Sandbox sandbox =
      Sandbox.start(SandboxOptions.defaults().withTokenRateLimit(false));
  private WorkTree author = new WorkTree(Path.of(""));
  private Commit base = Scene.NOTHING;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void pushTheBase() throws IOException {
    Files.createDirectories(folder.resolve("remote.git"));
    new WorkTree(folder.resolve("remote.git"))
        .git("init", "--quiet", "--bare", "--initial-branch=main");
    author = WorkTree.make(folder.resolve("author"));
    author.git("remote", "add", "origin", remote());
    author.write("sigma-dm.yml", Scene.CONFIGURATION).write("README.md", "Models");
    base = author.commit("base");
    author.git("push", "--quiet", "origin", "main");
    github.stubFor(
        post(urlEqualTo("/graphql"))
            .willReturn(okJson("{\"data\":{\"viewer\":{\"login\":\"github-actions\"}}}")));
    github.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(okJson("[]")));
    github.stubFor(
        get(urlPathEqualTo("/repos/acme/models/issues/7/labels")).willReturn(okJson("[]")));
    github.stubFor(post(urlEqualTo(COMMENTS)).willReturn(okJson(comment("")).withStatus(201)));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private String remote() {
    return folder.resolve("remote.git").toUri().toString();
  }

  /// A pull request whose head adds a file, and the depth-1 checkout of its merge that the runner
  /// has.
  private Commit pullRequest(String path, String content) {
    author.git("checkout", "--quiet", "-b", "change");
    author.write(path, content);
    Commit head = author.commit("change");
    author.git("checkout", "--quiet", "main");
    author.git("merge", "--quiet", "--no-ff", "--message", "merge", "change");
    author.git("push", "--quiet", "origin", "HEAD:refs/heads/merge-of-7", "change");
    WorkTree.clone(remote(), folder.resolve("workspace"), "--depth=1", "--branch=merge-of-7");
    return head;
  }

  private int run(Commit head) throws IOException {
    Path event = folder.resolve("event.json");
    Files.writeString(
        event,
        """
        {"action":"opened","number":7,"pull_request":{"number":7,
          "base":{"ref":"main","sha":"%s","repo":{"full_name":"acme/models"}},
          "head":{"ref":"change","sha":"%s","repo":{"full_name":"acme/models"}}}}
        """
            .formatted(base, head));
    Map<String, String> variables = new HashMap<>();
    variables.put("GITHUB_ACTIONS", "true");
    variables.put("GITHUB_WORKSPACE", folder.resolve("workspace").toString());
    variables.put("GITHUB_EVENT_NAME", "pull_request");
    variables.put("GITHUB_EVENT_PATH", event.toString());
    variables.put("GITHUB_REPOSITORY", "acme/models");
    variables.put("GITHUB_SERVER_URL", "https://github.com");
    variables.put("GITHUB_API_URL", "http://127.0.0.1:" + github.getPort());
    variables.put("GITHUB_RUN_ID", "42");
    variables.put("GITHUB_OUTPUT", folder.resolve("output").toString());
    variables.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    variables.put("INPUT_GITHUB-TOKEN", TOKEN);
    variables.put("INPUT_CLIENT-ID", sandbox.options().credentials().clientId());
    variables.put("INPUT_CLIENT-SECRET", sandbox.options().credentials().clientSecret());
    variables.put("INPUT_BASE-URL", sandbox.baseUrl());
    log.reset();
    PrintStream out = new PrintStream(log, true, UTF_8);
    return new Main(variables, new Console(out, out, false), folder).run();
  }

  private static String spec(String column) {
    return """
    {
      "name": "Bikes",
      "schemaVersion": 1,
      "pages": [ { "id": "p", "name": "P", "elements": [ { "id": "e", "kind": "table",
        "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["A", "B", "BIKES"] },
        "columns": [
          { "id": "a", "formula": "[BIKES/Id]" },
          %s
        ] } ] } ]
    }
    """
        .formatted(Sandbox.CONNECTION, column);
  }

  private static String comment(String body) {
    return "{\"id\":99,\"html_url\":\"https://github.com/acme/models/pull/7#issuecomment-99\","
        + "\"user\":{\"login\":\"github-actions[bot]\",\"type\":\"Bot\"},\"body\":"
        + TreeWriter.compact(TextNode.of(body, Span.FILE_START))
        + "}";
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }

  @Test
  void aPullRequestGetsItsPlanFromADepthOneCheckoutAndTheSecondRunEditsTheComment()
      throws IOException {
    Commit head =
        pullRequest(
            "data-models/bikes.json", spec("{ \"id\": \"b\", \"formula\": \"[BIKES/Colour]\" }"));

    assertThat(run(head)).as(log.toString(UTF_8)).isZero();

    github.verify(1, postRequestedFor(urlEqualTo(COMMENTS)));
    String posted =
        github.findAll(postRequestedFor(urlEqualTo(COMMENTS))).getFirst().getBodyAsString();
    assertThat(posted).contains("1 model to create").contains("sigma-dm-action: plan for prod");
    assertThat(output()).contains("success", "plan-file", ".sigma-dm/sigma-dm-plan.json");
    assertThat(Files.readString(folder.resolve("summary"))).contains("1 model to create");
    assertThat(folder.resolve("workspace/.sigma-dm/sigma-dm-plan.json")).isRegularFile();
    assertThat(folder.resolve("workspace/.sigma-dm/sigma-dm-report.html")).isRegularFile();
    assertThat(new WorkTree(folder.resolve("workspace")).git("status", "--porcelain")).isEmpty();
    assertThat(sandbox.requests().writes()).isZero();

    String body =
        tools.jackson.databind.json.JsonMapper.shared().readTree(posted).path("body").asString();
    github.stubFor(
        get(urlPathEqualTo(COMMENTS)).willReturn(okJson("[" + comment(body + "\nolder") + "]")));
    github.stubFor(
        patch(urlEqualTo("/repos/acme/models/issues/comments/99"))
            .willReturn(okJson(comment(body))));

    assertThat(run(head)).isZero();

    github.verify(1, postRequestedFor(urlEqualTo(COMMENTS)));
    github.verify(1, patchRequestedFor(urlEqualTo("/repos/acme/models/issues/comments/99")));
  }

  @Test
  void anInvalidSpecFailsWithAnAnnotationAtItsLine() throws IOException {
    Commit head = pullRequest("data-models/bikes.json", spec("{ \"id\": \"b\" }"));

    assertThat(run(head)).isEqualTo(1);

    assertThat(log.toString(UTF_8))
        .containsPattern(
            "::error file=data-models/bikes.json,line=8,endLine=8,col=15,[^:]*title=missing-field::");
    assertThat(github.findAll(postRequestedFor(urlEqualTo(COMMENTS))).getFirst().getBodyAsString())
        .contains("missing-field");
    assertThat(output()).contains("invalid-spec");
    assertThat(sandbox.requests().writes()).isZero();
  }

  @Test
  void aTokenThatMayNotCommentLeavesTheSummaryAndDoesNotFailTheRun() throws IOException {
    Commit head =
        pullRequest(
            "data-models/bikes.json", spec("{ \"id\": \"b\", \"formula\": \"[BIKES/Colour]\" }"));
    github.stubFor(
        post(urlEqualTo(COMMENTS))
            .willReturn(
                aResponse()
                    .withStatus(403)
                    .withBody("{\"message\":\"Resource not accessible by integration\"}")));

    assertThat(run(head)).as(log.toString(UTF_8)).isZero();

    assertThat(log.toString(UTF_8)).contains("::warning::").contains("pull-requests: write");
    assertThat(Files.readString(folder.resolve("summary"))).contains("1 model to create");
  }

  @Test
  void noSecretIsPrintedExceptToMaskIt() throws IOException {
    Commit head =
        pullRequest(
            "data-models/bikes.json", spec("{ \"id\": \"b\", \"formula\": \"[BIKES/Colour]\" }"));
    run(head);

    String secret = sandbox.options().credentials().clientSecret();
    String printed =
        log.toString(UTF_8)
            .lines()
            .filter(line -> !line.startsWith("::add-mask::"))
            .reduce("", (one, two) -> one + "\n" + two);
    assertThat(printed).doesNotContain(secret).doesNotContain(TOKEN);
    assertThat(output() + Files.readString(folder.resolve("summary")))
        .doesNotContain(secret)
        .doesNotContain(TOKEN);
  }
}
