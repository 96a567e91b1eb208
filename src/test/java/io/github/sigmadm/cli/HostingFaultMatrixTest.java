package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.github.GitHubConversation;
import io.github.sigmadm.http.ClientSettings;
import io.github.sigmadm.http.HostPolicy;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.testing.Sampled;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plan of a pull request and the deploy of its merge, once for each of their calls to the
/// hosting service and each [HostingFault].
///
/// Whatever happens there, a plan is made and a deploy is carried out, and what could not be said
/// on the pull request is in the job summary. Only where the policy asks for a label, and it cannot
/// be seen, nothing is deployed. There is never a second comment, and never the token in any text.
final class HostingFaultMatrixTest {

  private static final String TOKEN = "ghs_0123456789abcdefghijklmnop";
  private static final String MODEL = "data-models/orders.json";
  private static final String LABEL = "sigma-approved";

  @TempDir private Path folder;

  private final FakeGitHub github = new FakeGitHub();
  private final Pacing pacing = FaultMatrixTest.hurried(0);
  private final Secrets secrets = new Secrets();
  private final ServiceClient client =
      new ServiceClient(
          ClientSettings.of("GitHub", "test").withTimeout(HostingFault.TIMEOUT),
          HostPolicy.of(List.of(github.api().toString())),
          secrets,
          pacing,
          line -> {});
  private final SortedMap<String, Integer> results = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private HostingFault trapped = HostingFault.NONE;
  private int cases;

  private record Case(String run, int call, HostingFault fault, boolean always) {

    /// How the fault happens: to one call alone, or to each of its kind from then on.
    FakeGitHub.Trap trap() {
      AtomicReference<String> kind = new AtomicReference<>("");
      return (number, call) -> {
        if (number == this.call) {
          kind.set(call);
        }
        return number == this.call || (always && number > this.call && kind.get().equals(call))
            ? fault
            : HostingFault.NONE;
      };
    }
  }

  /// A run and what must hold after it.
  private interface Check {
    void run(Scene scene) throws IOException;
  }

  private static String orders(String formula) {
    return """
    { "name": "Orders", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
      { "id": "orders", "kind": "table", "name": "Orders",
        "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["DB", "S", "O"] },
        "columns": [ { "id": "k", "formula": "[O/Key]" } %s ] } ] } ] }
    """
        .formatted(Sandbox.CONNECTION, formula);
  }

  private Scene scene(String name) throws IOException {
    Path place = folder.resolve(name);
    Files.createDirectories(place);
    HostedRepository repository =
        new HostedRepository(
            "acme", "models", URI.create("https://github.com"), github.api(), Optional.empty());
    return new Scene(place, IdMode.REMAP)
        .talkingOn(
            new GitHubConversation(
                repository, Optional.of(new Secret(TOKEN)), client, secrets, pacing));
  }

  @BeforeEach
  void listen() {
    secrets.add(new Secret(TOKEN));
  }

  @AfterEach
  void stop() {
    client.close();
    github.close();
  }

  @Test
  void aPlanIsMadeAndToldWhateverBecomesOfTheComment() throws Exception {
    try (Scene scene = scene("plan")) {
      Commit base = scene.repository.commit("base", Map.of("sigma-dm.yml", Scene.CONFIGURATION));
      Commit one = scene.repository.commit("one", Map.of(MODEL, orders("")));
      Commit two =
          scene.repository.commit(
              "two", Map.of(MODEL, orders(", { \"id\": \"a\", \"formula\": \"[O/Amount]\" }")));
      Check first = planned(base, one, "first plan");
      Check again = planned(base, two, "second plan");

      github.forget();
      List<String> made = calls(scene, first);
      List<String> edited = calls(scene, again);
      assertThat(made).anyMatch(call -> call.startsWith("POST /repos"));
      assertThat(edited).anyMatch(call -> call.startsWith("PATCH"));
      for (Case each : cases("first plan", made.size())) {
        github.forget();
        verify(scene, each, first, again);
      }
      for (Case each : cases("second plan", edited.size())) {
        github.forget();
        calls(scene, first);
        verify(scene, each, again, again);
      }
    }
    conclude();
  }

  private Check planned(Commit base, Commit head, String name) {
    return scene -> {
      Conclusion conclusion =
          scene.execute(new Event.PullRequest(7, "synchronize", "main", base, head, false));
      count(name, conclusion);
      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      assertTold(scene, "1 model to create");
    };
  }

