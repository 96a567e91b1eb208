package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.state.State;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where it is kept, from run to run, what was last deployed to each environment.
///
/// Several runs may read and save at once: a save names the point that it builds on, and comes to
/// nothing if the state has moved on.
public interface StateStore {

  /// What was recorded last.
  ///
  /// @throws Trouble.Unreachable if the place cannot be reached just now
  /// @throws Trouble.BadConfiguration if what is there cannot be read
  Recall read(EnvironmentName environment);

  /// A live model as it was recorded.
  ///
  /// @param point a point that was read or saved in this run
  Optional<byte[]> live(Commit point, RepositoryPath path);

  /// Records.
  Saving save(EnvironmentName environment, Entry entry);

  /// What was recorded, latest first.
  List<LogEntry> log(EnvironmentName environment, int most);

  /// What is recorded, or why that cannot be known.
  sealed interface Recall {

    /// It is this.
    ///
    /// @param point empty if nothing was ever recorded
    record Known(State state, Optional<Commit> point) implements Recall {}

    /// There is no such place for this run.
    ///
    /// @param reason why, as the end of a sentence
    record Unavailable(String reason) implements Recall {}
  }

  /// Something to be recorded.
  ///
  /// @param on the point that it builds on, where the state must still be; empty if there must be
  ///   none yet
  /// @param parent the point that comes before it in the log: `on`, unless that is an earlier entry
  ///   of the same deploy, which this one takes the place of
  /// @param live representations that are added or replaced, and, empty, ones that are removed
  /// @param message for people who read the log
  record Entry(
      Optional<Commit> on,
      Optional<Commit> parent,
      State state,
      Map<RepositoryPath, Optional<byte[]>> live,
      String message) {
    public Entry {
      live = Collections.unmodifiableMap(new TreeMap<>(live));
    }
  }

  /// What a save came to.
  sealed interface Saving {

    /// It is recorded.
    record Saved(Commit point) implements Saving {}

    /// Another run recorded something in the meantime; nothing was saved.
    record Overtaken() implements Saving {}

    /// It cannot be saved.
    ///
    /// @param reason why, as the end of a sentence
    record Refused(String reason) implements Saving {}
  }

  /// One record of the log.
  record LogEntry(Commit point, Instant time, String message) {}
}
