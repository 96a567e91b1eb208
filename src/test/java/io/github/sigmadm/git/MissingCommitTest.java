package io.github.sigmadm.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Ancestry;
import io.github.sigmadm.flow.ChangedFile;
import io.github.sigmadm.flow.Comparison;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.Trouble;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A checkout as a workflow has it, which lacks what the run compares with.
final class MissingCommitTest {

  private static final String TOKEN = "ghs_0123456789abcdef";
  private static final String LET_IN =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(("x-access-token:" + TOKEN).getBytes(StandardCharsets.UTF_8));

  @TempDir Path temporary;

  private WorkTree author = new WorkTree(Path.of("."));
  private Path origin = Path.of(".");
  private Path checkout = Path.of(".");
  private Commit fork = none();
  private Commit base = none();
  private Commit head = none();
  private Commit merge = none();
  private Optional<GitServer> server = Optional.empty();

  /// `main` and `feature` part at a commit and are merged, as the hosting service does for a pull
  /// request.
  @BeforeEach
  void makeOrigin() {
    author = WorkTree.make(temporary.resolve("author"));
    author.write("data-models/orders.json", "1\n").write("big.bin", "x".repeat(5_000));
    for (int i = 0; i < 20; i++) {
      author.write("log.txt", "line " + i).commit("main " + i);
    }
    fork = author.write("log.txt", "fork").commit("fork");
    author.git("checkout", "--quiet", "-b", "feature");
    head = author.write("data-models/orders.json", "2\n").commit("feature");
    author.git("checkout", "--quiet", "main");
    base = author.write("data-models/other.json", "{}").commit("main moved on");
    author.git("merge", "--quiet", "--no-ff", "-m", "merge", "feature");
    merge = author.head();
    author.git("update-ref", "refs/pull/7/merge", merge.id());
    author.git("update-ref", "refs/pull/7/head", head.id());
    author.git("reset", "--quiet", "--hard", base.id());
    origin = temporary.resolve("served/acme/models.git");
    WorkTree.clone(author.folder().toString(), origin, "--mirror");
    new WorkTree(origin).git("config", "uploadpack.allowFilter", "true");
    checkout = temporary.resolve("checkout");
  }

  @AfterEach
  void stopServer() {
    server.ifPresent(GitServer::close);
  }

  @Test
  void fetchesTheBaseOfAMergeIntoACheckoutOfDepthOneAndLeavesTheCheckoutAlone() throws IOException {
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    Map<String, Long> before = snapshot();
    with(
        Optional.empty(),
        history -> {
          Comparison comparison = Comparison.of(pullRequest(), merge, history);
          assertThat(comparison.base()).contains(base);
          assertThat(history.changes(base, merge))
              .containsExactly(new ChangedFile.Modified(path("data-models/orders.json")));
          assertThat(history.read(base, path("data-models/orders.json")).orElseThrow())
              .asString()
              .isEqualTo("1\n");
        });
    assertThat(snapshot()).isEqualTo(before);
  }

  @Test
  void fetchesOverHttpWithTheToken() throws IOException {
    serve(Optional.of(LET_IN));
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    new WorkTree(checkout).git("remote", "set-url", "origin", address());
    with(hosted(), history -> assertThat(history.changes(base, merge)).hasSize(1));
    assertThat(server.orElseThrow().authorizations).containsOnly(Optional.of(LET_IN));
  }

  @Test
  void usesTheCredentialsThatTheCheckoutStepPersisted() throws IOException {
    serve(Optional.of(LET_IN));
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    WorkTree tree = new WorkTree(checkout);
    tree.git("remote", "set-url", "origin", address());
    tree.git(
        "config",
        "http." + server.orElseThrow().address() + "/.extraheader",
        "AUTHORIZATION: " + LET_IN);
    try (Checkout opened = Checkout.open(checkout);
        GitHistory history =
            history(opened, Upstream.of(opened, hosted(), Optional.of(new Secret("wrong"))))) {
      assertThat(history.changes(base, merge)).hasSize(1);
    }
  }

  @Test
  void usesTheCredentialsThatTheCheckoutStepPersistedBesideTheRepository() throws IOException {
    serve(Optional.of(LET_IN));
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    WorkTree tree = new WorkTree(checkout);
    tree.git("remote", "set-url", "origin", address());
    Path credentials = temporary.resolve("git-credentials-1.config");
    Files.writeString(
        credentials,
        "[http \"%s/\"]\n\textraheader = AUTHORIZATION: %s\n"
            .formatted(server.orElseThrow().address(), LET_IN));
    tree.git("config", "includeIf.gitdir:/elsewhere/.git.path", "/elsewhere/credentials");
    tree.git("config", "includeIf.gitdir:" + checkout + "/.git.path", credentials.toString());
    try (Checkout opened = Checkout.open(checkout);
        GitHistory history = history(opened, Upstream.of(opened, hosted(), Optional.empty()))) {
      assertThat(history.changes(base, merge)).hasSize(1);
    }
  }

