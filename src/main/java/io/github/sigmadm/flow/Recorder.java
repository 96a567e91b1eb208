package io.github.sigmadm.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.StateStore.Entry;
import io.github.sigmadm.flow.StateStore.Recall;
import io.github.sigmadm.flow.StateStore.Saving;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.state.DeployedModel;
import io.github.sigmadm.state.State;
import io.github.sigmadm.tree.TreeWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Records what one deploy does, as one entry of the log: after every model that was made, so that
/// a run that is killed leaves none that nobody knows, and at the end.
///
/// If another run records something in the meantime, both are joined: of one file the later version
/// of its model counts. If both made a model for one file, the first to be recorded stays, and the
/// other run is told. Trouble with recording never fails a deploy; it is warned about once.
///
/// May be used by several threads.
final class Recorder {

  private static final int MOST_ATTEMPTS = 20;

  private final StateStore store;
  private final EnvironmentName environment;
  private final RecordText text;
  private final Announcer announcer;
  private final Object saving = new Object();

  private final SortedMap<RepositoryPath, Event> events = new TreeMap<>();
  private final Map<RepositoryPath, Optional<byte[]>> live = new LinkedHashMap<>();
  private final Commit head;
  private final Predicate<Commit> isBehind;
  private State theirs;
  private Optional<Commit> on;
  private Optional<Commit> parent;
  private boolean dirty;
  private boolean refused;
  private boolean joined;

  /// What happened to the model of a file.
  ///
  /// @param model what it is now; null if it is no more
  /// @param before what it was deployed as before this run
  private record Event(
      RecordText.Verb verb, @Nullable DeployedModel model, Optional<DeployedModel> before) {}

  /// @param head the commit that is deployed
  /// @param isBehind whether that comes before another commit that was deployed meanwhile
  Recorder(
      Past past,
      EnvironmentName environment,
      Commit head,
      Predicate<Commit> isBehind,
      RecordText text,
      Announcer announcer) {
    this.store = past.store();
    this.environment = environment;
    this.head = head;
    this.isBehind = isBehind;
    this.text = text;
    this.announcer = announcer;
    this.theirs = past.state();
    this.on = past.point();
    this.parent = past.point();
    this.refused = !past.isKnown();
    past.earlierPaths()
        .forEach((now, before) -> {
          past.of(now).ifPresent(model -> put(now, RecordText.Verb.MOVED, model));
          if (past.point().isPresent()) {
            live.put(now, store.live(past.point().get(), before));
          }
          live.put(before, Optional.empty());
        });
  }

  /// A model was just made; it is recorded before anything else is done about it.
  ///
  /// @return whether it is the file's model; if not, another run has made one for the file, and
  ///   that one stays
  boolean made(RepositoryPath path, DeployedModel model) {
    synchronized (this) {
      put(path, RecordText.Verb.CREATED, model);
    }
    save(false);
    synchronized (this) {
      return refused
          || Optional.ofNullable(events.get(path))
              .map(Event::model)
              .filter(known -> known.id().equals(model.id()))
              .isPresent();
    }
  }

  /// A model is live as its file wants it.
  synchronized void deployed(
      RepositoryPath path, DeployedModel model, LiveModel now, RecordText.Verb verb) {
    put(path, verb, model);
    live.put(path, Optional.of(TreeWriter.pretty(now.content().node()).getBytes(UTF_8)));
  }

  /// A model that was made in this run is no more.
  synchronized void unmade(RepositoryPath path) {
    events.remove(path);
    live.remove(path);
    dirty = true;
  }

  /// A model was deleted, or found to be gone, and so is its file.
  synchronized void removed(RepositoryPath path) {
    Optional<DeployedModel> before = theirs.of(path);
    if (before.isPresent()) {
      events.put(path, new Event(RecordText.Verb.DELETED, null, before));
      live.put(path, Optional.empty());
      dirty = true;
    }
  }

  /// Records what is not recorded yet.
  void finish() {
    save(true);
  }

  /// Where the state is now, as far as this run knows.
  synchronized Optional<Commit> point() {
    return on;
  }

  /// Whether another run has recorded something since this one has read the state.
  synchronized boolean wasJoined() {
    return joined;
  }

  private void put(RepositoryPath path, RecordText.Verb verb, DeployedModel model) {
    Event earlier = events.get(path);
    events.put(
        path,
        earlier == null
            ? new Event(verb, model, theirs.of(path))
            : new Event(verb.after(earlier.verb()), model, earlier.before()));
    dirty = true;
  }

  private void save(boolean last) {
    try {
      trySaving(last);
    } catch (Trouble trouble) {
      refuse(String.valueOf(trouble.getMessage()).replaceAll("[.\\s]+$", ""));
    }
  }

  private void trySaving(boolean last) {
    synchronized (saving) {
      for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        Optional<Entry> entry = entry(last);
        if (entry.isEmpty()) {
          return;
        }
        switch (store.save(environment, entry.get())) {
          case Saving.Saved(var point) -> {
            settle(point);
            return;
          }
          case Saving.Refused(var reason) -> {
            refuse(reason);
            return;
          }
          case Saving.Overtaken ignored -> join();
        }
      }
      refuse("other deploys kept being faster");
    }
  }

  private synchronized Optional<Entry> entry(boolean last) {
    if (!dirty || refused || (events.isEmpty() && live.isEmpty() && on.equals(parent))) {
      return Optional.empty();
    }
    State state = theirs.head().filter(isBehind).isPresent() ? theirs : theirs.at(head);
    SortedMap<RepositoryPath, RecordText.Verb> verbs = new TreeMap<>();
    for (Map.Entry<RepositoryPath, Event> event : events.entrySet()) {
      DeployedModel model = event.getValue().model();
      state = model == null ? state.without(event.getKey()) : state.with(event.getKey(), model);
      verbs.put(event.getKey(), event.getValue().verb());
    }
    for (RepositoryPath path : live.keySet()) {
      if (!events.containsKey(path)) {
        // where a file that has moved was before
        state = state.without(path);
      }
    }
    dirty = false;
    return Optional.of(new Entry(on, parent, state, live, text.of(verbs, last)));
  }

  private synchronized void settle(Commit point) {
    on = Optional.of(point);
  }

  private synchronized void refuse(String reason) {
    if (!refused) {
      refused = true;
      announcer.warning(
          "What was deployed could not be recorded: "
              + reason
              + ". The next run finds the models by name instead, and cannot tell what was changed in"
              + " Sigma since.");
    }
  }

  /// Takes in what another run has recorded.
  private void join() {
    Recall recall = store.read(environment);
    synchronized (this) {
      dirty = true;
      switch (recall) {
        case Recall.Unavailable(var reason) -> refuse(reason);
        case Recall.Known(var state, var point) -> {
          joined = true;
          theirs = state;
          on = point;
          parent = point;
          events
              .entrySet()
              .removeIf(event -> {
                boolean isTheirs = isTheirs(event.getValue(), state.of(event.getKey()));
                if (isTheirs) {
                  live.remove(event.getKey());
                }
                return isTheirs;
              });
        }
      }
    }
  }

  /// Whether what the other run has recorded of a file counts.
  private static boolean isTheirs(Event ours, Optional<DeployedModel> recorded) {
    if (recorded.isEmpty() || recorded.equals(ours.before())) {
      return false;
    }
    DeployedModel mine = ours.model();
    return mine == null
        || !recorded.get().id().equals(mine.id())
        || recorded.get().version().orElse(0L) > mine.version().orElse(0L);
  }
}
