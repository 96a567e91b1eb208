package io.github.sigmadm.cli;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Announcer;
import io.github.sigmadm.flow.Artifacts;
import io.github.sigmadm.flow.Cancellation;
import io.github.sigmadm.flow.Conversation;
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
import io.github.sigmadm.http.ClientSettings;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.Terminal;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A repository, a stand-in for Sigma and pull requests in memory, on which whole runs are made.
final class Scene implements AutoCloseable {

  static final Commit NOTHING = new Commit("0".repeat(40));

  static final String CONFIGURATION =
      """
      version: 1
      specs: ["data-models/**/*.{json,yml,yaml}"]
      environments:
        prod:
          branches: [main]
          api: aws-us-west
          folder: %s
      """
          .formatted(Sandbox.PRODUCTION_FOLDER);

  final Sandbox sandbox;
  final NewRepository repository;
  final DemoConversation conversation = new DemoConversation();
  private Optional<Conversation> otherConversation = Optional.empty();
  final Map<String, String> outputs = new LinkedHashMap<>();
  final Map<String, String> kept = new LinkedHashMap<>();
  final List<Diagnostic> annotations = new ArrayList<>();
  final List<String> lines = new ArrayList<>();
  final StringBuilder summary = new StringBuilder();
  private final Path folder;
  private boolean withCredentials = true;
  private boolean withBaseUrl = true;
  private int maxParallel = 4;
  private Cancellation cancellation = Cancellation.NEVER;
  private Optional<String> address = Optional.empty();
  private ClientSettings settings = SigmaConnections.usual();
  private Pacing pacing = Pacing.real();
  private Consumer<Duration> pause = duration -> {};
  private Inputs.FailOn failOn = Inputs.FailOn.ERROR;

  Scene(Path folder, IdMode ids) {
    this(folder, SandboxOptions.defaults().withIds(ids));
  }

  Scene(Path folder, SandboxOptions options) {
    this.folder = folder;
    sandbox = Sandbox.start(options.withTokenRateLimit(false));
    repository = NewRepository.in(folder, Instant.parse("2026-01-05T09:00:00Z"));
  }

  /// From now on as in a pull request from a fork.
  Scene withoutCredentials() {
    withCredentials = false;
    return this;
  }

  /// From now on with another address of Sigma's API.
  Scene speakingTo(String other) {
    address = Optional.of(other);
    return this;
  }

  /// From now on with `fail-on: warning`.
  Scene failingOnWarnings() {
    failOn = Inputs.FailOn.WARNING;
    return this;
  }

  /// From now on runs stop when this says so.
  Scene stoppedBy(Cancellation cancellation) {
    this.cancellation = cancellation;
    return this;
  }

  /// From now on one model after the other, so that the log has one order.
  Scene oneAtATime() {
    maxParallel = 1;
    return this;
  }

  /// From now on with pull requests that are elsewhere.
  Scene talkingOn(Conversation other) {
    otherConversation = Optional.of(other);
    return this;
  }

  /// From now on only the configuration says where Sigma is.
  Scene withoutBaseUrl() {
    withBaseUrl = false;
    return this;
  }

  /// From now on with another patience with Sigma: how long an answer may take, and what waiting
  /// for another attempt takes.
  Scene waiting(Duration timeout, Pacing other) {
    settings = settings.withTimeout(timeout);
    pacing = other;
    pause =
        duration -> {
          try {
            other.sleeper().sleep(duration);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    return this;
  }

  Conclusion execute(Event event) {
    return execute(event, Mode.AUTO, false);
  }

  Conclusion execute(Event event, Mode mode, boolean dryRun) {
    outputs.clear();
    annotations.clear();
    lines.clear();
    Secrets secrets = new Secrets();
    Announcer announcer = announcer();
    try (Checkout checkout = Checkout.open(folder);
        GitHistory history =
            GitHistory.of(
                checkout,
                Upstream.of(checkout, Optional.empty(), Optional.empty()),
                List.of(),
                Optional.empty());
        SigmaConnections sigma = new SigmaConnections(secrets, announcer, settings, pacing);
        StateRefs states =
            StateRefs.of(
                checkout,
                Upstream.of(checkout, Optional.empty(), Optional.empty()),
                Clock.systemUTC())) {
      World world =
          new World(
              new CheckedOutRepository(history, history, checkout.head(), Optional.empty()),
              sigma,
              otherConversation.or(() -> Optional.of(conversation)),
              announcer,
              artifacts(),
              states,
              name -> Optional.empty(),
              pause,
              cancellation);
      return new Program(
              world, new Run(inputs(mode, dryRun), event, Optional.empty(), Optional.empty()))
          .execute();
    }
  }

  private Inputs inputs(Mode mode, boolean dryRun) {
    SandboxOptions options = sandbox.options();
    return new Inputs(
        mode,
        new RepositoryPath("sigma-dm.yml"),
        Optional.empty(),
        Optional.of(new Secret(options.credentials().clientId())).filter(id -> withCredentials),
        Optional.of(new Secret(options.credentials().clientSecret()))
            .filter(secret -> withCredentials),
        address.or(() -> Optional.of(sandbox.baseUrl()).filter(url -> withBaseUrl)),
        Optional.empty(),
        Inputs.CommentWhen.CHANGES,
        failOn,
        dryRun,
        Optional.empty(),
        maxParallel,
        List.of(),
        Optional.empty(),
        List.of());
  }

  Announcer announcer() {
    return new Announcer() {
      @Override
      public synchronized void line(String text) {
        lines.add(text);
      }

      @Override
      public void show(Function<Terminal, String> text) {
        lines.add(text.apply(Terminal.PLAIN));
      }

      @Override
      public void group(String title) {}

      @Override
      public void endGroup() {}

      @Override
      public synchronized void warning(String text) {
        lines.add("warning: " + text);
      }

      @Override
      public synchronized void annotate(Diagnostic diagnostic) {
        annotations.add(diagnostic);
      }

      @Override
      public synchronized void notice(String text) {
        lines.add("notice: " + text);
      }

      @Override
      public void debug(String text) {}
    };
  }

  private Artifacts artifacts() {
    return new Artifacts() {
      @Override
      public String keep(String name, byte[] content) {
        kept.put(name, new String(content, StandardCharsets.UTF_8));
        return name;
      }

      @Override
      public void summarise(String markdown) {
        summary.append(markdown);
      }

      @Override
      public void output(Map<String, String> values) {
        outputs.putAll(values);
      }
    };
  }

  /// The plan file of the last run.
  String planFile() {
    return Optional.ofNullable(kept.get("sigma-dm-plan.json")).orElse("");
  }

  @Override
  public void close() {
    repository.close();
    sandbox.close();
  }
}
