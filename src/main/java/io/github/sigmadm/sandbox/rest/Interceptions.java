package io.github.sigmadm.sandbox.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// The interceptions in force, in the order in which they were added.
final class Interceptions {

  /// Takes an interception back, and says how often it has happened.
  final class Registered implements InterceptionHandle {
    private final Predicate<Request> which;
    private final Interception interception;
    private final int most;
    private final AtomicInteger times = new AtomicInteger();

    private Registered(Predicate<Request> which, Interception interception, int most) {
      this.which = which;
      this.interception = interception;
      this.most = most;
    }

    @Override
    public int count() {
      return Math.min(most, times.get());
    }

    @Override
    public void close() {
      registered.remove(this);
    }

    private boolean applies(Request request) {
      return which.test(request) && times.incrementAndGet() <= most;
    }
  }

  private final List<Registered> registered = new CopyOnWriteArrayList<>();

  InterceptionHandle add(Predicate<Request> which, Interception interception, int most) {
    Registered handle = new Registered(which, interception, most);
    registered.add(handle);
    return handle;
  }

  /// What is to be done to this request at this moment. Counts as done.
  List<Effect> effects(Request request, Interception.Moment moment) {
    List<Effect> effects = new ArrayList<>();
    for (Registered each : registered) {
      if (each.interception.moment() == moment && each.applies(request)) {
        effects.add(each.interception.effect());
      }
    }
    return effects;
  }
}
