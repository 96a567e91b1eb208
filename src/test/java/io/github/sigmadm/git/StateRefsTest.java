package io.github.sigmadm.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.StateStore.Entry;
import io.github.sigmadm.flow.StateStore.LogEntry;
import io.github.sigmadm.flow.StateStore.Recall;
import io.github.sigmadm.flow.StateStore.Saving;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.state.DeployedModel;
import io.github.sigmadm.state.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The state of environments in refs of a bare remote, of a web server, and of a repository that
/// was never cloned.
final class StateRefsTest {

  private static final EnvironmentName PROD = new EnvironmentName("prod");
  private static final RepositoryPath ORDERS = new RepositoryPath("data-models/orders.json");
  private static final RepositoryPath SALES = new RepositoryPath("data-models/eu/sales.yaml");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path temporary;

  private WorkTree author = new WorkTree(Path.of("."));
  private Path origin = Path.of(".");

  @BeforeEach
  void makeRemote() {
    author = WorkTree.make(temporary.resolve("author"));
    author.write("a", "1").commit("one");
    author.write("a", "2").commit("two");
    origin = temporary.resolve("served/acme/models.git");
    WorkTree.clone(author.folder().toString(), origin, "--mirror");
  }

  @Test
  void isEmptyBeforeAnythingWasDeployed() {
    at(
        shallow("one"),
        refs -> assertThat(refs.read(PROD)).isEqualTo(known(State.EMPTY, Optional.empty())));
  }

  @Test
  void keepsStateAndLiveModelsFromOneShallowCloneToAnother() {
    at(
        shallow("one"),
        refs -> {
          Commit first = saved(refs.save(PROD, entry(Optional.empty(), state(1), ORDERS, "first")));
          assertThat(refs.read(PROD)).isEqualTo(known(state(1), Optional.of(first)));
          saved(refs.save(PROD, entry(Optional.of(first), state(2), SALES, "second")));
        });
    at(
        shallow("two"),
        refs -> {
          Recall.Known recalled = recalled(refs);
          assertThat(recalled.state()).isEqualTo(state(2));
          Commit point = recalled.point().orElseThrow();
          assertThat(refs.live(point, ORDERS).orElseThrow()).asString().isEqualTo("first");
          assertThat(refs.live(point, SALES).orElseThrow()).asString().isEqualTo("second");
          assertThat(refs.live(point, new RepositoryPath("data-models"))).isEmpty();
        });
    assertThat(new WorkTree(origin).git("branch", "--list")).isEqualTo("* main");
  }

  @Test
  void doesNotSaveOverWhatAnotherRunSaved() {
    at(
        shallow("one"),
        one ->
            at(
                shallow("two"),
                two -> {
                  Recall.Known seen = recalled(one);
                  assertThat(recalled(two)).isEqualTo(seen);
                  Commit won =
                      saved(one.save(PROD, entry(seen.point(), state(1), ORDERS, "one's")));
                  assertThat(two.save(PROD, entry(seen.point(), state(2), ORDERS, "two's")))
                      .isEqualTo(new Saving.Overtaken());
                  assertThat(recalled(two)).isEqualTo(known(state(1), Optional.of(won)));
                }));
  }

  @Test
  void takesThePlaceOfAnEarlierEntryOfTheSameDeployInTheLog() {
    at(
        shallow("one"),
        refs -> {
          Commit before = saved(refs.save(PROD, entry(Optional.empty(), state(1), ORDERS, "old")));
          Commit half = saved(refs.save(PROD, entry(Optional.of(before), state(2), SALES, "half")));
          saved(
              refs.save(
                  PROD,
                  new Entry(
                      Optional.of(half),
                      Optional.of(before),
                      state(3),
                      Map.of(),
                      "whole\n\nbody")));
          assertThat(refs.log(PROD, 10))
              .extracting(LogEntry::message)
              .containsExactly("whole\n\nbody", "old");
          assertThat(refs.live(recalled(refs).point().orElseThrow(), SALES)).isPresent();
        });
  }

