package io.github.sigmadm.github;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Ancestry;
import io.github.sigmadm.flow.ChangedFile;
import io.github.sigmadm.flow.History;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// The repository's commits as GitHub knows them, for what a checkout does not have and cannot
/// fetch.
///
/// Calls: one to list a commit's files (more for a very large tree), one per file that is read, and
/// one more to compare if files were both added and deleted. Renames are followed as GitHub sees
/// them, among the first 300 files that differ.
public final class GitHubHistory implements History, Ancestry {

  private final GitHubApi api;
  private final GitTrees trees;
  private final Map<Commit, SortedMap<RepositoryPath, String>> listings = new ConcurrentHashMap<>();

  /// @param token without it only public repositories can be read
  /// @param client stays the caller's to close
  /// @param secrets learns the token
  public GitHubHistory(
      HostedRepository repository,
      Optional<Secret> token,
      ServiceClient client,
      Secrets secrets,
      Pacing pacing) {
    this.api = new GitHubApi(repository, token, client, secrets, pacing);
    this.trees = new GitTrees(api);
  }

  @Override
  public List<RepositoryPath> files(Commit commit) {
    return List.copyOf(listing(commit).keySet());
  }

  @Override
  public Optional<byte[]> read(Commit commit, RepositoryPath path) {
    return Optional.ofNullable(listing(commit).get(path)).map(blob -> content(commit, path, blob));
  }

  @Override
  public List<ChangedFile> changes(Commit from, Commit to) {
    SortedMap<RepositoryPath, String> before = listing(from);
    SortedMap<RepositoryPath, String> after = listing(to);
    List<ChangedFile> changes = new ArrayList<>();
    List<RepositoryPath> added = new ArrayList<>();
    SortedMap<RepositoryPath, String> deleted = new TreeMap<>(before);
    after.forEach((path, blob) -> {
      String old = deleted.remove(path);
      if (old == null) {
        added.add(path);
      } else if (!old.equals(blob)) {
        changes.add(new ChangedFile.Modified(path));
      }
    });
    Map<RepositoryPath, RepositoryPath> renames =
        added.isEmpty() || deleted.isEmpty() ? Map.of() : renames(from, to);
    for (RepositoryPath path : added) {
      RepositoryPath source = renames.get(path);
      if (source != null && deleted.remove(source) != null) {
        changes.add(new ChangedFile.Renamed(source, path));
      } else {
        changes.add(new ChangedFile.Added(path));
      }
    }
    deleted.keySet().forEach(path -> changes.add(new ChangedFile.Deleted(path)));
    changes.sort(Comparator.comparing(ChangedFile::path));
    return List.copyOf(changes);
  }

  @Override
  public List<Commit> parents(Commit commit) {
    String action = "asking GitHub for commit " + commit.abbreviated();
    JsonNode body =
        api.done(
                action,
                api.get(action, api.inRepository("/git/commits/" + commit)),
                no -> missing(action, no))
            .body();
    return body.path("parents")
        .valueStream()
        .map(parent -> new Commit(parent.path("sha").asString("")))
        .toList();
  }

  @Override
  public Optional<Commit> mergeBase(Commit one, Commit other) {
    String action = comparing(one, other);
    Reply reply = comparison(action, one, other, 1);
    if (reply instanceof Reply.Refused no
        && no.said().toLowerCase(Locale.ROOT).contains("no common ancestor")) {
      return Optional.empty();
    }
    JsonNode body = api.done(action, reply, no -> missing(action, no)).body();
    String base = body.path("merge_base_commit").path("sha").asString("");
    try {
      return Optional.of(new Commit(base));
    } catch (IllegalArgumentException e) {
      throw new Trouble.Unreachable(
          GitHubApi.sentence(action) + "GitHub's answer has no merge base.", e);
    }
  }

  private SortedMap<RepositoryPath, String> listing(Commit commit) {
    return listings.computeIfAbsent(
        commit,
        key -> {
          String action = "listing the files of commit " + key.abbreviated() + " at GitHub";
          return trees.files(key.id(), action, no -> missing(action, no));
        });
  }

  private byte[] content(Commit commit, RepositoryPath path, String blob) {
    String action = "reading %s of commit %s from GitHub".formatted(path, commit.abbreviated());
    JsonNode body =
        api.done(
                action,
                api.get(action, api.inRepository("/git/blobs/" + blob)),
                no -> missing(action, no))
            .body();
    try {
      return Base64.getMimeDecoder().decode(body.path("content").asString(""));
    } catch (IllegalArgumentException e) {
      throw new Trouble.Unreachable(
          GitHubApi.sentence(action) + "GitHub's answer is not Base64.", e);
    }
  }

  /// From where files came, by where they are now. What GitHub compares is not `from` itself but
  /// the merge base, so only what also fits the trees can be used.
  private Map<RepositoryPath, RepositoryPath> renames(Commit from, Commit to) {
    String action = comparing(from, to);
    Map<RepositoryPath, RepositoryPath> renames = new TreeMap<>();
    if (comparison(action, from, to, 1) instanceof Reply.Done done) {
      done.body()
          .path("files")
          .valueStream()
          .filter(file -> file.path("status").asString("").equals("renamed"))
          .forEach(file ->
              GitTrees.path(file.path("filename").asString(""))
                  .ifPresent(path ->
                      GitTrees.path(file.path("previous_filename").asString(""))
                          .ifPresent(source -> renames.put(path, source))));
    }
    return renames;
  }

  private Reply comparison(String action, Commit from, Commit to, int commits) {
    return api.get(
        action, api.inRepository("/compare/" + from + "..." + to + "?per_page=" + commits));
  }

  private static String comparing(Commit one, Commit other) {
    return "comparing commits %s and %s at GitHub"
        .formatted(one.abbreviated(), other.abbreviated());
  }

  private static Trouble missing(String action, Reply.Refused no) {
    String story = GitHubApi.sentence(action) + "GitHub says no (" + no.said() + ").";
    return no.status() == 403
        ? new Trouble.NotAllowed(story + " Give the job `permissions: contents: read`.")
        : new Trouble.CommitMissing(
            story
                + " The commit is not there, or the token may not see it: give the job `permissions: contents: read`, or actions/checkout `fetch-depth: 0`.",
            null);
  }
}
