package io.github.sigmadm.cli;

import io.github.sigmadm.flow.Cancellation;
import io.github.sigmadm.render.FailureReason;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The program: the action where it is run without arguments on a runner, else the command line.
public final class Main {

  private final Map<String, String> variables;
  private final Console console;
  private final Path folder;
  private final Cancellation cancellation;

  /// @param variables the environment variables
  /// @param folder the current folder
  Main(Map<String, String> variables, Console console, Path folder) {
    this(variables, console, folder, Cancellation.NEVER);
  }

  private Main(
      Map<String, String> variables, Console console, Path folder, Cancellation cancellation) {
    this.variables = Map.copyOf(variables);
    this.console = console;
    this.folder = folder;
    this.cancellation = cancellation;
  }

  public static void main(String[] arguments) {
    Console console = Console.ofProcess(System.getenv());
    Termination termination = new Termination(console);
    termination.listen();
    int code =
        new Main(System.getenv(), console, Path.of("").toAbsolutePath(), termination)
            .run(arguments);
    termination.over(code);
    System.exit(code);
  }

  /// Runs the program and answers its exit code.
  int run(String... arguments) {
    try {
      boolean isAction = arguments.length == 0 && "true".equals(variables.get("GITHUB_ACTIONS"));
      return isAction
          ? new ActionRun(variables, console, cancellation).run()
          : CommandLines.of(this).execute(arguments);
    } catch (RuntimeException | StackOverflowError defect) {
      return defect(defect);
    }
  }

  /// A defect of ours: said plainly, with the trace only where debugging is on.
  int defect(Throwable defect) {
    console
        .err()
        .println(
            "sigma-dm ran into a defect of its own ("
                + defect.getClass().getSimpleName()
                + "). Nothing is known to be wrong with your files. Please report it with the log of a"
                + " run with debug logging (RUNNER_DEBUG=1, or --debug) at the repository of the"
                + " action.");
    if (isDebugging()) {
      defect.printStackTrace(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    }
    return FailureReason.INTERNAL.exitCode();
  }

  boolean isDebugging() {
    return "1".equals(variables.get("RUNNER_DEBUG"));
  }

  Cancellation cancellation() {
    return cancellation;
  }

  Console console() {
    return console;
  }

  Path folder() {
    return folder;
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }
}
