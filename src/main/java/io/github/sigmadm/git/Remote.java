package io.github.sigmadm.git;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.util.FS;

/// Fetches objects from an upstream into a repository of our own, and moves refs there, with the
/// first credentials that are let in, again after a passing failure.
final class Remote {

  private static final int ATTEMPTS = 3;

  /// How long the other side may be silent.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// An answer of a server that has too much to do just now. JGit tells it in words only.
  private static final Pattern BUSY = Pattern.compile("\\b(429|500|502|503|504)\\b");

  private final Upstream upstream;
  private final Duration pause;
  private List<Map<String, String>> admissions;

  Remote(Upstream upstream, Duration pause) {
    this.upstream = upstream;
    this.pause = pause;
    this.admissions = upstream.admissions();
  }

  /// What to fetch.
  ///
  /// @param sources object ids, or names of refs that go to the same name
  /// @param depth how many commits deep; 0 for all that is missing
  /// @param filter which objects to leave out, in Git's words; empty for none
  record Wish(Collection<String> sources, int depth, String filter) {}

  /// A ref to be moved.
  ///
  /// @param ref its full name
  /// @param from what it has to be at there, or else nothing is moved; all zeros if it must not
  ///   exist
  /// @param to what it is moved to, whether or not that descends from where it was
  record Move(String ref, ObjectId from, ObjectId to) {}

  /// Work over a connection with one set of header fields.
  @FunctionalInterface
  private interface Work<T> {
    T with(Map<String, String> admission) throws IOException;
  }

  /// Fetches.
  ///
  /// @throws IOException if the upstream cannot be reached, lets nobody in, or refuses; its message
  ///   holds no secret
  void fetch(Repository into, Wish wish) throws IOException {
    patiently(admission -> {
      fetchAs(admission, into, wish);
      return wish;
    });
  }

  /// Moves a ref.
  ///
  /// @return what the upstream says to it
  /// @throws IOException as with fetching
  RemoteRefUpdate push(Repository objects, Move move) throws IOException {
    return patiently(admission -> pushAs(admission, objects, move));
  }

  private <T> T patiently(Work<T> work) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return admitted(work);
      } catch (TransportException e) {
        if (attempt == ATTEMPTS || !mayPass(e)) {
          throw e;
        }
        waitABit(attempt, e);
      }
    }
  }

  private <T> T admitted(Work<T> work) throws IOException {
    TransportException failure = null;
    for (Map<String, String> admission : admissions) {
      try {
        T result = work.with(admission);
        admissions = List.of(admission);
        return result;
      } catch (TransportException e) {
        // The most telling failure is the one that had credentials: it comes first.
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    throw failure == null ? new TransportException(upstream.address(), "no way in") : failure;
  }

  private RemoteRefUpdate pushAs(Map<String, String> admission, Repository objects, Move move)
      throws IOException {
    RemoteRefUpdate update =
        new RemoteRefUpdate(objects, null, move.to(), move.ref(), true, null, move.from());
    try (Transport transport = open(admission, objects)) {
      transport.push(NullProgressMonitor.INSTANCE, List.of(update));
    }
    return update;
  }

  private void fetchAs(Map<String, String> admission, Repository into, Wish wish)
      throws IOException {
    List<RefSpec> specs = new ArrayList<>();
    for (String source : wish.sources()) {
      specs.add(new RefSpec(source.startsWith("refs/") ? "+" + source + ":" + source : source));
    }
    refuseWhatAFolderLacks(wish);
    try (Transport transport = open(admission, into)) {
      if (wish.depth() > 0) {
        transport.setDepth(wish.depth());
      }
      if (!wish.filter().isEmpty()) {
        transport.setFilterSpec(FilterSpec.fromFilterLine(wish.filter()));
      }
      transport.fetch(NullProgressMonitor.INSTANCE, specs);
    }
  }

  private Transport open(Map<String, String> admission, Repository ours) throws IOException {
    Transport transport = Transport.open(ours, upstream.address());
    transport.setTimeout((int) PATIENCE.toSeconds());
    transport.setTagOpt(TagOpt.NO_TAGS);
    if (transport instanceof TransportHttp web) {
      web.setAdditionalHeaders(admission);
    }
    return transport;
  }

  /// JGit serves a folder from this very process, and prints a stack trace when asked for what is
  /// not there.
  private void refuseWhatAFolderLacks(Wish wish) throws IOException {
    if (!upstream.isFolder()) {
      return;
    }
    File folder = FileKey.resolve(new File(upstream.address().getPath()), FS.DETECTED);
    if (folder == null) {
      throw new TransportException(upstream.address(), "there is no repository");
    }
    try (Repository other = new FileRepositoryBuilder().setGitDir(folder).build()) {
      for (String source : wish.sources()) {
        if (ObjectId.isId(source) && !other.getObjectDatabase().has(ObjectId.fromString(source))) {
          throw new TransportException(upstream.address(), "it does not have " + source);
        }
      }
    }
  }

  private static boolean mayPass(TransportException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.net.SocketException
          || cause instanceof java.net.SocketTimeoutException
          || cause instanceof java.io.EOFException
          || cause instanceof java.io.InterruptedIOException) {
        return true;
      }
    }
    String message = failure.getMessage();
    return message != null && BUSY.matcher(message).find();
  }

  private void waitABit(int attempt, TransportException cause) throws TransportException {
    try {
      Thread.sleep(pause.multipliedBy(attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }
}
