package io.github.sigmadm.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.ChangedFile;
import io.github.sigmadm.flow.History;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.tree.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHistoryTest {

  @TempDir Path temporary;

  private WorkTree work = new WorkTree(Path.of("."));

  @BeforeEach
  void makeRepository() {
    work = WorkTree.make(temporary.resolve("work"));
  }

  @Test
  void listsTheRegularFilesOfACommitByPath() throws IOException {
    work.write("data-models/orders.json", "{}")
        .write("README.md", "hello")
        .write("data-models/é.yml", "");
    Files.createSymbolicLink(
        work.folder().resolve("link.json"), Path.of("data-models/orders.json"));
    Commit commit = work.commit("one");
    assertThat(files(commit))
        .containsExactly(
            path("README.md"), path("data-models/orders.json"), path("data-models/é.yml"));
  }

  @Test
  void readsFromTheCommitAndNotFromTheWorkTree() {
    work.write("orders.json", "{\"a\":1}");
    Commit commit = work.commit("one");
    work.write("orders.json", "changed").write("uncommitted.json", "x");
    assertThat(text(work.folder(), commit, "orders.json")).contains("{\"a\":1}");
    assertThat(text(work.folder(), commit, "uncommitted.json")).isEmpty();
  }

  @Test
  void doesNotFollowSymbolicLinksNorReadFoldersOrSubmodules() throws IOException {
    work.write("folder/orders.json", "{}");
    Files.createSymbolicLink(work.folder().resolve("link.json"), Path.of("folder/orders.json"));
    Files.createSymbolicLink(
        work.folder().resolve("outside.json"),
        Files.writeString(temporary.resolve("outside"), "secret"));
    Commit inner = WorkTree.make(temporary.resolve("inner")).commit("inner");
    work.git("update-index", "--add", "--cacheinfo", "160000," + inner + ",module.json");
    Commit commit = work.commit("one");
    for (String name : List.of("link.json", "outside.json", "folder", "module.json", "none")) {
      assertThat(text(work.folder(), commit, name)).as(name).isEmpty();
    }
  }

  @Test
  void appliesNoFilterAndNoAttribute() {
    work.write(".gitattributes", "*.json filter=upper text eol=crlf\n").write("a.json", "{}\n");
    Commit commit = work.commit("one");
    work.git("config", "filter.upper.smudge", "touch " + temporary.resolve("executed"));
    assertThat(text(work.folder(), commit, "a.json")).contains("{}\n");
    assertThat(temporary.resolve("executed")).doesNotExist();
  }

  @Test
  void leavesOutNamesThatAreNoText() throws IOException {
    work.write("good.json", "{}");
    String blob = work.git("hash-object", "-w", "good.json");
    Path entries = temporary.resolve("entries");
    Files.write(
        entries,
        ("100644 blob " + blob + "\tb\u00e9d.json\n").getBytes(StandardCharsets.ISO_8859_1));
    Process mktree =
        new ProcessBuilder("git", "mktree")
            .directory(work.folder().toFile())
            .redirectInput(entries.toFile())
            .start();
    String tree =
        new String(mktree.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    Commit commit = new Commit(work.git("commit-tree", tree, "-m", "odd"));
    Commit empty =
        new Commit(
            work.git(
                "commit-tree",
                work.git("hash-object", "-t", "tree", "-w", "/dev/null"),
                "-m",
                "empty"));
    assertThat(files(commit)).isEmpty();
    assertThat(changes(empty, commit)).isEmpty();
  }

  @Test
  void tellsWhatDiffers() throws IOException {
    work.write("kept.json", "kept").write("edited.json", "1").write("gone.txt", "x");
    work.write("script.json", "#!").write("typed.json", "a file");
    Commit before = work.commit("before");
    work.write("edited.json", "2").write("new.json", "completely new").delete("gone.txt");
    work.git("update-index", "--chmod=+x", "script.json");
    work.delete("typed.json");
    Files.createSymbolicLink(work.folder().resolve("typed.json"), Path.of("kept.json"));
    Commit after = work.commit("after");
    assertThat(changes(before, after))
        .containsExactly(
            new ChangedFile.Modified(path("edited.json")),
            new ChangedFile.Deleted(path("gone.txt")),
            new ChangedFile.Added(path("new.json")),
            new ChangedFile.Deleted(path("typed.json")));
    assertThat(changes(after, before)).contains(new ChangedFile.Added(path("typed.json")));
    assertThat(changes(after, after)).isEmpty();
  }

  @Test
  void followsRenamesWithAndWithoutEdits() {
    work.write("a/moved.json", lines("moved", 0)).write("b/edited.json", lines("edited", 0));
    work.write("gone.json", lines("gone", 0));
    Commit before = work.commit("before");
    work.delete("a/moved.json").delete("b/edited.json").delete("gone.json");
    work.write("c/moved.json", lines("moved", 0)).write("c/renamed.yml", lines("edited", 3));
    work.write("c/other.json", lines("unlike", 0));
    Commit after = work.commit("after");
    assertThat(changes(before, after))
        .containsExactly(
            new ChangedFile.Renamed(path("a/moved.json"), path("c/moved.json")),
            new ChangedFile.Added(path("c/other.json")),
            new ChangedFile.Renamed(path("b/edited.json"), path("c/renamed.yml")),
            new ChangedFile.Deleted(path("gone.json")));
  }

  @Test
  void followsOnlyExactRenamesWhereTooManyFilesCameAndWent() {
    for (int i = 0; i < 2_000; i++) {
      work.write("old/model-%04d.json".formatted(i), lines("m" + i, 0));
    }
    Commit before = work.commit("before");
    work.git("mv", "old", "new");
    for (int i = 0; i < 300; i++) {
      work.write("new/model-%04d.json".formatted(i), lines("m" + i, 2));
    }
    Commit after = work.commit("after");
    long start = System.nanoTime();
    List<ChangedFile> changes = changes(before, after);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    assertThat(changes).filteredOn(ChangedFile.Renamed.class::isInstance).hasSize(1_700);
    assertThat(changes).filteredOn(ChangedFile.Added.class::isInstance).hasSize(300);
    assertThat(changes).filteredOn(ChangedFile.Deleted.class::isInstance).hasSize(300);
    assertThat(files(after)).hasSize(2_000);
  }

  @Test
  void readsThroughLinkedWorkTreesBareRepositoriesAlternatesAndSubFolders() {
    Commit first = work.write("a.json", "1").commit("one");
    work.git("branch", "side");
    Commit second = work.write("a.json", "2").commit("two");
    Path linked = temporary.resolve("linked");
    work.git("worktree", "add", "--quiet", linked.toString(), "side");
    Path bare = temporary.resolve("bare.git");
    WorkTree.clone(work.folder().toString(), bare, "--bare");
    Path shared = temporary.resolve("shared");
    WorkTree.clone(work.folder().toString(), shared, "--shared");
    work.write("sub/folder/x", "");
    for (Path folder :
        List.of(work.folder(), linked, bare, shared, work.folder().resolve("sub/folder"))) {
      assertThat(text(folder, first, "a.json")).as("%s", folder).contains("1");
      assertThat(text(folder, second, "a.json")).as("%s", folder).contains("2");
    }
    try (Checkout checkout = Checkout.open(linked)) {
      assertThat(checkout.head()).isEqualTo(first);
      assertThat(checkout.branch()).contains("side");
      assertThat(checkout.root()).isEqualTo(linked);
    }
  }

  @Test
  void knowsWhatIsCheckedOut() {
    Commit first = work.write("a.json", "1").commit("one");
    Commit second = work.write("a.json", "2").commit("two");
    work.git("tag", "-a", "v1", "-m", "v1", first.id());
    work.git("checkout", "--quiet", "--detach", first.id());
    try (Checkout checkout = Checkout.open(work.folder())) {
      assertThat(checkout.head()).isEqualTo(first);
      assertThat(checkout.branch()).isEmpty();
      assertThat(checkout.find("main")).contains(second);
      assertThat(checkout.find("v1")).contains(first);
      assertThat(checkout.find("main~1")).contains(first);
      assertThat(checkout.find(second.abbreviated())).contains(second);
      assertThat(checkout.find("no such thing")).isEmpty();
      assertThat(checkout.find("main^{tree}")).isEmpty();
    }
  }

  @Test
  void knowsWhereAFolderIs() throws IOException {
    work.write("sub/folder/x", "").commit("one");
    try (Checkout checkout = Checkout.open(work.folder())) {
      assertThat(checkout.within(work.folder().resolve("sub/folder"))).contains(path("sub/folder"));
      assertThat(checkout.within(work.folder())).isEmpty();
      assertThat(checkout.within(temporary)).isEmpty();
    }
  }

  @Test
  void explainsWhenThereIsNothingToRead() {
    assertThatThrownBy(() -> Checkout.open(temporary.resolve("none")))
        .isInstanceOf(Trouble.BadConfiguration.class)
        .hasMessageContaining("actions/checkout");
    try (Checkout checkout = Checkout.open(work.folder())) {
      assertThatThrownBy(checkout::head)
          .isInstanceOf(Trouble.BadConfiguration.class)
          .hasMessageContaining("no commit yet");
    }
  }

  @Test
  void readsARepositoryOfAnotherUser() throws IOException {
    Commit commit = work.write("a.json", "1").commit("one");
    assumeTrue(
        Files.getAttribute(temporary, "unix:uid").equals(0), "only root can give files away");
    try (var all = Files.walk(work.folder())) {
      for (Path path : all.toList()) {
        Files.setAttribute(path, "unix:uid", 12345);
      }
    }
    assertThat(text(work.folder(), commit, "a.json")).contains("1");
  }

  @Test
  void readsNoConfigurationOfTheMachineAndDoesNotProbeItsFileSystem() throws IOException {
    try (Checkout checkout = Checkout.open(work.folder())) {
      assertThat(checkout.repository().getConfig().getBaseConfig()).isNotNull();
    }
    assertThat(FS.getFileStoreAttributes(temporary).getFsTimestampResolution())
        .isEqualTo(java.time.Duration.ofMillis(1));
    assertThat(org.eclipse.jgit.util.SystemReader.getInstance().getenv("GIT_DIR")).isNull();
  }

  @Test
  void startsNoProgram() throws Exception {
    Commit before = work.write("a.json", lines("a", 0)).commit("one");
    Commit after = work.delete("a.json").write("b.json", lines("a", 1)).commit("two");
    Path events = temporary.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      assertThat(changes(before, after)).hasSize(1);
      assertThat(text(work.folder(), after, "b.json")).isPresent();
      recording.stop();
      recording.dump(events);
    }
    assertThat(RecordingFile.readAllEvents(events)).isEmpty();
  }

  @Test
  void cutsOffAFileThatIsTooLongForTheParser() {
    Commit commit = work.write("huge.json", " ".repeat(Limits.DEFAULT.bytes() + 100)).commit("one");
    byte[] content =
        in(work.folder(), history -> history.read(commit, path("huge.json"))).orElseThrow();
    assertThat(content).hasSize(Limits.DEFAULT.bytes() + 1);
  }

  @Test
  void saysSoWhenACommitIsNowhere() {
    work.commit("one");
    Commit absent = new Commit("1".repeat(40));
    assertThatThrownBy(() -> files(absent))
        .isInstanceOf(Trouble.CommitMissing.class)
        .hasMessageContaining(absent.id())
        .hasMessageContaining("git fetch origin");
    Commit tree = new Commit(work.git("rev-parse", "HEAD^{tree}"));
    assertThatThrownBy(() -> files(tree))
        .isInstanceOf(Trouble.CommitMissing.class)
        .hasMessageContaining("not the id of a commit");
  }

  private static String lines(String subject, int changed) {
    return IntStream.range(0, 40)
        .mapToObj(i -> "\"%s field %d\": %s,".formatted(subject, i, i < changed ? "new" : "old"))
        .collect(Collectors.joining("\n"));
  }

  private static RepositoryPath path(String value) {
    return new RepositoryPath(value);
  }

  private List<RepositoryPath> files(Commit commit) {
    return in(work.folder(), history -> history.files(commit));
  }

  private List<ChangedFile> changes(Commit from, Commit to) {
    return in(work.folder(), history -> history.changes(from, to));
  }

  private static <T> T in(Path folder, Function<History, T> work) {
    try (Checkout checkout = Checkout.open(folder);
        GitHistory history =
            GitHistory.of(checkout, Optional.empty(), List.of(), Optional.empty())) {
      return work.apply(history);
    }
  }

  private static Optional<String> text(Path folder, Commit commit, String path) {
    return in(folder, history -> history.read(commit, path(path)))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
