package io.github.sigmadm.git;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.StateStore.Saving;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/// Where refs of ours are kept.
sealed interface RefPlace extends AutoCloseable
    permits RemoteRefs, RefPlace.InCheckout, RefPlace.OutOfReach {

  /// Brings what is known of the refs up to date.
  ///
  /// @param prefix of the refs in question
  /// @param depth how many commits of each to bring
  /// @return why there can be no state here; empty if there can
  Optional<String> refresh(String prefix, int depth) throws IOException;

  Repository repository() throws IOException;

  Saving move(Remote.Move move) throws IOException;

  default Optional<ObjectId> tip(String ref) throws IOException {
    return Optional.ofNullable(repository().exactRef(ref)).map(Ref::getObjectId);
  }

  @Override
  void close();

  /// The checkout itself: a repository that was never cloned.
  record InCheckout(Checkout checkout) implements RefPlace {

    @Override
    public Optional<String> refresh(String prefix, int depth) {
      return Optional.empty();
    }

    @Override
    public Repository repository() {
      return checkout.repository();
    }

    @Override
    public Saving move(Remote.Move move) throws IOException {
      RefUpdate update = checkout.repository().updateRef(move.ref());
      update.setExpectedOldObjectId(move.from());
      update.setNewObjectId(move.to());
      update.setForceUpdate(true);
      update.disableRefLog();
      return switch (update.update()) {
        case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> new Saving.Saved(new Commit(move.to().name()));
        case LOCK_FAILURE -> new Saving.Overtaken();
        case NOT_ATTEMPTED,
            REJECTED,
            REJECTED_CURRENT_BRANCH,
            REJECTED_MISSING_OBJECT,
            REJECTED_OTHER_REASON,
            IO_FAILURE,
            RENAMED ->
            new Saving.Refused("the repository refused to move " + move.ref());
      };
    }

    @Override
    public void close() {}
  }

  /// A remote that this program does not reach.
  record OutOfReach() implements RefPlace {

    @Override
    public Optional<String> refresh(String prefix, int depth) {
      return Optional.of("the remote `origin` is reached neither over https nor as a folder");
    }

    @Override
    public Repository repository() throws IOException {
      throw new IOException("there is no repository to keep it in");
    }

    @Override
    public Saving move(Remote.Move move) {
      return new Saving.Refused("there is no repository to keep it in");
    }

    @Override
    public void close() {}
  }
}
