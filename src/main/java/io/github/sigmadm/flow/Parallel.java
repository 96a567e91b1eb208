package io.github.sigmadm.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Does independent work at once, on virtual threads, so many at a time.
final class Parallel {

  private final int most;

  /// @param most how much is under way at once, at most
  Parallel(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one at a time, not " + most);
    }
    this.most = most;
  }

  /// The result for each item, in the items' order.
  ///
  /// If the work for an item throws, what is under way is finished, what has not begun is left, and
  /// the first item's exception comes out.
  <T, R> List<R> map(List<T> items, Function<T, R> work) {
    if (items.size() == 1 || most == 1) {
      return items.stream().map(work).toList();
    }
    // Fair, so that items are begun in their order.
    Semaphore places = new Semaphore(most, true);
    List<Future<R>> futures = new ArrayList<>(items.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T item : items) {
        futures.add(
            threads.submit(() -> {
              places.acquire();
              try {
                return work.apply(item);
              } finally {
                places.release();
              }
            }));
      }
      List<R> results = new ArrayList<>(items.size());
      for (Future<R> future : futures) {
        results.add(result(future, futures));
      }
      return results;
    }
  }

  private static <R> R result(Future<R> future, List<Future<R>> all) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      all.forEach(other -> other.cancel(false));
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      all.forEach(other -> other.cancel(true));
      throw new IllegalStateException("interrupted while waiting for work to finish", e);
    }
  }
}
