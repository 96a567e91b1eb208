package io.github.sigmadm.git;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.Ancestry;
import io.github.sigmadm.flow.ChangedFile;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.History;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.tree.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/// The repository's commits, read from the checkout; what it lacks is fetched.
///
/// A commit is fetched by its id and alone, whatever the checkout's depth. In a partial clone (as
/// after a sparse checkout) the missing JSON and YAML files of a commit are fetched together when
/// the first of them is read.
public final class GitHistory implements History, Ancestry, AutoCloseable {

  /// A longer file comes cut off one byte later, which is as much as a parser needs to refuse it.
  private static final int LONGEST_FILE = Limits.DEFAULT.bytes();

  private final ObjectStore store;
  private final MergeBases mergeBases;

  private GitHistory(ObjectStore store, MergeBases mergeBases) {
    this.store = store;
    this.mergeBases = mergeBases;
  }

  /// The history of a checkout.
  ///
  /// @param upstream where missing commits are fetched from
  /// @param likelyRefs full names of refs that lead to the commits of the run, for servers that do
  ///   not hand out commits by id; see [#refsOf]
  /// @param service knows the ancestry too; asked where the checkout's history is cut off
  public static GitHistory of(
      Checkout checkout,
      Optional<Upstream> upstream,
      List<String> likelyRefs,
      Optional<Ancestry> service) {
    return of(checkout, upstream, likelyRefs, service, Duration.ofSeconds(1));
  }

  static GitHistory of(
      Checkout checkout,
      Optional<Upstream> upstream,
      List<String> likelyRefs,
      Optional<Ancestry> service,
      Duration pause) {
    ObjectStore store = new ObjectStore(checkout, upstream, likelyRefs, pause);
    return new GitHistory(store, new MergeBases(checkout, store, service));
  }

  /// The refs of the hosting service that lead to the commits of an event.
  public static List<String> refsOf(Event event) {
    return switch (event) {
      case Event.PullRequest request ->
          List.of(
              Constants.R_HEADS + request.baseBranch(), "refs/pull/" + request.number() + "/head");
      case Event.MergeGroup group -> List.of(Constants.R_HEADS + group.baseBranch());
      case Event.Push push -> List.of(Constants.R_HEADS + push.branch());
      case Event.Schedule schedule -> List.of(Constants.R_HEADS + schedule.branch());
      case Event.Dispatch dispatch -> List.of(Constants.R_HEADS + dispatch.branch());
      case Event.CommandLine ignored -> List.of();
      case Event.Other ignored -> List.of();
    };
  }

  @Override
  public List<RepositoryPath> files(Commit commit) {
    return reading(
        List.of(commit),
        (reader, trees) -> {
          List<RepositoryPath> files = new ArrayList<>();
          try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(trees.getFirst());
            walk.setRecursive(true);
            walk.setFilter(RegularFiles.NAMED);
            while (walk.next()) {
              if (RegularFiles.isRegular(walk.getFileMode(0))) {
                RegularFiles.path(walk.getRawPath()).ifPresent(files::add);
              }
            }
          }
          return files.stream().sorted().toList();
        });
  }

  @Override
  public Optional<byte[]> read(Commit commit, RepositoryPath path) {
    return reading(
        List.of(commit),
        (reader, trees) -> {
          try (TreeWalk walk = TreeWalk.forPath(reader, path.value(), trees.getFirst())) {
            if (walk == null || !RegularFiles.isRegular(walk.getFileMode(0))) {
              return Optional.empty();
            }
            try (InputStream content =
                reader.open(walk.getObjectId(0), Constants.OBJ_BLOB).openStream()) {
              return Optional.of(content.readNBytes(LONGEST_FILE + 1));
            }
          }
        });
  }

  @Override
  public List<ChangedFile> changes(Commit from, Commit to) {
    return reading(
        List.of(from, to),
        (reader, trees) -> TreeChanges.between(reader, trees.getFirst(), trees.getLast()));
  }

  @Override
  public List<Commit> parents(Commit commit) {
    return reading(
        List.of(commit),
        (reader, trees) ->
            Stream.of(parsed(reader, commit).getParents()).map(MergeBases::commit).toList());
  }

  @Override
  public Optional<Commit> mergeBase(Commit one, Commit other) {
    return mergeBases.of(one, other);
  }

  @Override
  public void close() {
    store.close();
  }

  /// Work on the trees of commits.
  @FunctionalInterface
  private interface Reading<T> {
    T from(ObjectReader reader, List<ObjectId> trees) throws IOException;
  }

  private <T> T reading(List<Commit> commits, Reading<T> work) {
    commits.forEach(store::require);
    PartialClone partial = new PartialClone(store);
    while (true) {
      try (ObjectReader reader = store.repository().newObjectReader()) {
        List<ObjectId> trees = new ArrayList<>();
        for (Commit commit : commits) {
          trees.add(parsed(reader, commit).getTree().getId());
        }
        try {
          return work.from(reader, trees);
        } catch (MissingObjectException e) {
          partial.complete(e.getObjectId(), trees);
        }
      } catch (IOException e) {
        throw new Trouble.CommitMissing(
            "%s cannot be read from the checkout: %s. If actions/checkout was given `filter` or `sparse-checkout`, try without."
                .formatted(commits, e.getMessage()),
            e);
      }
    }
  }

  /// A commit as it stands in the repository: a walk would show no parents where a shallow history
  /// ends.
  private static RevCommit parsed(ObjectReader reader, Commit commit) throws IOException {
    return RevCommit.parse(
        reader.open(Checkout.objectId(commit), Constants.OBJ_COMMIT).getCachedBytes());
  }
}
