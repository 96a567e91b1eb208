package io.github.sigmadm.cli;

import io.github.sigmadm.flow.Mode;
import io.github.sigmadm.flow.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/// The command line: one sub-command for each word of the contract.
final class CommandLines {

  private static final List<Mode> MODES =
      List.of(Mode.VALIDATE, Mode.PLAN, Mode.DEPLOY, Mode.DRIFT);

  private CommandLines() {}

  static CommandLine of(Main main) {
    CommandLine root = new CommandLine(new Root());
    for (Mode mode : MODES) {
      CommandLine command = new CommandLine(new ModeCommand(main, mode));
      command.getCommandSpec().usageMessage().description(description(mode));
      without(mode)
          .forEach(option -> {
            CommandSpec spec = command.getCommandSpec();
            spec.remove(spec.findOption(option));
          });
      root.addSubcommand(mode.word(), command);
    }
    root.addSubcommand("state", new StateCommand(main));
    root.addSubcommand("sandbox", new SandboxCommand(main.console()));
    root.addSubcommand("demo", new DemoCommand(main.console()));
    root.setOut(new PrintWriter(main.console().out(), true, StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(main.console().err(), true, StandardCharsets.UTF_8));
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(main.console().colours() ? Ansi.ON : Ansi.OFF));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setExecutionExceptionHandler((failure, command, parsed) -> main.defect(failure));
    return root;
  }

  /// The options that mean nothing in a mode.
  private static List<String> without(Mode mode) {
    return switch (mode) {
      case VALIDATE -> List.of("--dry-run", "--max-parallel", "--base-url", "--allowed-hosts");
      case PLAN -> List.of("--dry-run");
      case DRIFT -> List.of("--dry-run", "--format", "--fail-on");
      case DEPLOY -> List.of("--format");
      case AUTO, PREVIEW, CLEANUP, ROLLBACK, PULL -> List.of();
    };
  }

  private static String description(Mode mode) {
    return switch (mode) {
      case VALIDATE -> "Check the specs and say what is wrong with them, at which line.";
      case PLAN -> "Show what deploying the checked-out commit would do to the live models.";
      case DEPLOY -> "Deploy the checked-out commit's specs to the environment of its branch.";
      case DRIFT -> "Show where the live models are not what the checked-out commit's specs say.";
      case AUTO, PREVIEW, CLEANUP, ROLLBACK, PULL ->
          throw new IllegalArgumentException("no sub-command for " + mode.word());
    };
  }

  @Command(
      name = "sigma-dm",
      description = {
        "Plans and deploys Sigma data models that are kept as spec files in Git.",
        "",
        "Reads sigma-dm.yml and the specs from the checked-out commit. Credentials come from the"
            + " variables SIGMA_CLIENT_ID and SIGMA_CLIENT_SECRET (with a prefix between, where the"
            + " environment sets one); without them, validate and plan do what Git alone can tell.",
        ""
      },
      footer = {
        "",
        "Exit codes: 0 done or nothing to do, 1 a spec is invalid, 2 the configuration, the inputs or"
            + " a service, 3 stopped by a policy, 4 a deploy did not fully succeed, 5 a defect in this"
            + " program."
      },
      synopsisSubcommandLabel = "COMMAND",
      mixinStandardHelpOptions = true,
      versionProvider = Root.class)
  private static final class Root implements Runnable, IVersionProvider {

    @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Override
    public String[] getVersion() {
      return new String[] {"sigma-dm " + Version.text()};
    }
  }
}
