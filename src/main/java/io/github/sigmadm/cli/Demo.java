package io.github.sigmadm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sigmadm.actions.ActionsArtifacts;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.Inputs;
import io.github.sigmadm.flow.Mode;
import io.github.sigmadm.flow.Program;
import io.github.sigmadm.flow.Run;
import io.github.sigmadm.flow.World;
import io.github.sigmadm.git.Checkout;
import io.github.sigmadm.git.GitHistory;
import io.github.sigmadm.git.NewRepository;
import io.github.sigmadm.git.StateRefs;
import io.github.sigmadm.git.Upstream;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The story that `sigma-dm demo` tells: the same program as in a workflow, with a stand-in for
/// Sigma and a pull request that lives in memory.
final class Demo {

  private static final String EXAMPLE = "examples/star-schema/";
  private static final String TICKETS = "data-models/ticket-sales.json";
  private static final String SEASON = "data-models/season-overview.json";
  private static final int PULL_REQUEST = 1;
  private static final Commit NOTHING = new Commit("0".repeat(40));

  private final Console console;
  private final Path folder;
  private final IdMode ids;
  private final DemoConversation conversation = new DemoConversation();

  Demo(Console console, Path folder, IdMode ids) {
    this.console = console;
    this.folder = folder;
    this.ids = ids;
  }

