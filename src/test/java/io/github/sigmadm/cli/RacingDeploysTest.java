package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Effect;
import io.github.sigmadm.sandbox.rest.Interception;
import io.github.sigmadm.state.DeployedModel;
import io.github.sigmadm.state.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two deploys at once, from two checkouts of one remote, each held up at random.
final class RacingDeploysTest {

  private static final String BASE = "data-models/base.json";
  private static final String SALES = "data-models/sales.json";

  @TempDir private Path folder;

  private static String base(String... more) {
    return """
    { "name": "Base", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
      { "id": "orders", "kind": "table", "name": "Orders",
        "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["DB", "S", "ORDERS"] },
        "columns": [ { "id": "a", "formula": "[ORDERS/Amount]" }%s ] } ] } ] }
    """
        .formatted(Sandbox.CONNECTION, String.join("", more));
  }

  private static final String ON_BASE =
      """
      { "name": "Sales", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
        { "id": "sales", "kind": "table", "name": "Sales",
          "source": { "kind": "data-model", "dataModelId": "${model:data-models/base.json}",
            "elementId": "orders" },
          "columns": [ { "id": "x", "formula": "[Orders/Amount]" } ] } ] } ] }
      """;

  @Execution(ExecutionMode.CONCURRENT)
  @RepeatedTest(50)
  void makeOneModelAFileAndLoseNoId(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    IdMode ids = random.nextBoolean() ? IdMode.REMAP : IdMode.KEEP;
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults().withIds(ids).withTokenRateLimit(false))) {
      Remote remote = new Remote(folder.resolve("git"));
      Commit first =
          remote.push(Map.of("sigma-dm.yml", Scene.CONFIGURATION, BASE, base(), SALES, ON_BASE));
      Commit second =
          random.nextBoolean()
              ? first
              : remote.push(
                  Map.of(BASE, base(", { \"id\": \"b\", \"formula\": \"[Amount] * 2\" }")));
      Path one = remote.checkout("one", first);
      Path two = remote.checkout("two", second);
      for (int i = 0; i < 6; i++) {
        sandbox.intercept(
            request -> true,
            Interception.before(new Effect.Delay(Duration.ofMillis(random.nextInt(120)))),
            1 + random.nextInt(10));
      }
      int start = random.nextInt(150);

      List<Remote.Ended> ended =
          atOnce(
              () -> remote.run(one, sandbox, Scene.NOTHING, first),
              () -> {
                Thread.sleep(start);
                return remote.run(two, sandbox, Scene.NOTHING, second);
              });

      assertThat(ended).allSatisfy(run -> assertThat(run.exitCode()).as(run.log()).isZero());
      assertThat(sandbox.dataModelsNamed("Base")).hasSize(1);
      assertThat(sandbox.dataModelsNamed("Sales")).hasSize(1);
      State state = remote.state();
      DeployedModel base = state.of(new RepositoryPath(BASE)).orElseThrow();
      DeployedModel sales = state.of(new RepositoryPath(SALES)).orElseThrow();
      assertThat(sandbox.dataModelsNamed("Base")).containsExactly(base.id().value());
      assertThat(sandbox.dataModelsNamed("Sales")).containsExactly(sales.id().value());
      base.ids()
          .live()
          .values()
          .forEach(id -> assertThat(sandbox.specText(base.id().value())).contains(id));
      assertThat(sandbox.specText(sales.id().value())).contains(base.id().value());

      // whoever came last, the newest commit is what is deployed in the end
      Commit last = remote.push(Map.of("README.md", "hello"));
      Path three = remote.checkout("three", last);
      Remote.Ended after = remote.run(three, sandbox, second, last);
      assertThat(after.exitCode()).as(after.log()).isZero();
      assertThat(sandbox.specText(base.id().value()).contains("[Amount] * 2"))
          .isEqualTo(!second.equals(first));
      sandbox.requests().clear();
      assertThat(remote.run(three, sandbox, second, last).exitCode()).isZero();
      assertThat(sandbox.requests().count()).isZero();
    }
  }

  private static List<Remote.Ended> atOnce(Callable<Remote.Ended> one, Callable<Remote.Ended> other)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<Remote.Ended> first = threads.submit(one);
      Future<Remote.Ended> second = threads.submit(other);
      return List.of(first.get(), second.get());
    }
  }
}
