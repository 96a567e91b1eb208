package io.github.sigmadm.git;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Ancestry;
import io.github.sigmadm.flow.Trouble;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/// The merge base of two commits.
///
/// A full history knows it. One that is cut off may know none, or not the best, so the hosting
/// service is asked first; without it, the history is fetched deeper and deeper, commits only.
///
/// @param service knows the ancestry too
record MergeBases(Checkout checkout, ObjectStore store, Optional<Ancestry> service) {

  private static final List<Integer> DEPTHS = List.of(100, 1_000, 10_000);

  Optional<Commit> of(Commit one, Commit other) {
    if (one.equals(other)) {
      return Optional.of(one);
    }
    if (!checkout.isShallow()) {
      store.require(one);
      store.require(other);
      try {
        return find(store.repository(), one, other);
      } catch (IOException e) {
        throw checkout.unreadable(e);
      }
    }
    return fromService(one, other)
        .or(() -> fromCheckout(one, other))
        .or(() -> Optional.of(fromUpstream(one, other)));
  }

  private Optional<Commit> fromService(Commit one, Commit other) {
    try {
      return service.flatMap(ancestry -> ancestry.mergeBase(one, other));
    } catch (Trouble e) {
      // There are other ways to find out.
      return Optional.empty();
    }
  }

  private Optional<Commit> fromCheckout(Commit one, Commit other) {
    try {
      return find(store.repository(), one, other);
    } catch (IOException e) {
      // Not even the commits themselves are there.
      return Optional.empty();
    }
  }

  private Commit fromUpstream(Commit one, Commit other) {
    try {
      for (int depth : DEPTHS) {
        try (Repository history = store.ancestry(List.of(one, other), depth)) {
          Optional<Commit> found = find(history, one, other);
          if (found.isPresent()) {
            return found.get();
          }
        }
      }
      throw unknown(
          one, other, "they have none within %d commits".formatted(DEPTHS.getLast()), null);
    } catch (IOException e) {
      throw unknown(one, other, String.valueOf(e.getMessage()), e);
    }
  }

  private static Trouble.CommitMissing unknown(
      Commit one, Commit other, String reason, @org.jspecify.annotations.Nullable Exception cause) {
    return new Trouble.CommitMissing(
        "The commit that %s and %s have in common is not in the checkout, and cannot be found out: %s. Give actions/checkout `fetch-depth: 0`, or let the job read the repository (`permissions: contents: read`)."
            .formatted(one.abbreviated(), other.abbreviated(), reason),
        cause);
  }

  private static Optional<Commit> find(Repository repository, Commit one, Commit other)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(Checkout.objectId(one)));
      walk.markStart(walk.parseCommit(Checkout.objectId(other)));
      RevCommit base = walk.next();
      return Optional.ofNullable(base).map(MergeBases::commit);
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  static Commit commit(ObjectId id) {
    return new Commit(id.name());
  }
}
