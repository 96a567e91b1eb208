package io.github.sigmadm.github;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.ChangedFile;
import io.github.sigmadm.flow.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class GitHubHistoryTest extends WireMockGitHubTest {

  private static final Commit ONE = new Commit("1".repeat(40));
  private static final Commit TWO = new Commit("2".repeat(40));

  @Test
  void listsRegularFilesByPath() {
    service.stubFor(
        get(urlEqualTo(trees(ONE) + "?recursive=1"))
            .willReturn(
                json(
                    """
                    {"truncated": false, "tree": [
                      {"path": "z.json", "mode": "100644", "type": "blob", "sha": "z"},
                      {"path": "a", "mode": "040000", "type": "tree", "sha": "t"},
                      {"path": "a/run.json", "mode": "100755", "type": "blob", "sha": "r"},
                      {"path": "a/link.json", "mode": "120000", "type": "blob", "sha": "l"},
                      {"path": "a/module.json", "mode": "160000", "type": "commit", "sha": "m"},
                      {"path": "a/../odd.json", "mode": "100644", "type": "blob", "sha": "o"}]}
                    """)));
    assertThat(history().files(ONE)).containsExactly(path("a/run.json"), path("z.json"));
  }

  @Test
  void listsFolderByFolderWhatIsTooMuchForOneAnswer() {
    service.stubFor(
        get(urlEqualTo(trees(ONE) + "?recursive=1"))
            .willReturn(json("{\"truncated\":true,\"tree\":[]}")));
    service.stubFor(
        get(urlEqualTo(trees(ONE)))
            .willReturn(
                json(
                    """
                    {"truncated": false, "tree": [
                      {"path": "top.json", "mode": "100644", "type": "blob", "sha": "x"},
                      {"path": "deep", "mode": "040000", "type": "tree", "sha": "dddd"}]}
                    """)));
    service.stubFor(
        get(urlEqualTo(REPOSITORY + "/git/trees/dddd?recursive=1"))
            .willReturn(
                json(
                    """
                    {"truncated": false, "tree": [
                      {"path": "er/a.json", "mode": "100644", "type": "blob", "sha": "y"}]}
                    """)));
    assertThat(history().files(ONE)).containsExactly(path("deep/er/a.json"), path("top.json"));
  }

  @Test
  void readsAFile() {
    tree(ONE, Map.of("a.json", "blob1"));
    service.stubFor(
        get(urlEqualTo(REPOSITORY + "/git/blobs/blob1"))
            .willReturn(
                json(
                    "{\"encoding\":\"base64\",\"content\":\"%s\\n\"}"
                        .formatted(
                            Base64.getMimeEncoder(60, new byte[] {'\n'})
                                .encodeToString(
                                    "{\"é\": 1}".repeat(20).getBytes(StandardCharsets.UTF_8))
                                .replace("\n", "\\n")))));
    GitHubHistory history = history();
    assertThat(history.read(ONE, path("a.json")).orElseThrow())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"é\": 1}".repeat(20));
    assertThat(history.read(ONE, path("none.json"))).isEmpty();
    service.verify(1, getRequestedFor(urlPathMatching(".*/git/trees/.*")));
  }

  @Test
  void comparesTreesAndFollowsRenames() {
    tree(ONE, Map.of("kept.json", "1", "edited.json", "2", "moved.json", "3", "gone.json", "4"));
    tree(
        TWO, Map.of("kept.json", "1", "edited.json", "22", "to/moved.json", "33", "new.json", "5"));
    service.stubFor(
        get(urlEqualTo(compare(ONE, TWO)))
            .willReturn(
                json(
                    """
                    {"files": [
                      {"status": "renamed", "filename": "to/moved.json", "previous_filename": "moved.json"},
                      {"status": "renamed", "filename": "kept.json", "previous_filename": "of-the-merge-base.json"},
                      {"status": "added", "filename": "new.json"}]}
                    """)));
    assertThat(history().changes(ONE, TWO))
        .containsExactly(
            new ChangedFile.Modified(path("edited.json")),
            new ChangedFile.Deleted(path("gone.json")),
            new ChangedFile.Added(path("new.json")),
            new ChangedFile.Renamed(path("moved.json"), path("to/moved.json")));
  }

  @Test
  void tellsAllChangesWhenGitHubCannotCompare() {
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    for (int i = 0; i < 500; i++) {
      before.put("old/%03d.json".formatted(i), "b" + i);
      after.put("new/%03d.json".formatted(i), "c" + i);
    }
    tree(ONE, before);
    tree(TWO, after);
    service.stubFor(
        get(urlEqualTo(compare(ONE, TWO)))
            .willReturn(json(404, "{\"message\":\"No common ancestor between them\"}")));
    assertThat(history().changes(ONE, TWO)).hasSize(1_000);
  }

  @Test
  void needsNoComparisonWhereNothingCanBeARename() {
    tree(ONE, Map.of("a.json", "1"));
    tree(TWO, Map.of("a.json", "2", "b.json", "3"));
    assertThat(history().changes(ONE, TWO)).hasSize(2);
    service.verify(0, getRequestedFor(urlPathMatching(".*/compare/.*")));
  }

  @Test
  void knowsParentsAndMergeBases() {
    service.stubFor(
        get(urlEqualTo(REPOSITORY + "/git/commits/" + ONE))
            .willReturn(
                json(
                    "{\"parents\":[{\"sha\":\"%s\"},{\"sha\":\"%s\"}]}"
                        .formatted("3".repeat(40), "4".repeat(40)))));
    service.stubFor(
        get(urlEqualTo(compare(ONE, TWO)))
            .willReturn(
                json("{\"merge_base_commit\":{\"sha\":\"%s\"}}".formatted("5".repeat(40)))));
    assertThat(history().parents(ONE))
        .containsExactly(new Commit("3".repeat(40)), new Commit("4".repeat(40)));
    assertThat(history().mergeBase(ONE, TWO)).contains(new Commit("5".repeat(40)));
  }

  @Test
  void knowsThatUnrelatedCommitsHaveNoMergeBase() {
    service.stubFor(
        get(urlEqualTo(compare(ONE, TWO)))
            .willReturn(json(404, "{\"message\":\"No common ancestor between 1 and 2.\"}")));
    assertThat(history().mergeBase(ONE, TWO)).isEmpty();
  }

  @Test
  void saysWhatToDoWhereACommitIsNotThere() {
    service.stubFor(
        get(urlEqualTo(trees(ONE) + "?recursive=1"))
            .willReturn(json(404, "{\"message\":\"Not Found\"}")));
    assertThatThrownBy(() -> history().files(ONE))
        .isInstanceOf(Trouble.CommitMissing.class)
        .hasMessageContaining("contents: read");
    service.stubFor(
        get(urlEqualTo(trees(TWO) + "?recursive=1"))
            .willReturn(json(403, "{\"message\":\"Resource not accessible by integration\"}")));
    assertThatThrownBy(() -> history().files(TWO))
        .isInstanceOf(Trouble.NotAllowed.class)
        .hasMessageContaining("contents: read");
  }

  private static void tree(Commit commit, Map<String, String> files) {
    String entries =
        new TreeMap<>(files)
            .entrySet().stream()
                .map(file ->
                    "{\"path\":\"%s\",\"mode\":\"100644\",\"type\":\"blob\",\"sha\":\"%s\"}"
                        .formatted(file.getKey(), file.getValue()))
                .collect(Collectors.joining(","));
    service.stubFor(
        get(urlEqualTo(trees(commit) + "?recursive=1"))
            .willReturn(json("{\"truncated\":false,\"tree\":[" + entries + "]}")));
  }

  private static String trees(Commit commit) {
    return REPOSITORY + "/git/trees/" + commit;
  }

  private static String compare(Commit one, Commit other) {
    return REPOSITORY + "/compare/" + one + "..." + other + "?per_page=1";
  }

  private static RepositoryPath path(String value) {
    return new RepositoryPath(value);
  }
}
