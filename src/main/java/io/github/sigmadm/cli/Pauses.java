package io.github.sigmadm.cli;

import java.time.Duration;

/// Lets time pass.
final class Pauses {

  private Pauses() {}

  /// Waits; less long if the thread is interrupted, which it stays.
  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
