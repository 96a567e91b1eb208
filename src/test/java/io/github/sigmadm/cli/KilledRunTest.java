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
import io.github.sigmadm.state.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A deploy of two models, one built on the other, whose process is killed (SIGKILL) at each of its
/// calls to Sigma: the next run makes it good.
final class KilledRunTest {

  private static final String BASE = "data-models/base.json";
  private static final String SALES = "data-models/sales.json";

  /// As many as the deploy makes; see [#theDeployMakesAsManyCallsAsAreCutOffHere].
  private static final int CALLS = 10;

  @TempDir private Path folder;

  private static Map<String, String> files() {
    return Map.of(
        "sigma-dm.yml",
        Scene.CONFIGURATION,
        BASE,
        """
        { "name": "Base", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
          { "id": "orders", "kind": "table", "name": "Orders",
            "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["DB", "S", "O"] },
            "columns": [ { "id": "a", "formula": "[O/Amount]" } ] } ] } ] }
        """
            .formatted(Sandbox.CONNECTION),
        SALES,
        """
        { "name": "Sales", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
          { "id": "sales", "kind": "table", "name": "Sales",
            "source": { "kind": "data-model", "dataModelId": "${model:data-models/base.json}",
              "elementId": "orders" },
            "columns": [ { "id": "x", "formula": "[Orders/Amount]" } ] } ] } ] }
        """);
  }

  @Test
  void theDeployMakesAsManyCallsAsAreCutOffHere() {
    try (Sandbox sandbox = sandbox(IdMode.REMAP)) {
      Remote remote = new Remote(folder.resolve("git"));
      Commit commit = remote.push(files());
      Remote.Ended ended =
          remote.run(remote.checkout("one", commit), sandbox, Scene.NOTHING, commit);
      assertThat(ended.exitCode()).as(ended.log()).isZero();
      assertThat(sandbox.requests().count()).isEqualTo(CALLS);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @TestFactory
  Stream<DynamicTest> theNextRunConverges() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int call = 1; call <= CALLS; call++) {
      for (Moment moment : Moment.values()) {
        int number = call;
        IdMode ids = call % 2 == 0 ? IdMode.REMAP : IdMode.KEEP;
        tests.add(
            DynamicTest.dynamicTest(
                "killed %s call %d (%s)".formatted(moment, call, ids),
                () -> converges(number, moment, ids)));
      }
    }
    return tests.stream();
  }

  private void converges(int call, Moment moment, IdMode ids) throws Exception {
    try (Sandbox sandbox = sandbox(ids)) {
      Remote remote = new Remote(folder.resolve(moment + "-" + call));
      Commit commit = remote.push(files());
      CompletableFuture<Process> started = new CompletableFuture<>();
      AtomicInteger calls = new AtomicInteger();
      Effect.Run kill = new Effect.Run(() -> started.join().destroyForcibly());
      sandbox.intercept(
          request -> calls.incrementAndGet() == call,
          moment == Moment.BEFORE ? Interception.before(kill) : Interception.after(kill));
      Path workspace = remote.checkout("one", commit);

      Process process = remote.start(workspace, sandbox, Scene.NOTHING, commit);
      started.complete(process);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue())
          .as(Files.readString(workspace.resolveSibling("log")))
          .isEqualTo(137);

      Path again = remote.checkout("two", commit);
      Remote.Ended next = remote.run(again, sandbox, Scene.NOTHING, commit);
      assertThat(next.exitCode()).as(next.log()).isZero();
      State state = remote.state();
      for (String path : List.of(BASE, SALES)) {
        String id = state.of(new RepositoryPath(path)).orElseThrow().id().value();
        assertThat(sandbox.dataModelsNamed(path.equals(BASE) ? "Base" : "Sales"))
            .containsExactly(id);
      }
      sandbox.requests().clear();
      assertThat(remote.run(again, sandbox, Scene.NOTHING, commit).exitCode()).isZero();
      assertThat(sandbox.requests().count()).isZero();
    }
  }

  private static Sandbox sandbox(IdMode ids) {
    return Sandbox.start(SandboxOptions.defaults().withIds(ids).withTokenRateLimit(false));
  }
}
