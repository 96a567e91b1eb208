package io.github.sigmadm.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/// A clock that stands still but for the waits asked of it, which take no time; and dice that
/// always show the same.
public final class FakeTime {

  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final Instant start;
  private final double dice;

  public FakeTime() {
    this(Instant.parse("2026-10-01T08:00:00Z"), 1);
  }

  FakeTime(Instant start, double dice) {
    this.start = start;
    this.dice = dice;
  }

  /// The waits so far, in order.
  public List<Duration> waits() {
    return waits;
  }

  public Instant now() {
    return waits.stream().reduce(start, Instant::plus, (one, other) -> other);
  }

  public Pacing pacing() {
    return new Pacing(
        this::now,
        waits::add,
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException("only doubles are thrown");
          }

          @Override
          public double nextDouble() {
            return dice;
          }
        });
  }
}
