package io.github.sigmadm.cli;

import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.config.ConfigurationReader;
import io.github.sigmadm.config.Environment;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.StateStore.Recall;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.git.Checkout;
import io.github.sigmadm.git.GitHistory;
import io.github.sigmadm.git.StateRefs;
import io.github.sigmadm.git.Upstream;
import io.github.sigmadm.render.StateText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows what is recorded of the deploys to an environment.
@Command(
    description = {
      "Show what is recorded of earlier deploys, in the ref refs/sigma-dm/<environment>.",
      "",
      "Nothing is changed, and Sigma is not asked."
    },
    subcommands = {StateCommand.Show.class, StateCommand.Log.class},
    synopsisSubcommandLabel = "show|log",
    mixinStandardHelpOptions = true)
final class StateCommand {

  private final Main main;

  StateCommand(Main main) {
    this.main = main;
  }

  /// Does something with the state of the environment that is meant.
  @FunctionalInterface
  interface Use {
    String of(StateRefs refs, EnvironmentName environment);
  }

  private int use(@Nullable Path directory, @Nullable String environment, String config, Use use) {
    Path folder = Optional.ofNullable(directory).map(main.folder()::resolve).orElse(main.folder());
    Optional<Upstream> nowhere = Optional.empty();
    try (Checkout checkout = Checkout.open(folder);
        GitHistory history = GitHistory.of(checkout, nowhere, List.of(), Optional.empty());
        StateRefs refs =
            StateRefs.of(
                checkout,
                Upstream.of(checkout, Optional.empty(), Optional.empty()),
                Clock.systemUTC())) {
      EnvironmentName name =
          environment == null ? ofBranch(checkout, history, config) : named(environment);
      main.console().out().print(use.of(refs, name));
      main.console().out().flush();
      return 0;
    } catch (Trouble trouble) {
      main.console().err().println("error: " + trouble.getMessage());
      return Troubles.conclusion(trouble).exitCode();
    }
  }

  private static EnvironmentName named(String environment) {
    if (!EnvironmentName.isValid(environment)) {
      throw new Trouble.BadConfiguration(
          "--environment cannot be '" + environment + "': that is no name of an environment.");
    }
    return new EnvironmentName(environment);
  }

  private static EnvironmentName ofBranch(Checkout checkout, GitHistory history, String config) {
    RepositoryPath file = new RepositoryPath(config);
    Configuration configuration =
        history
            .read(checkout.head(), file)
            .map(bytes -> ConfigurationReader.read(file, bytes).configuration())
            .orElse(ConfigurationReader.DEFAULT);
    List<Environment> mapped =
        checkout.branch().map(configuration::environmentsFor).orElse(List.of());
    if (mapped.size() != 1) {
      throw new Trouble.BadConfiguration(
          "The branch that is checked out has no environment in "
              + config
              + ". Name one with --environment.");
    }
    return mapped.getFirst().name();
  }

  /// What each file was last deployed as.
  @Command(
      name = "show",
      description = "Show which model each file was last deployed as.",
      mixinStandardHelpOptions = true)
  static final class Show extends Choice implements Callable<Integer> {

    @ParentCommand private @Nullable StateCommand parent;

    @Override
    public Integer call() {
      return use(
          parent,
          (refs, environment) ->
              switch (refs.read(environment)) {
                case Recall.Known(var state, _) -> StateText.show(environment, state);
                case Recall.Unavailable(var reason) ->
                    throw new Trouble.BadConfiguration("The state cannot be read: " + reason + ".");
              });
    }
  }

  /// What was deployed when.
  @Command(
      name = "log",
      description = "Show what was deployed when, latest first.",
      mixinStandardHelpOptions = true)
  static final class Log extends Choice implements Callable<Integer> {

    @ParentCommand private @Nullable StateCommand parent;

    @Option(
        names = {"-n", "--number"},
        paramLabel = "N",
        defaultValue = "20",
        description = "How many deploys, at most (default: ${DEFAULT-VALUE}).")
    private int number = 20;

    @Override
    public Integer call() {
      return use(
          parent,
          (refs, environment) ->
              StateText.log(
                  environment,
                  refs.log(environment, Math.max(1, number)).stream()
                      .map(entry ->
                          new StateText.Entry(entry.point(), entry.time(), entry.message()))
                      .toList()));
    }
  }

  /// Which environment of which repository.
  abstract static class Choice {

    @Option(
        names = {"-C", "--directory"},
        paramLabel = "DIR",
        description = "The folder to work in instead of the current one.")
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
        description = "The environment, instead of the one that the branch is mapped to.")
    private @Nullable String environment;

    int use(@Nullable StateCommand parent, Use use) {
      if (parent == null) {
        throw new IllegalStateException("a sub-command without its command");
      }
      return parent.use(directory, environment, config, use);
    }
  }
}
