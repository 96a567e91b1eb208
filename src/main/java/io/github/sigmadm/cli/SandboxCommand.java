package io.github.sigmadm.cli;

import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Serves the stand-in for Sigma until it is interrupted.
@Command(
    description = {
      "Serve a stand-in for Sigma's API on this machine, in memory, until Ctrl-C.",
      "",
      "It takes the place of Sigma for trying things out: set `api` of an environment, or the"
          + " variable SIGMA_BASE_URL, to the address that it prints."
    },
    mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to serve on; a free one if it is not given.")
  private int port;

  @Option(
      names = "--ids",
      paramLabel = "remap|keep",
      description =
          "Whether created models get new ids for their parts, or keep those they were sent with.")
  private IdMode ids = IdMode.REMAP;

  SandboxCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPort(port).withIds(ids))) {
      SandboxOptions options = sandbox.options();
      console.out().println("A stand-in for Sigma is at " + sandbox.baseUrl());
      console.out().println("  export SIGMA_BASE_URL=" + sandbox.baseUrl());
      console.out().println("  export SIGMA_CLIENT_ID=" + options.credentials().clientId());
      console.out().println("  export SIGMA_CLIENT_SECRET=" + options.credentials().clientSecret());
      console.out().println("  folder: " + Sandbox.PRODUCTION_FOLDER);
      console.out().println("  connection: " + Sandbox.CONNECTION);
      console.out().println("Ctrl-C ends it.");
      console.out().flush();
      CountDownLatch forever = new CountDownLatch(1);
      forever.await();
      return 0;
    }
  }
}
