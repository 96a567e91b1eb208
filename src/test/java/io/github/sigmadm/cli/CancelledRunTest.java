package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Effect;
import io.github.sigmadm.sandbox.rest.Interception;
import io.github.sigmadm.sandbox.rest.Interception.Moment;
import io.github.sigmadm.sandbox.rest.Request;
import io.github.sigmadm.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A deploy of two models, one built on the other, whose process is told to stop (SIGTERM), as the
/// runner does when its job is cancelled.
final class CancelledRunTest {

  private static final RepositoryPath BASE = new RepositoryPath("data-models/base.json");
  private static final RepositoryPath SALES = new RepositoryPath("data-models/sales.json");

  @TempDir private Path folder;

  /// The repository with the two models, pushed.
  private Commit push(Remote remote) {
    return remote.push(
        Map.of(
            "sigma-dm.yml",
            Scene.CONFIGURATION,
            BASE.value(),
            model(
                "Base",
                """
                { "kind": "warehouse-table", "connectionId": "%s", "path": ["DB", "S", "O"] }
                """
                    .formatted(Sandbox.CONNECTION),
                "[O/Amount]"),
            SALES.value(),
            model(
                "Sales",
                """
                { "kind": "data-model", "dataModelId": "${model:data-models/base.json}",
                  "elementId": "orders" }
                """,
                "[Orders/Amount]")));
  }

  private static String model(String name, String source, String formula) {
    return """
    { "name": "%s", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
      { "id": "orders", "kind": "table", "name": "Orders", "source": %s,
        "columns": [ { "id": "a", "formula": "%s" } ] } ] } ] }
    """
        .formatted(name, source, formula);
  }

  @ParameterizedTest
  @EnumSource
  void finishesTheModelThatItIsAtAndSaysWhatIsLeft(Moment moment) throws Exception {
    try (Sandbox sandbox = sandbox()) {
      Remote remote = new Remote(folder.resolve("git"));
      Commit commit = push(remote);
      Ended ended = stopped(remote, commit, sandbox, "POST", "/v2/dataModels/spec", moment);

      assertThat(ended.exitCode()).as(ended.log()).isEqualTo(4);
      assertThat(ended.log())
          .contains("Told to stop", "The run was cancelled before this model was begun")
          .doesNotContain("\tat ");
      assertThat(Files.readString(folder.resolve("git/output"))).contains("partial");
      assertThat(Files.readString(folder.resolve("git/summary"))).contains("cancelled");
      State state = remote.state();
      assertThat(state.of(BASE).orElseThrow().hash()).isPresent();
      assertThat(state.of(SALES)).isEmpty();
      assertThat(sandbox.dataModels()).containsExactly(state.of(BASE).orElseThrow().id().value());

      sandbox.requests().clear();
      assertFinished(remote, commit, sandbox);
      assertThat(sandbox.requests().writes()).isEqualTo(1);
    }
  }

  @Test
  void endsAtOnceBeforeAnythingIsWritten() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      Remote remote = new Remote(folder.resolve("git"));
      Commit commit = push(remote);
      Ended ended = stopped(remote, commit, sandbox, "GET", "/v2/dataModels", Moment.BEFORE);

      assertThat(ended.exitCode()).as(ended.log()).isEqualTo(143);
      assertThat(sandbox.dataModels()).isEmpty();
      assertFinished(remote, commit, sandbox);
    }
  }

  private record Ended(int exitCode, String log) {}

  /// Runs until a call, stops the process there, and lets the call go on a little later.
  private static Ended stopped(
      Remote remote, Commit commit, Sandbox sandbox, String method, String path, Moment moment)
      throws IOException, InterruptedException {
    CompletableFuture<Process> started = new CompletableFuture<>();
    Effect.Run stop =
        new Effect.Run(() -> {
          started.join().destroy();
          Pauses.sleep(Duration.ofMillis(500));
        });
    sandbox.intercept(Request.matching(method, path), new Interception(moment, stop), 1);
    Path workspace = remote.checkout("one", commit);
    Process process = remote.start(workspace, sandbox, Scene.NOTHING, commit);
    started.complete(process);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(workspace.resolveSibling("log")));
  }

  private static void assertFinished(Remote remote, Commit commit, Sandbox sandbox) {
    Remote.Ended next = remote.run(remote.checkout("two", commit), sandbox, Scene.NOTHING, commit);
    assertThat(next.exitCode()).as(next.log()).isZero();
    State state = remote.state();
    assertThat(sandbox.dataModels())
        .containsExactly(
            state.of(BASE).orElseThrow().id().value(), state.of(SALES).orElseThrow().id().value());
  }

  private static Sandbox sandbox() {
    return Sandbox.start(SandboxOptions.defaults().withIds(IdMode.REMAP).withTokenRateLimit(false));
  }
}
