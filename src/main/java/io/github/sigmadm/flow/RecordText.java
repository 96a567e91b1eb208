package io.github.sigmadm.flow;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// What the log of the state says about a deploy.
///
/// @param commit the commit that was deployed
/// @param run where the run can be looked at
record RecordText(EnvironmentName environment, Commit commit, Optional<URI> run) {

  /// What happened to a model.
  enum Verb {
    CREATED("created"),
    UPDATED("updated"),
    /// It was as its file wants it; that is recorded now.
    CONFIRMED("confirmed"),
    /// Its file has moved.
    MOVED("moved"),
    /// It was written, and what came back was not what was sent.
    UNCONFIRMED("not confirmed"),
    /// It was written, and put back as it was before.
    RESTORED("put back"),
    DELETED("deleted");

    private final String word;

    Verb(String word) {
      this.word = word;
    }

    /// What is said of something that one thing and then another has happened to.
    Verb after(Verb earlier) {
      return earlier == CREATED && this == UPDATED ? CREATED : this;
    }
  }

  /// The message of an entry.
  ///
  /// @param last whether the deploy has come to its end
  String of(SortedMap<RepositoryPath, Verb> verbs, boolean last) {
    Map<Verb, Integer> counts = new EnumMap<>(Verb.class);
    verbs.values().forEach(verb -> counts.merge(verb, 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((verb, count) -> parts.add(count + " " + verb.word));
    StringBuilder message = new StringBuilder();
    message.append("Deploy ").append(commit.abbreviated()).append(" to ").append(environment);
    message.append(": ").append(String.join(", ", parts));
    message.append(last ? "" : " so far").append("\n\n");
    verbs.forEach((path, verb) -> message.append(verb.word).append(' ').append(path).append('\n'));
    message.append("\nCommit: ").append(commit).append('\n');
    run.ifPresent(address -> message.append("Run: ").append(address).append('\n'));
    return message.toString();
  }
}
