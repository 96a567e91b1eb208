package io.github.sigmadm.cli;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Conversation;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Pull requests in memory, for the demo.
final class DemoConversation implements Conversation {

  private final Map<Integer, String> bodies = new HashMap<>();
  private final Map<Integer, Set<String>> labels = new HashMap<>();
  private final Map<Commit, Integer> merges = new HashMap<>();

  @Override
  public Optional<Comment> find(int pullRequest, String marker) {
    return body(pullRequest)
        .filter(body -> body.contains(marker))
        .map(body -> new Comment(url(pullRequest), body));
  }

  @Override
  public Comment upsert(int pullRequest, String marker, String body) {
    bodies.put(pullRequest, body);
    return new Comment(url(pullRequest), body);
  }

  @Override
  public Set<String> labels(int pullRequest) {
    return Set.copyOf(labels.getOrDefault(pullRequest, Set.of()));
  }

  @Override
  public OptionalInt mergedBy(Commit commit) {
    Integer pullRequest = merges.get(commit);
    return pullRequest == null ? OptionalInt.empty() : OptionalInt.of(pullRequest);
  }

  /// What the comment says now.
  Optional<String> body(int pullRequest) {
    return Optional.ofNullable(bodies.get(pullRequest));
  }

  void label(int pullRequest, String label) {
    labels.computeIfAbsent(pullRequest, number -> new HashSet<>()).add(label);
  }

  void merge(int pullRequest, Commit commit) {
    merges.put(commit, pullRequest);
  }

  private static URI url(int pullRequest) {
    return URI.create("https://github.com/your-org/your-repo/pull/" + pullRequest);
  }
}