  @Test
  void triesAgainWhenTheServerIsBusy() throws IOException {
    serve(Optional.empty());
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    new WorkTree(checkout).git("remote", "set-url", "origin", address());
    // Both with the token and without it.
    server.orElseThrow().failNext(4);
    with(hosted(), history -> assertThat(history.files(base)).isNotEmpty());
  }

  @Test
  void saysWhatToDoWhenItIsNotLetInAndKeepsTheTokenToItself() throws IOException {
    serve(Optional.of("Basic other"));
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    new WorkTree(checkout)
        .git("remote", "set-url", "origin", address().replace("://", "://ghp_inTheAddress@"));
    with(
        hosted(),
        history ->
            assertThatThrownBy(() -> history.files(base))
                .isInstanceOf(Trouble.CommitMissing.class)
                .hasMessageContaining(base.id())
                .hasMessageContaining("localhost")
                .hasMessageContaining("fetch-depth: 0")
                .hasMessageContaining("contents: read")
                .message()
                .doesNotContain(TOKEN)
                .doesNotContain(LET_IN)
                .doesNotContain("ghp_inTheAddress"));
  }

  @Test
  void asksOnlyOnceForACommitThatIsNowhere() throws IOException {
    serve(Optional.empty());
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    new WorkTree(checkout).git("remote", "set-url", "origin", address());
    Commit absent = new Commit("1".repeat(40));
    with(
        hosted(),
        history -> {
          assertThatThrownBy(() -> history.files(absent)).isInstanceOf(Trouble.CommitMissing.class);
          int requests = server.orElseThrow().authorizations.size();
          assertThatThrownBy(() -> history.files(absent)).isInstanceOf(Trouble.CommitMissing.class);
          assertThat(server.orElseThrow().authorizations).hasSize(requests);
        });
  }

  @Test
  void findsTheMergeBaseOfAHeadThatWasCheckedOutAtDepthOne() {
    checkOut("file://" + origin, "refs/pull/7/head", "--depth=1");
    with(
        Optional.empty(),
        history -> {
          Comparison comparison = Comparison.of(pullRequest(), head, history);
          assertThat(comparison.base()).contains(fork);
          assertThat(comparison.trusted()).isEqualTo(base);
          assertThat(history.changes(fork, head))
              .containsExactly(new ChangedFile.Modified(path("data-models/orders.json")));
        });
  }

  @Test
  void findsTheMergeBaseOverHttpWithoutFetchingFiles() throws IOException {
    serve(Optional.empty());
    checkOut("file://" + origin, "refs/pull/7/head", "--depth=1");
    new WorkTree(checkout).git("remote", "set-url", "origin", address());
    with(hosted(), history -> assertThat(history.mergeBase(base, head)).contains(fork));
  }

  @Test
  void asksTheHostingServiceForTheMergeBaseFirstWhereTheHistoryIsCutOff() {
    checkOut("file://" + origin, "refs/pull/7/head", "--depth=1");
    Ancestry service = new FixedAncestry(Optional.of(base));
    try (Checkout opened = Checkout.open(checkout);
        GitHistory history =
            GitHistory.of(
                opened, Optional.empty(), List.of(), Optional.of(service), Duration.ZERO)) {
      assertThat(history.mergeBase(base, head)).contains(base);
    }
  }

  @Test
  void findsTheMergeBaseInAFullCloneWithoutAnybodysHelp() {
    checkOut("file://" + origin, "refs/pull/7/head");
    new WorkTree(checkout).git("fetch", "--quiet", "origin", "main");
    try (Checkout opened = Checkout.open(checkout);
        GitHistory history =
            GitHistory.of(
                opened,
                Optional.empty(),
                List.of(),
                Optional.of(new FixedAncestry(Optional.empty())),
                Duration.ZERO)) {
      assertThat(history.mergeBase(base, head)).contains(fork);
    }
  }

  @Test
  void saysWhatToDoWhenTheMergeBaseCannotBeFoundOut() throws IOException {
    checkOut("file://" + origin, "refs/pull/7/head", "--depth=1");
    new WorkTree(checkout).git("remote", "set-url", "origin", "file:///nowhere/at/all.git");
    with(
        Optional.empty(),
        history ->
            assertThatThrownBy(() -> history.mergeBase(base, head))
                .isInstanceOf(Trouble.CommitMissing.class)
                .hasMessageContaining("fetch-depth: 0"));
  }

  @Test
  void fetchesWhatABranchWasAtBeforeAForcePush() {
    author.git("checkout", "--quiet", "-b", "rewritten", fork.id());
    Commit after = author.write("log.txt", "rewritten").commit("rewritten");
    author.git("push", "--quiet", "--force", origin.toString(), "rewritten:main");
    checkOut("file://" + origin, "refs/heads/main", "--depth=1");
    with(
        Optional.empty(),
        history ->
            assertThat(Comparison.of(new Event.Push("main", base, after), after, history).base())
                .contains(base));
    Commit gone = new Commit("2".repeat(40));
    with(
        Optional.empty(),
        history -> {
          Comparison comparison =
              Comparison.of(new Event.Push("main", gone, after), after, history);
          assertThat(comparison.base()).isEmpty();
          assertThat(comparison.notice().orElseThrow()).contains("force push");
        });
  }

