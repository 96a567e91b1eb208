package io.github.sigmadm.git;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// The objects that can be read: the checkout's, and what it turned out to lack, fetched once.
///
/// Safe for use by several threads.
final class ObjectStore implements AutoCloseable {

  /// How far back a branch is fetched from a server that does not hand out commits by id.
  private static final int BRANCH_DEPTH = 1_000;

  private final Checkout checkout;
  private final Optional<Upstream> upstream;
  private final Optional<Remote> remote;
  private final List<String> likelyRefs;
  private final Set<Commit> present = new HashSet<>();
  private final Map<Commit, Trouble.CommitMissing> missing = new HashMap<>();
  private @Nullable FetchedObjects fetched;

  ObjectStore(
      Checkout checkout, Optional<Upstream> upstream, List<String> likelyRefs, Duration pause) {
    this.checkout = checkout;
    this.upstream = upstream;
    this.remote = upstream.map(place -> new Remote(place, pause));
    this.likelyRefs = List.copyOf(likelyRefs);
  }

  /// A repository that sees all of them. To be asked for anew for each piece of work.
  synchronized Repository repository() {
    return fetched == null ? checkout.repository() : fetched.all();
  }

  /// Makes sure that a commit is there.
  ///
  /// @throws Trouble.CommitMissing if it is not and cannot be fetched
  synchronized void require(Commit commit) {
    if (present.contains(commit)) {
      return;
    }
    Trouble.CommitMissing before = missing.get(commit);
    if (before != null) {
      throw before;
    }
    if (!has(commit)) {
      fetch(commit);
    }
    present.add(commit);
  }

  /// Fetches single objects that a partial clone left out.
  ///
  /// @param filter which of the objects below them to leave out
  synchronized void fetchParts(Collection<ObjectId> parts, String filter) throws IOException {
    if (remote.isEmpty()) {
      throw new IOException("there is no remote to fetch it from");
    }
    Repository island = fetched().island();
    List<String> ids = parts.stream().map(ObjectId::name).sorted().toList();
    remote.get().fetch(island, new Remote.Wish(ids, 0, filter));
    fetched().join(island);
  }

  /// The commits alone, without their files, that lead to some commits, up to a depth; for the
  /// caller to close.
  synchronized Repository ancestry(List<Commit> tips, int depth) throws IOException {
    if (remote.isEmpty()) {
      throw new IOException("there is no remote to fetch it from");
    }
    List<String> ids = tips.stream().map(Commit::id).toList();
    try {
      return ancestry(remote.get(), new Remote.Wish(ids, depth, "tree:0"));
    } catch (IOException e) {
      // Not every server leaves files out, or hands out commits by id.
      return ancestry(
          remote.get(), new Remote.Wish(likelyRefs.isEmpty() ? ids : likelyRefs, depth, ""));
    }
  }

  private Repository ancestry(Remote from, Remote.Wish wish) throws IOException {
    Repository island = fetched().island();
    try {
      from.fetch(island, wish);
      return island;
    } catch (IOException e) {
      island.close();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    if (fetched != null) {
      fetched.close();
      fetched = null;
    }
  }

  private FetchedObjects fetched() throws IOException {
    if (fetched == null) {
      fetched = FetchedObjects.beside(checkout);
    }
    return fetched;
  }

  private boolean has(Commit commit) {
    ObjectId id = Checkout.objectId(commit);
    try (ObjectReader reader = repository().newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      walk.parseCommit(id);
      return true;
    } catch (MissingObjectException e) {
      return false;
    } catch (IncorrectObjectTypeException e) {
      throw remembered(commit, commit + " is not the id of a commit.", e);
    } catch (IOException e) {
      throw checkout.unreadable(e);
    }
  }

  private void fetch(Commit commit) {
    if (remote.isEmpty()) {
      throw remembered(
          commit,
          "The commit %s is not in the checkout, and this program has nowhere to fetch it from: it fetches over https and from folders only. Fetch it first: `git fetch origin %s`."
              .formatted(commit, commit),
          null);
    }
    // A limit on the depth in a full clone would cut off history that is there.
    boolean shallow = checkout.isShallow();
    try {
      remote
          .get()
          .fetch(fetched().all(), new Remote.Wish(List.of(commit.id()), shallow ? 1 : 0, ""));
    } catch (IOException e) {
      fetchBranches(commit, shallow, e);
    }
    if (!has(commit)) {
      throw remembered(commit, unfetchable(commit, "the server did not send it"), null);
    }
  }

  private void fetchBranches(Commit commit, boolean shallow, IOException refusal) {
    try {
      if (likelyRefs.isEmpty() || remote.isEmpty()) {
        throw refusal;
      }
      Repository island = fetched().island();
      remote.get().fetch(island, new Remote.Wish(likelyRefs, shallow ? BRANCH_DEPTH : 0, ""));
      fetched().join(island);
    } catch (IOException e) {
      throw remembered(commit, unfetchable(commit, String.valueOf(refusal.getMessage())), refusal);
    }
  }

  private String unfetchable(Commit commit, String reason) {
    return "The commit %s is not in the checkout, and fetching it from %s failed: %s. Give actions/checkout `fetch-depth: 0`, or let the job read the repository (`permissions: contents: read`)."
        .formatted(commit, upstream.map(Upstream::toString).orElse("nowhere"), reason);
  }

  private Trouble.CommitMissing remembered(
      Commit commit, String message, @Nullable Throwable cause) {
    Trouble.CommitMissing trouble = new Trouble.CommitMissing(message, cause);
    missing.put(commit, trouble);
    return trouble;
  }
}
