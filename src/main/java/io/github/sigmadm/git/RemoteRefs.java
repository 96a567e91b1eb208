package io.github.sigmadm.git;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.StateStore.Saving;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.jspecify.annotations.Nullable;

/// Refs of the repository that was cloned. What is fetched of them goes to a temporary repository.
final class RemoteRefs implements RefPlace {

  private final Checkout checkout;
  private final Upstream upstream;
  private final Remote remote;
  private @Nullable FetchedObjects ours;
  private @Nullable Repository island;

  RemoteRefs(Checkout checkout, Upstream upstream, Remote remote) {
    this.checkout = checkout;
    this.upstream = upstream;
    this.remote = remote;
  }

  @Override
  public synchronized Repository repository() throws IOException {
    if (island == null) {
      ours = FetchedObjects.beside(checkout);
      island = ours.island();
    }
    return island;
  }

  @Override
  public synchronized Optional<String> refresh(String prefix, int depth) throws IOException {
    Repository into = repository();
    for (Ref known : into.getRefDatabase().getRefsByPrefix(prefix)) {
      RefUpdate removal = into.updateRef(known.getName());
      removal.setForceUpdate(true);
      removal.delete();
    }
    try {
      remote.fetch(into, new Remote.Wish(List.of(prefix + "*"), depth, ""));
      return Optional.empty();
    } catch (TransportException e) {
      if (isRefusal(e)) {
        return Optional.of(
            upstream + " does not let this run read it (`permissions: contents: read`)");
      }
      throw e;
    }
  }

  @Override
  public synchronized Saving move(Remote.Move move) throws IOException {
    RemoteRefUpdate update;
    try {
      update = remote.push(repository(), move);
    } catch (TransportException e) {
      return new Saving.Refused(
          isRefusal(e)
              ? "this run may not push to " + upstream + " (`permissions: contents: write`)"
              : PlainWords.of(e));
    }
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> new Saving.Saved(new Commit(move.to().name()));
      case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD, NON_EXISTING -> new Saving.Overtaken();
      case REJECTED_OTHER_REASON ->
          isRace(update.getMessage())
              ? new Saving.Overtaken()
              : new Saving.Refused(upstream + " says: " + update.getMessage());
      case REJECTED_NODELETE, NOT_ATTEMPTED, AWAITING_REPORT ->
          new Saving.Refused(
              upstream + " did not say what became of it (" + update.getStatus() + ")");
    };
  }

  @Override
  public synchronized void close() {
    if (island != null) {
      island.close();
    }
    if (ours != null) {
      ours.close();
    }
  }

  /// Whether nobody is let in. JGit tells it in words only.
  private static boolean isRefusal(TransportException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("not authorized")
        || message.contains("authentication is required")
        || message.contains("not permitted")
        || message.contains("forbidden");
  }

  /// Whether another push came first. Servers tell it in words only.
  private static boolean isRace(@Nullable String message) {
    String words = String.valueOf(message).toLowerCase(Locale.ROOT);
    return words.contains("lock")
        || words.contains("stale")
        || words.contains("fetch first")
        || words.contains("non-fast-forward")
        || words.contains("expected");
  }
}