  @Test
  void forgetsALiveModelThatIsRemoved() {
    at(
        shallow("one"),
        refs -> {
          Commit first = saved(refs.save(PROD, entry(Optional.empty(), state(1), ORDERS, "x")));
          Commit second =
              saved(
                  refs.save(
                      PROD,
                      new Entry(
                          Optional.of(first),
                          Optional.of(first),
                          State.EMPTY,
                          Map.of(ORDERS, Optional.empty()),
                          "gone")));
          assertThat(refs.live(second, ORDERS)).isEmpty();
        });
  }

  @Test
  void onlyOneOfManyAtOnceWinsEachRound() throws Exception {
    int runs = 4;
    try (var threads = Executors.newFixedThreadPool(runs)) {
      List<Callable<Integer>> deploys =
          IntStream.range(0, runs)
              .<Callable<Integer>>mapToObj(run ->
                  () -> {
                    int[] lost = {0};
                    at(shallow("run-" + run), refs -> lost[0] = addUntilSaved(refs, run));
                    return lost[0];
                  })
              .toList();
      for (var result : threads.invokeAll(deploys)) {
        assertThat(result.get()).isLessThan(runs * 3);
      }
    }
    at(
        shallow("after"),
        refs -> {
          assertThat(recalled(refs).state().models()).hasSize(runs);
          assertThat(refs.log(PROD, 20)).hasSize(runs);
        });
  }

  private static int addUntilSaved(StateRefs refs, int run) {
    for (int lost = 0; ; lost++) {
      Recall.Known seen = recalled(refs);
      State more = seen.state().with(new RepositoryPath("m" + run + ".json"), model(run));
      Saving saving =
          refs.save(PROD, new Entry(seen.point(), seen.point(), more, Map.of(), "run " + run));
      if (saving instanceof Saving.Saved) {
        return lost;
      }
      assertThat(saving).isEqualTo(new Saving.Overtaken());
    }
  }

  @Test
  void worksOverHttpWithTheToken() throws IOException {
    new WorkTree(origin).git("config", "http.receivepack", "true");
    Secret token = new Secret("ghs_0123456789abcdef");
    String letIn =
        "Basic "
            + java.util.Base64.getEncoder()
                .encodeToString(("x-access-token:" + token.reveal()).getBytes(UTF_8));
    Path checkout = shallow("one");
    try (GitServer server = new GitServer(temporary.resolve("served"), Optional.of(letIn))) {
      URI address = URI.create(server.address());
      HostedRepository hosted =
          new HostedRepository("acme", "models", address, address, Optional.empty());
      try (Checkout opened = Checkout.open(checkout);
          StateRefs refs =
              StateRefs.of(
                  opened,
                  Upstream.of(opened, Optional.of(hosted), Optional.of(token))
                      .map(ignored -> at(hosted, opened, token)),
                  CLOCK,
                  Duration.ZERO)) {
        Commit first = saved(refs.save(PROD, entry(Optional.empty(), state(1), ORDERS, "x")));
        server.failNext(1);
        saved(refs.save(PROD, entry(Optional.of(first), state(2), SALES, "y")));
        assertThat(recalled(refs).state()).isEqualTo(state(2));
      }
      try (Checkout opened = Checkout.open(checkout);
          StateRefs refs =
              StateRefs.of(
                  opened,
                  Optional.of(at(hosted, opened, new Secret("wrong"))),
                  CLOCK,
                  Duration.ZERO)) {
        assertThat(refs.read(PROD)).isInstanceOf(Recall.Unavailable.class);
        Saving saving = refs.save(PROD, entry(Optional.empty(), state(1), ORDERS, "x"));
        assertThat(saving).isInstanceOf(Saving.Refused.class);
        assertThat(saving.toString()).doesNotContain("wrong");
      }
    }
  }