  @Test
  void anApprovedChangeIsDeployedUnlessTheLabelCannotBeSeen() throws Exception {
    int round = 0;
    List<String> calls;
    try (Scene scene = scene("deploy")) {
      calls = calls(scene, merged(scene));
      assertThat(calls).hasSizeGreaterThan(3);
    }
    for (Case each : cases("deploy", calls.size())) {
      github.forget();
      try (Scene scene = scene("deploy" + ++round)) {
        Check merge = merged(scene);
        verify(scene, each, merge, merge);
      }
    }
    conclude();
  }

  /// The deploy of a merge that takes a column away, which has to be approved, and is.
  private Check merged(Scene scene) throws IOException {
    github.setTrap((number, call) -> HostingFault.NONE);
    String amount = ", { \"id\": \"a\", \"formula\": \"[O/Amount]\" }";
    Commit before =
        scene.repository.commit(
            "before", Map.of("sigma-dm.yml", Scene.CONFIGURATION, MODEL, orders(amount)));
    assertThat(scene.execute(new Event.Push("main", Scene.NOTHING, before)).exitCode()).isZero();
    Commit after = scene.repository.commit("after", Map.of(MODEL, orders("")));
    String id = scene.sandbox.dataModels().getFirst();
    github.forget();
    github.label(LABEL);
    return now -> {
      now.summary.setLength(0);
      Conclusion conclusion = now.execute(new Event.Push("main", before, after));
      count("deploy", conclusion);
      boolean gone = !now.sandbox.specText(id).contains("Amount");
      assertThat(gone).isEqualTo(conclusion.exitCode() == 0);
      if (conclusion.exitCode() != 0) {
        assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.NEEDS_APPROVAL));
        // a 422 says that no pull request has the commit, so there are no labels
        if (trapped != HostingFault.UNPROCESSABLE) {
          assertThat(now.summary).contains("labels of the pull request could not be read");
          assertThat(now.lines).anyMatch(line -> line.startsWith("warning: "));
        }
      }
    };
  }

  private List<String> calls(Scene scene, Check run) throws IOException {
    github.setTrap((number, call) -> HostingFault.NONE);
    run.run(scene);
    return github.calls();
  }

  private List<Case> cases(String run, int calls) {
    List<Case> all = new ArrayList<>();
    for (int call = 1; call <= calls; call++) {
      for (HostingFault fault : HostingFault.values()) {
        if (fault != HostingFault.NONE) {
          all.add(new Case(run, call, fault, false));
          all.add(new Case(run, call, fault, true));
        }
      }
    }
    return Sampled.of(all, 5);
  }

  private void verify(Scene scene, Case given, Check run, Check next) {
    cases++;
    try {
      scene.summary.setLength(0);
      trapped = given.fault();
      github.setTrap(given.trap());
      run.run(scene);
      assertNoSecret(scene);
      assertThat(github.comments()).as("comments").hasSizeLessThan(2);

      github.setTrap((number, call) -> HostingFault.NONE);
      scene.summary.setLength(0);
      next.run(scene);
      assertThat(github.comments()).as("comments after the next run").hasSizeLessThan(2);
      assertThat(scene.lines).noneMatch(line -> line.startsWith("warning: "));
    } catch (Trouble | AssertionError | IOException e) {
      problems.add(
          given + "\n  " + e + "\n  " + github.calls() + "\n  " + String.join("\n  ", scene.lines));
    }
  }

  /// In the comment, or else in the summary, with a warning that it is not in the comment.
  private void assertTold(Scene scene, String what) {
    assertThat(scene.summary).contains(what);
    if (scene.lines.stream().noneMatch(line -> line.startsWith("warning: "))) {
      assertThat(github.comments()).singleElement().asString().contains(what);
    }
  }

  private static void assertNoSecret(Scene scene) {
    assertThat(String.join("\n", scene.lines) + scene.summary + scene.outputs.values() + scene.kept)
        .doesNotContain(TOKEN)
        .doesNotContain("Exception")
        .doesNotContain(scene.sandbox.options().credentials().clientSecret());
  }

  private void count(String run, Conclusion conclusion) {
    String reason = conclusion.failureReason().map(why -> " " + why.word()).orElse("");
    results.merge(run + ": " + conclusion.exitCode() + reason, 1, Integer::sum);
  }

  private void conclude() {
    System.out.println(cases + " cases with the hosting service: " + results);
    assertThat(problems).isEmpty();
    problems.clear();
  }
}
