package io.github.sigmadm.cli;

import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.sandbox.options.IdMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the main job on the stand-in for Sigma.
@Command(
    description = {
      "Show the main job from beginning to end, on a stand-in for Sigma and a Git repository made for"
          + " it: a first deploy, a pull request and its plan, the merge and its deploy, and a second run"
          + " that changes nothing.",
      "",
      "Needs no network and no credentials, and leaves the HTML report."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "An empty or new folder to work in; a temporary one without it.")
  private @Nullable Path folder;

  @Option(
      names = "--ids",
      paramLabel = "remap|keep",
      description = "What the stand-in does with the ids of created models.")
  private IdMode ids = IdMode.REMAP;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path place = folder == null ? Files.createTempDirectory("sigma-dm-demo-") : folder;
    Files.createDirectories(place);
    try (var files = Files.list(place)) {
      if (files.findAny().isPresent()) {
        console.err().println("error: The folder " + place + " is not empty; name another one.");
        return 2;
      }
    }
    try {
      return new Demo(console, place, ids).run();
    } catch (Trouble trouble) {
      console.err().println("error: " + trouble.getMessage());
      return Troubles.conclusion(trouble).exitCode();
    }
  }
}
