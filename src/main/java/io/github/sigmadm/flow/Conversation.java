package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The pull requests of the repository, on the service that hosts it.
public interface Conversation {

  /// A comment of ours.
  record Comment(URI url, String body) {}

  /// Our comment that begins with a marker on a pull request: on any page of its comments, and
  /// written by us.
  Optional<Comment> find(int pullRequest, String marker);

  /// Edits our comment that begins with the marker in place, or makes it.
  ///
  /// @param body begins with the marker
  /// @throws Trouble.NotAllowed if the token may not comment
  Comment upsert(int pullRequest, String marker, String body);

  /// The labels that a pull request has now.
  Set<String> labels(int pullRequest);

  /// The merged pull request that brought a commit to its branch, if there is one.
  OptionalInt mergedBy(Commit commit);
}
