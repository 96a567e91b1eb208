package io.github.sigmadm.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.render.Links;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ActionsRunnerTest {

  private static final Commit ONE = new Commit("1".repeat(40));
  private static final Commit TWO = new Commit("2".repeat(40));
  private static final Commit NONE = new Commit("0".repeat(40));

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({
    "acme/models, acme/models, false",
    "mallory/models, acme/models, true",
    ", acme/models, true"
  })
  void readsAPullRequest(String head, String base, boolean fork) throws IOException {
    String headRepository = head == null ? "null" : "{\"full_name\":\"" + head + "\"}";
    String payload =
        """
        {"action": "synchronize", "number": 7, "pull_request": {"number": 7,
          "base": {"ref": "main", "sha": "%s", "repo": {"full_name": "%s"}},
          "head": {"ref": "feature", "sha": "%s", "repo": %s}}}
        """
            .formatted(ONE, base, TWO, headRepository);
    Event expected = new Event.PullRequest(7, "synchronize", "main", ONE, TWO, fork);
    assertThat(event("pull_request", payload)).isEqualTo(expected);
    assertThat(event("pull_request_target", payload)).isEqualTo(expected);
  }

  @Test
  void readsAMergeGroup() throws IOException {
    assertThat(
            event(
                "merge_group",
                """
                {"action": "checks_requested", "merge_group":
                  {"base_ref": "refs/heads/release/1", "base_sha": "%s", "head_sha": "%s",
                   "head_ref": "refs/heads/gh-readonly-queue/release/1/pr-104-%s"}}
                """
                    .formatted(ONE, TWO, ONE)))
        .isEqualTo(new Event.MergeGroup("release/1", ONE, TWO, OptionalInt.of(104)));
  }

  @Test
  void readsAPush() throws IOException {
    assertThat(event("push", push("refs/heads/release/1", ONE, TWO)))
        .isEqualTo(new Event.Push("release/1", ONE, TWO));
    assertThat(event("push", push("refs/heads/new", NONE, TWO)))
        .isEqualTo(new Event.Push("new", NONE, TWO));
  }

  @Test
  void hasNoUseForATagOrADeletedBranch() throws IOException {
    assertThat(event("push", push("refs/tags/v1", ONE, TWO)))
        .isEqualTo(new Event.Other("push", ""));
    assertThat(event("push", push("refs/heads/gone", ONE, NONE)))
        .isEqualTo(new Event.Other("push", ""));
  }

  @Test
  void readsWhatHasNoPayloadOfInterest() {
    assertThat(runner("schedule", Map.of("GITHUB_REF", "refs/heads/main")).event())
        .isEqualTo(new Event.Schedule("main"));
    assertThat(runner("workflow_dispatch", Map.of("GITHUB_REF", "refs/heads/a/b")).event())
        .isEqualTo(new Event.Dispatch("a/b"));
    assertThat(runner("release", Map.of("GITHUB_REF", "refs/tags/v1")).event())
        .isEqualTo(new Event.Other("release", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"pull_request\":3}",
        "{\"number\":7,\"pull_request\":{\"base\":{\"ref\":\"main\",\"sha\":\"no\"}}}",
        "{\"number\":\"x\"}"
      })
  void saysWhichPartOfTheEventIsMissing(String payload) {
    assertThatThrownBy(() -> event("pull_request", payload))
        .isInstanceOf(Trouble.BadConfiguration.class)
        .hasMessageContaining("event file");
  }

  @Test
  void survivesAnEventThatIsNestedWithoutEnd() {
    assertThatThrownBy(() -> event("push", "[".repeat(100_000)))
        .isInstanceOf(Trouble.BadConfiguration.class);
  }

  @Test
  void saysThatThereIsNoEventFile() {
    assertThatThrownBy(() -> runner("push", Map.of()).event())
        .isInstanceOf(Trouble.BadConfiguration.class)
        .hasMessageContaining("GITHUB_EVENT_PATH");
    Map<String, String> elsewhere =
        Map.of("GITHUB_EVENT_PATH", temporary.resolve("none.json").toString());
    assertThatThrownBy(() -> runner("push", elsewhere).event())
        .isInstanceOf(Trouble.BadConfiguration.class)
        .hasMessageContaining("none.json");
  }

  @Test
  void knowsWhereTheRepositoryIsHosted() {
    assertThat(
            runner(
                    "push",
                    Map.of(
                        "GITHUB_REPOSITORY", "acme/models",
                        "GITHUB_SERVER_URL", "https://git.example.com",
                        "GITHUB_API_URL", "https://git.example.com/api/v3/",
                        "GITHUB_RUN_ID", "42",
                        "GITHUB_RUN_ATTEMPT", "2"))
                .hosted())
        .contains(
            new HostedRepository(
                "acme",
                "models",
                URI.create("https://git.example.com"),
                URI.create("https://git.example.com/api/v3"),
                Optional.of(
                    URI.create("https://git.example.com/acme/models/actions/runs/42/attempts/2"))));
    assertThat(runner("push", Map.of("GITHUB_REPOSITORY", "acme/models")).hosted().orElseThrow())
        .isEqualTo(
            new HostedRepository(
                "acme",
                "models",
                URI.create("https://github.com"),
                URI.create("https://api.github.com"),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "a/b/c", "", "acme/../x", "acme/mo dels", "acme/models?x"})
  void knowsNoRepositoryByAnOddName(String name) {
    assertThat(runner("push", Map.of("GITHUB_REPOSITORY", name)).hosted()).isEmpty();
  }

  @Test
  void refusesAServerThatIsNoAddress() {
    Map<String, String> odd =
        Map.of("GITHUB_REPOSITORY", "acme/models", "GITHUB_API_URL", "not an address");
    assertThatThrownBy(() -> runner("push", odd).hosted())
        .isInstanceOf(Trouble.BadConfiguration.class)
        .hasMessageContaining("GITHUB_API_URL");
  }

  @Test
  void knowsItsFilesAndTheCommit() {
    ActionsRunner runner =
        runner(
            "push",
            Map.of(
                "GITHUB_WORKSPACE", "/github/workspace",
                "GITHUB_SHA", ONE.id(),
                "GITHUB_OUTPUT", "/github/file_commands/o",
                "GITHUB_STEP_SUMMARY", "/github/file_commands/s",
                "RUNNER_DEBUG", "1"));
    assertThat(runner.workspace()).isEqualTo(Path.of("/github/workspace"));
    assertThat(runner.commit()).contains(ONE);
    assertThat(runner.outputFile()).contains(Path.of("/github/file_commands/o"));
    assertThat(runner.summaryFile()).contains(Path.of("/github/file_commands/s"));
    assertThat(runner.isDebug()).isTrue();
    assertThat(runner("push", Map.of("GITHUB_SHA", "x")).commit()).isEmpty();
    assertThatThrownBy(() -> runner("push", Map.of()).workspace())
        .isInstanceOf(Trouble.BadConfiguration.class)
        .hasMessageContaining("GITHUB_WORKSPACE");
  }

  @Test
  void knowsWhereTheActionComesFromUnlessItIsTheWorkflowsOwn() {
    Map<String, String> released =
        Map.of("GITHUB_ACTION_REPOSITORY", "acme/sigma-dm-action", "GITHUB_ACTION_REF", "v1");
    assertThat(runner("push", released).action())
        .contains(
            new Links.Action(
                new Links.Repository("https://github.com", "acme", "sigma-dm-action"), "v1"));
    assertThat(runner("push", Map.of("GITHUB_ACTION_REPOSITORY", "")).action()).isEmpty();
    assertThat(runner("push", Map.of("GITHUB_ACTION_REPOSITORY", "acme/x")).action()).isEmpty();
    assertThat(
            runner(
                    "push",
                    Map.of("GITHUB_ACTION_REPOSITORY", "acme/../x", "GITHUB_ACTION_REF", "v1"))
                .action())
        .isEmpty();
  }

  private static String push(String ref, Commit before, Commit after) {
    return "{\"ref\":\"%s\",\"before\":\"%s\",\"after\":\"%s\"}".formatted(ref, before, after);
  }

  private Event event(String name, String payload) throws IOException {
    Path file = Files.writeString(temporary.resolve("event.json"), payload);
    return runner(name, Map.of("GITHUB_EVENT_PATH", file.toString())).event();
  }

  private static ActionsRunner runner(String event, Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("GITHUB_EVENT_NAME", event);
    return new ActionsRunner(all);
  }
}
