package io.github.sigmadm.http;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many requests may be under way at one time: at most a fixed number, less while the service
/// complains about the load. A complaint halves it, each round of good answers adds one.
final class ConcurrencyLimit {

  private final int most;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition freed = lock.newCondition();

  private double allowed;
  private int underWay;
  private long reductions;

  ConcurrencyLimit(int most) {
    this.most = most;
    this.allowed = most;
  }

  /// Waits for a place. The result goes back to [#leave].
  long enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (underWay >= (int) allowed) {
        freed.await();
      }
      underWay++;
      return reductions;
    } finally {
      lock.unlock();
    }
  }

  /// Gives the place back.
  ///
  /// @param entered what [#enter] returned
  void leave(long entered, boolean throttled) {
    lock.lock();
    try {
      underWay--;
      if (!throttled) {
        allowed = Math.min(most, allowed + 1 / allowed);
      } else if (entered == reductions) {
        // Only the first complaint of a burst counts: the others were sent before it was known.
        allowed = Math.max(1, allowed / 2);
        reductions++;
      }
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// How many may be under way now.
  int allowed() {
    lock.lock();
    try {
      return (int) allowed;
    } finally {
      lock.unlock();
    }
  }
}
