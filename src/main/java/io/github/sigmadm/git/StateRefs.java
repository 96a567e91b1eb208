package io.github.sigmadm.git;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.StateStore;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.state.State;
import io.github.sigmadm.state.StateFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// The state of each environment in a ref of the repository itself, `refs/sigma-dm/<environment>`:
/// never a branch that people work on.
///
/// Where the repository has a remote, the ref is there, and what is fetched goes to a temporary
/// repository of our own; a checkout of any depth will do. Without any remote it is a ref of the
/// checkout. A ref moves only from where it was seen, so that of two deploys at once one loses and
/// looks again.
public final class StateRefs implements StateStore, AutoCloseable {

  private static final String PREFIX = "refs/sigma-dm/";

  private final RefPlace place;
  private final Clock clock;

  private StateRefs(RefPlace place, Clock clock) {
    this.place = place;
    this.clock = clock;
  }

  /// The state that belongs to a checkout.
  ///
  /// @param upstream where the checkout's repository can be reached
  /// @param clock says when something was recorded
  public static StateRefs of(Checkout checkout, Optional<Upstream> upstream, Clock clock) {
    return of(checkout, upstream, clock, Duration.ofSeconds(1));
  }

  static StateRefs of(Checkout checkout, Optional<Upstream> upstream, Clock clock, Duration pause) {
    if (upstream.isPresent()) {
      return new StateRefs(
          new RemoteRefs(checkout, upstream.get(), new Remote(upstream.get(), pause)), clock);
    }
    return new StateRefs(
        checkout.origin().isPresent()
            ? new RefPlace.OutOfReach()
            : new RefPlace.InCheckout(checkout),
        clock);
  }

  @Override
  public Recall read(EnvironmentName environment) {
    try {
      Optional<String> unavailable = place.refresh(PREFIX, 1);
      if (unavailable.isPresent()) {
        return new Recall.Unavailable(unavailable.get());
      }
      Optional<ObjectId> tip = place.tip(ref(environment));
      if (tip.isEmpty()) {
        return new Recall.Known(State.EMPTY, Optional.empty());
      }
      Commit point = new Commit(tip.get().name());
      byte[] file =
          file(point, StateTree.STATE)
              .orElseThrow(() -> unusable(environment, "it has no state.json."));
      return switch (StateFile.read(file)) {
        case StateFile.Result.Known(var state) -> new Recall.Known(state, Optional.of(point));
        case StateFile.Result.Unusable(var reason) -> throw unusable(environment, reason);
      };
    } catch (IOException e) {
      throw unreachable(environment, e);
    }
  }

  @Override
  public Optional<byte[]> live(Commit point, RepositoryPath path) {
    try {
      return file(point, StateTree.live(path));
    } catch (IOException e) {
      throw new Trouble.Unreachable(
          "What was last deployed for " + path + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public Saving save(EnvironmentName environment, Entry entry) {
    String ref = ref(environment);
    try {
      ObjectId made = StateTree.commit(place.repository(), entry, clock.instant());
      Saving saving = place.move(new Remote.Move(ref, id(entry.on()), made));
      if (saving instanceof Saving.Overtaken
          && place.refresh(PREFIX, 1).isEmpty()
          && place.tip(ref).equals(Optional.of(made))) {
        // the answer to an earlier attempt was lost
        return new Saving.Saved(new Commit(made.name()));
      }
      return saving;
    } catch (IOException e) {
      return new Saving.Refused(PlainWords.of(e));
    }
  }

  @Override
  public List<LogEntry> log(EnvironmentName environment, int most) {
    try {
      Optional<String> unavailable = place.refresh(PREFIX, most);
      if (unavailable.isPresent()) {
        throw new Trouble.BadConfiguration("The state cannot be read: " + unavailable.get() + ".");
      }
      List<LogEntry> entries = new ArrayList<>();
      Optional<ObjectId> tip = place.tip(ref(environment));
      if (tip.isPresent()) {
        try (RevWalk walk = new RevWalk(place.repository())) {
          walk.markStart(walk.parseCommit(tip.get()));
          for (RevCommit commit : walk) {
            if (entries.size() == most) {
              break;
            }
            entries.add(
                new LogEntry(
                    new Commit(commit.name()),
                    commit.getCommitterIdent().getWhenAsInstant(),
                    commit.getFullMessage()));
          }
        }
      }
      return entries;
    } catch (IOException e) {
      throw unreachable(environment, e);
    }
  }

  @Override
  public void close() {
    place.close();
  }

  private Optional<byte[]> file(Commit point, String path) throws IOException {
    try (ObjectReader reader = place.repository().newObjectReader();
        RevWalk revisions = new RevWalk(reader);
        TreeWalk walk =
            TreeWalk.forPath(
                reader, path, revisions.parseCommit(Checkout.objectId(point)).getTree())) {
      return walk == null || !RegularFiles.isRegular(walk.getFileMode(0))
          ? Optional.empty()
          : Optional.of(reader.open(walk.getObjectId(0), Constants.OBJ_BLOB).getBytes());
    }
  }

  private static String ref(EnvironmentName environment) {
    return PREFIX + environment;
  }

  private static ObjectId id(Optional<Commit> point) {
    return point.map(Checkout::objectId).orElse(ObjectId.zeroId());
  }

  private static Trouble unreachable(EnvironmentName environment, IOException cause) {
    return new Trouble.Unreachable(
        "The state of "
            + environment
            + " ("
            + ref(environment)
            + ") cannot be read: "
            + PlainWords.of(cause)
            + ". Nothing was written; run again.",
        cause);
  }

  private static Trouble unusable(EnvironmentName environment, String reason) {
    String ref = ref(environment);
    return new Trouble.BadConfiguration(
        "The state of "
            + environment
            + " ("
            + ref
            + ") cannot be used: "
            + reason
            + " Put an earlier one back with `git push --force origin <commit>:"
            + ref
            + "`; `sigma-dm state log` lists them.");
  }
}
