package io.github.sigmadm.cli;

import io.github.sigmadm.actions.ActionsAnnouncer;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.Announcer;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.Inputs;
import io.github.sigmadm.flow.Mode;
import io.github.sigmadm.flow.Program;
import io.github.sigmadm.flow.Run;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.flow.World;
import io.github.sigmadm.git.Checkout;
import io.github.sigmadm.git.GitHistory;
import io.github.sigmadm.git.StateRefs;
import io.github.sigmadm.git.Upstream;
import io.github.sigmadm.http.Secrets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// One of the modes on a person's own machine.
@Command(mixinStandardHelpOptions = true)
final class ModeCommand implements Callable<Integer> {

  private final Main main;
  private final Mode mode;

  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      description = "The folder to work in instead of the current one; paths are relative to it.")
  private @Nullable Path directory;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "sigma-dm.yml",
      description = "The configuration file (default: ${DEFAULT-VALUE}).")
  private String config = "sigma-dm.yml";

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "The environment to use instead of the one that the branch is mapped to.")
  private @Nullable String environment;

  @Option(
      names = "--base",
      paramLabel = "REVISION",
      description = "Look only at what differs from this branch or commit; all specs without it.")
  private @Nullable String base;

  @Option(
      names = "--models",
      paramLabel = "GLOB",
      split = ",",
      description = "Look only at specs whose paths match.")
  private List<String> models = List.of();

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where Sigma's API is, instead of the environment's `api`.")
  private @Nullable String baseUrl;

  @Option(
      names = "--allowed-hosts",
      paramLabel = "HOST",
      split = ",",
      description = "Hosts that Sigma's API may be on besides the published ones.")
  private List<String> allowedHosts = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "error|warning",
      defaultValue = "error",
      description = "What fails validation (default: ${DEFAULT-VALUE}).")
  private Inputs.FailOn failOn = Inputs.FailOn.ERROR;

  @Option(
      names = "--max-parallel",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many models are worked on at once, at most (default: ${DEFAULT-VALUE}).")
  private int maxParallel = 8;

  @Option(names = "--dry-run", description = "Plan a deploy and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--format",
      paramLabel = "text|json|sarif|github",
      defaultValue = "text",
      description = {
        "What to write to standard output (default: ${DEFAULT-VALUE}): text for people, json for"
            + " the plan, sarif for the findings as code scanning reads them, github for the"
            + " findings as workflow commands. With any but text, the rest goes to standard error."
      })
  private Format format = Format.TEXT;

  @Option(
      names = "--plan-file",
      paramLabel = "FILE",
      description = "Write the plan as JSON to this file.")
  private @Nullable Path planFile;

  @Option(
      names = "--report-file",
      paramLabel = "FILE",
      description = "Write the report as HTML to this file.")
  private @Nullable Path reportFile;

  @Option(
      names = "--debug",
      description = "Say what is asked of Sigma, and give traces of defects.")
  private boolean debug;

  ModeCommand(Main main, Mode mode) {
    this.main = main;
    this.mode = mode;
  }

  @Override
  public Integer call() {
    boolean debugging = debug || main.isDebugging();
    Secrets secrets = new Secrets();
    Console console = format == Format.TEXT ? main.console() : main.console().onError();
    ConsoleAnnouncer person = new ConsoleAnnouncer(console, secrets::redact, debugging);
    Path folder = Optional.ofNullable(directory).map(main.folder()::resolve).orElse(main.folder());
    try (Checkout checkout = Checkout.open(folder)) {
      ActionsAnnouncer runner =
          new ActionsAnnouncer(main.console().out(), secrets::redact, checkout.within(folder));
      return run(
          checkout,
          folder,
          format == Format.GITHUB ? new WorkflowAnnouncer(runner, person) : person,
          secrets);
    } catch (Trouble trouble) {
      String why =
          Optional.ofNullable(trouble.getMessage()).orElse(trouble.getClass().getSimpleName());
      if (format == Format.GITHUB) {
        new ActionsAnnouncer(main.console().out(), secrets::redact, Optional.empty()).error(why);
      } else {
        person.error(why);
      }
      return Troubles.conclusion(trouble).exitCode();
    }
  }

  private int run(Checkout checkout, Path folder, Announcer announcer, Secrets secrets) {
    try (GitHistory history =
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
      Inputs inputs = inputs(checkout.within(folder));
      Optional<Commit> compared =
          Optional.ofNullable(base)
              .map(revision ->
                  checkout
                      .find(revision)
                      .orElseThrow(() ->
                          new Trouble.BadConfiguration(
                              "There is no branch or commit '"
                                  + revision
                                  + "' here; fetch it, or correct --base.")));
      World world =
          new World(
              new CheckedOutRepository(history, history, checkout.head(), compared),
              sigma,
              Optional.empty(),
              announcer,
              new ConsoleArtifacts(
                  Optional.ofNullable(planFile).map(main.folder()::resolve),
                  Optional.ofNullable(reportFile).map(main.folder()::resolve),
                  format,
                  main.console().out()),
              states,
              main::variable,
              Pauses::sleep,
              main.cancellation());
      Event event = new Event.CommandLine(checkout.branch().orElse(""));
      return new Program(world, new Run(inputs, event, Optional.empty(), Optional.empty()))
          .execute()
          .exitCode();
    }
  }

  private Inputs inputs(Optional<RepositoryPath> workingDirectory) {
    if (maxParallel < 1 || maxParallel > 64) {
      throw new Trouble.BadConfiguration(
          "--max-parallel cannot be " + maxParallel + ". It is a number from 1 to 64.");
    }
    return new Inputs(
        mode,
        made("--config", config, RepositoryPath::new),
        Optional.ofNullable(environment)
            .map(name -> made("--environment", name, EnvironmentName::new)),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(baseUrl),
        Optional.empty(),
        Inputs.CommentWhen.NEVER,
        failOn,
        dryRun,
        workingDirectory,
        maxParallel,
        allowedHosts,
        Optional.empty(),
        models);
  }

  private static <T> T made(String option, String text, Function<String, T> make) {
    try {
      return make.apply(text);
    } catch (IllegalArgumentException e) {
      throw new Trouble.BadConfiguration(
          option + " cannot be '" + text + "': " + e.getMessage() + ".");
    }
  }
}
