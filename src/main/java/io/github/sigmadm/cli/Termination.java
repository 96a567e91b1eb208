package io.github.sigmadm.cli;

import io.github.sigmadm.flow.Cancellation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The end of the process from outside: SIGINT or SIGTERM.
///
/// A run that writes is given a while to finish the model that it is at, to record and to tell what
/// was done, and the process ends with its exit code. Any other run ends at once.
final class Termination implements Cancellation {

  /// GitHub sends SIGINT to a cancelled job, SIGTERM after 7.5 seconds and SIGKILL 2.5 seconds
  /// later.
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private final Console console;
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private volatile boolean requested;
  private volatile boolean writing;

  Termination(Console console) {
    this.console = console;
  }

  /// Begins to listen.
  void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "termination"));
  }

  /// The run is over; the process may end.
  void over(int code) {
    exitCode.complete(code);
  }

  @Override
  public boolean isRequested() {
    return requested;
  }

  @Override
  public void writingBegins() {
    writing = true;
  }

  private void end() {
    if (exitCode.isDone()) {
      return;
    }
    requested = true;
    if (!writing) {
      return;
    }
    console
        .err()
        .println("Told to stop: the models that were begun are finished, then this run ends.");
    try {
      int code = exitCode.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      console.out().flush();
      console.err().flush();
      // The exit code of a process that a signal ends is the signal's; only this makes it ours.
      Runtime.getRuntime().halt(code);
    } catch (TimeoutException e) {
      console.err().println("This takes too long; the next run finishes what is left.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
