package io.github.sigmadm.github;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.Trouble;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Lists all files of a tree. GitHub cuts off a listing of very many; then each folder of it is
/// listed by itself.
record GitTrees(GitHubApi api) {

  /// A repository with more folders that are too large to list is beyond this way of reading it.
  private static final int MOST_CALLS = 300;

  /// The regular files, each with the id of its content.
  ///
  /// @param tree the id of a tree or a commit
  SortedMap<RepositoryPath, String> files(
      String tree, String action, Function<Reply.Refused, Trouble> refused) {
    Listing listing = new Listing(action, refused);
    listing.add(tree, "");
    return listing.files;
  }

  /// A path that we can speak of.
  static Optional<RepositoryPath> path(String text) {
    try {
      return Optional.of(new RepositoryPath(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private final class Listing {

    private final String action;
    private final Function<Reply.Refused, Trouble> refused;
    private final SortedMap<RepositoryPath, String> files = new TreeMap<>();
    private int calls;

    Listing(String action, Function<Reply.Refused, Trouble> refused) {
      this.action = action;
      this.refused = refused;
    }

    void add(String tree, String folder) {
      JsonNode all = ask(tree, "?recursive=1");
      if (!all.path("truncated").asBoolean(false)) {
        all.path("tree").forEach(entry -> addFile(entry, folder));
        return;
      }
      for (JsonNode entry : ask(tree, "").path("tree")) {
        if (entry.path("type").asString("").equals("tree")) {
          add(entry.path("sha").asString(""), folder + entry.path("path").asString("") + "/");
        } else {
          addFile(entry, folder);
        }
      }
    }

    private void addFile(JsonNode entry, String folder) {
      String mode = entry.path("mode").asString("");
      if (mode.equals("100644") || mode.equals("100755")) {
        path(folder + entry.path("path").asString(""))
            .ifPresent(path -> files.put(path, entry.path("sha").asString("")));
      }
    }

    private JsonNode ask(String tree, String query) {
      if (++calls > MOST_CALLS) {
        throw new Trouble.Unreachable(
            GitHubApi.sentence(action)
                + "the repository has too many files to be read over the API. Put a step with actions/checkout before this one.",
            null);
      }
      return api.done(
              action, api.get(action, api.inRepository("/git/trees/" + tree + query)), refused)
          .body();
    }
  }
}