  int run() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withIds(ids));
        NewRepository repository =
            NewRepository.in(folder, Instant.parse("2026-01-05T09:00:00Z"))) {
      DemoWarehouse warehouse = new DemoWarehouse(sandbox);
      warehouse.furnish();
      say("A stand-in for Sigma is at " + sandbox.baseUrl() + ", a Git repository in " + folder);

      chapter("1. The first push to main: a model is created");
      String configuration = configuration();
      String tickets = example(TICKETS);
      Map<String, String> first = new LinkedHashMap<>();
      first.put("sigma-dm.yml", configuration);
      first.put(TICKETS, tickets);
      Commit start = repository.commit("Describe ticket sales", first);
      execute(sandbox, new Event.Push("main", NOTHING, start));
      warehouse.workbook("Weekly box office", "Ticket Sales");
      say("Somebody makes a workbook on it: Weekly box office.");

      chapter("2. A pull request: its plan, as the comment says it");
      repository.branch("season");
      Map<String, String> second = new LinkedHashMap<>();
      second.put(TICKETS, DemoChange.of(tickets));
      second.put(SEASON, example(SEASON));
      Commit head = repository.commit("Add the season overview, drop the ticket status", second);
      Conclusion planned = execute(sandbox, pullRequest("opened", start, head));
      conversation.body(PULL_REQUEST).ifPresent(this::comment);

      chapter("3. A reviewer approves the breaking change with the label");
      conversation.label(PULL_REQUEST, "data-owner-approved");
      Conclusion approved = execute(sandbox, pullRequest("labeled", start, head));

      chapter("4. The merge: deployed, read back, reported");
      Commit merge = repository.merge("main", "season", "Merge pull request #1 from season");
      conversation.merge(PULL_REQUEST, merge);
      int before = sandbox.requests().count();
      Conclusion deployed = execute(sandbox, new Event.Push("main", start, merge));
      conversation.body(PULL_REQUEST).ifPresent(this::comment);
      say("Calls to Sigma: " + (sandbox.requests().count() - before));

      Path report = keepReport();

      chapter("5. The same again: nothing changes, nothing is written");
      Conclusion repeated = execute(sandbox, new Event.Dispatch("main"));

      chapter("6. Somebody changes a metric in Sigma: the scheduled report tells it");
      sandbox
          .person()
          .changeFormula(
              sandbox.dataModelsNamed("Ticket Sales").getFirst(),
              "Tickets",
              "Average Price",
              "Avg([Paid]) * 1.1");
      Conclusion drifted = execute(sandbox, new Event.Schedule("main"));

      say("");
      say("What was deployed when: ./sigma-dm state log -C " + folder);
      say("The report of the deploy, to be looked at in a browser: " + report);
      return asTold(planned, approved, deployed, repeated, drifted) ? 0 : 4;
    }
  }

  /// Whether every chapter ended as its title says.
  private static boolean asTold(
      Conclusion planned,
      Conclusion approved,
      Conclusion deployed,
      Conclusion repeated,
      Conclusion drifted) {
    return planned.exitCode() == 3
        && approved.exitCode() == 0
        && deployed.exitCode() == 0
        && repeated instanceof Conclusion.NothingToDo
        && drifted.exitCode() == 3;
  }

  private Conclusion execute(Sandbox sandbox, Event event) {
    Secrets secrets = new Secrets();
    ConsoleAnnouncer announcer = new ConsoleAnnouncer(console, secrets::redact, false);
    Inputs inputs = inputs(sandbox);
    try (Checkout checkout = Checkout.open(folder);
        GitHistory history =
            GitHistory.of(
                checkout,
                Upstream.of(checkout, Optional.empty(), Optional.empty()),
                List.of(),
                Optional.empty());
        SigmaConnections sigma = new SigmaConnections(secrets, announcer);
        StateRefs states =
            StateRefs.of(
                checkout,
                Upstream.of(checkout, Optional.empty(), Optional.empty()),
                Clock.systemUTC())) {
      World world =
          new World(
              new CheckedOutRepository(history, history, checkout.head(), Optional.empty()),
              sigma,
              Optional.of(conversation),
              announcer,
              new ActionsArtifacts(folder, Optional.empty(), Optional.empty()),
              states,
              name -> Optional.empty(),
              Pauses::sleep);
      Conclusion conclusion =
          new Program(world, new Run(inputs, event, Optional.empty(), Optional.empty())).execute();
      say(
          "=> "
              + conclusion.result().word()
              + conclusion.failureReason().map(reason -> " (" + reason.word() + ")").orElse("")
              + ", exit code "
              + conclusion.exitCode());
      return conclusion;
    }
  }

  private static Event pullRequest(String action, Commit base, Commit head) {
    return new Event.PullRequest(PULL_REQUEST, action, "main", base, head, false);
  }

  private static Inputs inputs(Sandbox sandbox) {
    SandboxOptions options = sandbox.options();
    return new Inputs(
        Mode.AUTO,
        new RepositoryPath("sigma-dm.yml"),
        Optional.empty(),
        Optional.of(new Secret(options.credentials().clientId())),
        Optional.of(new Secret(options.credentials().clientSecret())),
        Optional.of(sandbox.baseUrl()),
        Optional.empty(),
        Inputs.CommentWhen.CHANGES,
        Inputs.FailOn.ERROR,
        false,
        Optional.empty(),
        8,
        List.of(),
        Optional.empty(),
        List.of());
  }

  /// The example's own configuration, with the stand-in's folder and connection.
  private static String configuration() {
    return example("sigma-dm.yml")
        .replace("22222222-2222-4222-8222-222222222222", Sandbox.PRODUCTION_FOLDER)
        .replace("11111111-1111-4111-8111-111111111111", Sandbox.CONNECTION);
  }

  static String example(String path) {
    try (InputStream in = Demo.class.getClassLoader().getResourceAsStream(EXAMPLE + path)) {
      if (in == null) {
        throw new IllegalStateException("the example " + path + " is not in the jar");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The report of the last run under a name of its own, since the next run writes another.
  private Path keepReport() {
    Path kept = folder.resolve(ActionsArtifacts.FOLDER);
    Path report = kept.resolve("deploy-report.html");
    try {
      Files.copy(kept.resolve("sigma-dm-report.html"), report, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return report;
  }

  private void chapter(String title) {
    say("");
    say(title);
    say("-".repeat(title.length()));
  }

  private void comment(String body) {
    say("");
    say("The comment on the pull request:");
    body.lines().forEach(line -> say("  | " + line));
  }

  private void say(String text) {
    console.out().println(text);
  }
}