  @Test
  void fetchesTheBranchFromAServerThatDoesNotHandOutCommitsById() throws IOException {
    serve(Optional.empty());
    server.orElseThrow().speakOldProtocol();
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    new WorkTree(checkout).git("remote", "set-url", "origin", address());
    Commit earlier = new Commit(new WorkTree(origin).git("rev-parse", "main~3"));
    with(
        hosted(),
        history -> {
          assertThat(history.files(earlier)).isNotEmpty();
          assertThat(history.mergeBase(base, head)).contains(fork);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"blob:none", "tree:0"})
  void completesAPartialClone(String filter) throws IOException {
    serve(Optional.empty());
    checkOut(address(), "refs/pull/7/merge", "--depth=1", "--no-checkout", "--filter=" + filter);
    with(
        hosted(),
        history -> {
          assertThat(history.changes(base, merge)).hasSize(1);
          assertThat(history.read(merge, path("data-models/orders.json")).orElseThrow())
              .asString()
              .isEqualTo("2\n");
          assertThat(history.read(merge, path("big.bin")).orElseThrow()).hasSize(5_000);
        });
  }

  @Test
  void worksInALinkedWorkTreeOfAShallowClone() {
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    Path linked = temporary.resolve("linked");
    new WorkTree(checkout).git("worktree", "add", "--quiet", "--detach", linked.toString());
    checkout = linked;
    with(Optional.empty(), history -> assertThat(history.changes(base, merge)).hasSize(1));
  }

  @Test
  void readsTheParentsOfACommitAtWhichTheHistoryIsCutOff() {
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    try (Checkout opened = Checkout.open(checkout);
        GitHistory history = history(opened, Optional.empty())) {
      assertThat(history.parents(merge)).containsExactly(base, head);
    }
  }

  @Test
  void leavesNothingBehind() throws IOException {
    checkOut("file://" + origin, "refs/pull/7/merge", "--depth=1");
    long before = temporaryFolders();
    with(Optional.empty(), history -> assertThat(history.files(base)).isNotEmpty());
    assertThat(temporaryFolders()).isEqualTo(before);
  }

  private record FixedAncestry(Optional<Commit> answer) implements Ancestry {
    @Override
    public List<Commit> parents(Commit commit) {
      return List.of();
    }

    @Override
    public Optional<Commit> mergeBase(Commit one, Commit other) {
      return answer;
    }
  }

  private Event.PullRequest pullRequest() {
    return new Event.PullRequest(7, "synchronize", "main", base, head, false);
  }

  /// As actions/checkout does it: an empty repository, a fetch of one ref, a detached HEAD.
  private void checkOut(String address, String ref, String... options) {
    WorkTree tree = WorkTree.make(checkout);
    tree.git("remote", "add", "origin", address);
    List<String> fetch = new java.util.ArrayList<>(List.of("fetch", "--quiet", "--no-tags"));
    boolean withFiles = true;
    for (String option : options) {
      if (option.equals("--no-checkout")) {
        withFiles = false;
      } else {
        fetch.add(option);
      }
    }
    fetch.add("origin");
    fetch.add("+" + ref + ":refs/remotes/pull/7/merge");
    tree.git(fetch.toArray(String[]::new));
    if (withFiles) {
      tree.git("checkout", "--quiet", "--detach", "refs/remotes/pull/7/merge");
    } else {
      tree.git("update-ref", "--no-deref", "HEAD", "refs/remotes/pull/7/merge");
    }
  }

  private void serve(Optional<String> authorization) throws IOException {
    server = Optional.of(new GitServer(temporary.resolve("served"), authorization));
  }

  private String address() {
    return server.orElseThrow().address() + "/acme/models.git";
  }

  private Optional<HostedRepository> hosted() {
    URI address = URI.create(server.orElseThrow().address());
    return Optional.of(new HostedRepository("acme", "models", address, address, Optional.empty()));
  }

  private void with(Optional<HostedRepository> hosted, Consumer<GitHistory> work) {
    try (Checkout opened = Checkout.open(checkout);
        GitHistory history =
            history(opened, Upstream.of(opened, hosted, Optional.of(new Secret(TOKEN))))) {
      work.accept(history);
    }
  }

  private GitHistory history(Checkout opened, Optional<Upstream> upstream) {
    return GitHistory.of(
        opened, upstream, GitHistory.refsOf(pullRequest()), Optional.empty(), Duration.ZERO);
  }

  /// Every file below the checkout with its time of change, but for the lazily made ones of git.
  private Map<String, Long> snapshot() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (var walk = Files.walk(checkout)) {
      for (Path file : walk.toList()) {
        files.put(checkout.relativize(file).toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return files;
  }

  private static long temporaryFolders() throws IOException {
    try (var list = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return list.filter(path -> String.valueOf(path.getFileName()).startsWith("sigma-dm-git-"))
          .count();
    }
  }

  private static RepositoryPath path(String value) {
    return new RepositoryPath(value);
  }

  private static Commit none() {
    return new Commit("0".repeat(40));
  }
}
