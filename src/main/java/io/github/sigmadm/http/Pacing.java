package io.github.sigmadm.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// The client's sense of time: what time it is, how to wait, and the dice for the jitter. Tests
/// bring their own and take no time.
public record Pacing(InstantSource clock, Sleeper sleeper, RandomGenerator random) {

  /// Waits.
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
  }

  /// The machine's clock, the current thread's sleep, and dice of its own.
  public static Pacing real() {
    // java.util.Random: safe for use by many threads, unlike its newer siblings.
    return new Pacing(InstantSource.system(), Thread::sleep, new java.util.Random());
  }
}