  /// As on the hosting service: reached by its address and not by the folder that was cloned.
  private static Upstream at(HostedRepository hosted, Checkout checkout, Secret token) {
    new WorkTree(checkout.root())
        .git("remote", "set-url", "origin", hosted.server() + "/acme/models.git");
    try (Checkout again = Checkout.open(checkout.root())) {
      return Upstream.of(again, Optional.of(hosted), Optional.of(token)).orElseThrow();
    }
  }

  @Test
  void isARefOfTheRepositoryItselfWhereThatWasNeverCloned() {
    at(
        author.folder(),
        refs -> {
          Commit first = saved(refs.save(PROD, entry(Optional.empty(), state(1), ORDERS, "x")));
          assertThat(refs.save(PROD, entry(Optional.empty(), state(2), ORDERS, "y")))
              .isEqualTo(new Saving.Overtaken());
          assertThat(recalled(refs)).isEqualTo(known(state(1), Optional.of(first)));
        });
    assertThat(author.git("for-each-ref", "--format=%(refname)"))
        .isEqualTo("refs/heads/main\nrefs/sigma-dm/prod");
    assertThat(author.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void saysSoWhereTheRemoteCannotBeReached() {
    Path checkout = shallow("one");
    new WorkTree(checkout).git("remote", "set-url", "origin", "git@example.com:acme/models.git");
    at(checkout, refs -> assertThat(refs.read(PROD)).isInstanceOf(Recall.Unavailable.class));
    new WorkTree(checkout).git("remote", "set-url", "origin", temporary.resolve("no").toString());
    at(
        checkout,
        refs ->
            assertThatThrownBy(() -> refs.read(PROD))
                .isInstanceOf(Trouble.Unreachable.class)
                .hasMessageContaining("refs/sigma-dm/prod"));
  }

  @Test
  void doesNotGuessWhereTheStateIsDamaged() {
    author.git("checkout", "--quiet", "--orphan", "broken");
    author.write("state.json", "{\"version\":1").commit("broken");
    author.git("push", "--quiet", origin.toString(), "HEAD:refs/sigma-dm/prod");
    at(
        shallow("one"),
        refs ->
            assertThatThrownBy(() -> refs.read(PROD))
                .isInstanceOf(Trouble.BadConfiguration.class)
                .hasMessageContaining("git push --force origin <commit>:refs/sigma-dm/prod"));
  }

  private Path shallow(String name) {
    Path folder = temporary.resolve(name);
    WorkTree.clone("file://" + origin, folder, "--depth=1");
    return folder;
  }

  private static void at(Path checkout, Consumer<StateRefs> work) {
    try (Checkout opened = Checkout.open(checkout);
        StateRefs refs =
            StateRefs.of(
                opened,
                Upstream.of(opened, Optional.empty(), Optional.empty()),
                CLOCK,
                Duration.ZERO)) {
      work.accept(refs);
    }
  }

  private static Recall.Known recalled(StateRefs refs) {
    return (Recall.Known) refs.read(PROD);
  }

  private static Recall.Known known(State state, Optional<Commit> point) {
    return new Recall.Known(state, point);
  }

  private static Commit saved(Saving saving) {
    assertThat(saving).isInstanceOf(Saving.Saved.class);
    return ((Saving.Saved) saving).point();
  }

  /// One live model besides the state; its message is its content too.
  private static Entry entry(
      Optional<Commit> on, State state, RepositoryPath path, String message) {
    return new Entry(on, on, state, Map.of(path, Optional.of(message.getBytes(UTF_8))), message);
  }

  private static State state(int version) {
    return State.EMPTY.with(ORDERS, model(version));
  }

  private static DeployedModel model(int version) {
    return new DeployedModel(
        new DataModelId("0983d911-0000-4000-8000-000000000001"),
        "Orders",
        new FolderId("72a56f98-6c10-4a07-8795-b7661ffc5226"),
        Optional.of("abc"),
        new Commit("a".repeat(40)),
        Optional.of((long) version),
        true,
        IdMap.EMPTY);
  }
}
