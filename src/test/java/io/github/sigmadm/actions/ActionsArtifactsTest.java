package io.github.sigmadm.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import io.github.sigmadm.flow.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ActionsArtifactsTest {

  private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path temporary;

  private Path workspace = Path.of(".");
  private Path summary = Path.of(".");
  private Path outputs = Path.of(".");

  @BeforeEach
  void makeFilesAsTheRunnerDoes() throws IOException {
    workspace = Files.createDirectory(temporary.resolve("workspace"));
    summary = Files.createFile(temporary.resolve("summary"));
    outputs = Files.createFile(temporary.resolve("outputs"));
  }

  @Test
  void filesAreToldFromTheWorkspaceSoThatLaterStepsFindThem() throws IOException {
    String path = artifacts().keep("plan.json", CONTENT);
    assertThat(path).isEqualTo(".sigma-dm/plan.json");
    assertThat(workspace.resolve(path)).hasBinaryContent(CONTENT);
    assertThat(artifacts().keep("plan.json", new byte[] {1})).isEqualTo(path);
    assertThat(workspace.resolve(path)).hasBinaryContent(new byte[] {1});
  }

  @Test
  void gitDoesNotSeeTheFiles() throws Exception {
    artifacts().keep("plan.json", CONTENT);
    assertThat(run("git", "init", "--quiet")).isEmpty();
    assertThat(run("git", "status", "--porcelain")).isEmpty();
  }

  @Test
  void noLinkOfTheRepositoryIsFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Path victim = Files.writeString(elsewhere.resolve("victim"), "untouched");
    Files.createSymbolicLink(workspace.resolve(".sigma-dm"), elsewhere);
    assertThatThrownBy(() -> artifacts().keep("plan.json", CONTENT))
        .isInstanceOf(Trouble.BadConfiguration.class)
        .hasMessageContaining("symbolic link");
    assertThat(elsewhere).isDirectoryNotContaining("glob:**plan.json");
    Files.delete(workspace.resolve(".sigma-dm"));
    Files.createDirectory(workspace.resolve(".sigma-dm"));
    Files.createSymbolicLink(workspace.resolve(".sigma-dm/plan.json"), victim);
    Files.createSymbolicLink(workspace.resolve(".sigma-dm/.gitignore"), victim);
    artifacts().keep("plan.json", CONTENT);
    assertThat(victim).hasContent("untouched");
    assertThat(workspace.resolve(".sigma-dm/plan.json")).hasBinaryContent(CONTENT);
  }

  @Test
  void filesBelongToTheOwnerOfTheWorkspace() throws IOException {
    assumeTrue(
        Files.getAttribute(workspace, "unix:uid").equals(0), "only root can give files away");
    Files.setAttribute(workspace, "unix:uid", 1001);
    Files.setAttribute(workspace, "unix:gid", 118);
    artifacts().keep("plan.json", CONTENT);
    for (String name : new String[] {".sigma-dm", ".sigma-dm/.gitignore", ".sigma-dm/plan.json"}) {
      assertThat(Files.getAttribute(workspace.resolve(name), "unix:uid")).as(name).isEqualTo(1001);
      assertThat(Files.getAttribute(workspace.resolve(name), "unix:gid")).as(name).isEqualTo(118);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", "", ".gitignore", "/x"})
  void filesHavePlainNames(String name) {
    assertThatThrownBy(() -> artifacts().keep(name, CONTENT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRunnerReadsAnyValueThatWasWritten() {
    qt().forAll(
            strings().betweenCodePoints(0, 0xD7FF).ofLengthBetween(0, 40),
            strings().betweenCodePoints(10, 61).ofLengthBetween(0, 20))
        .checkAssert((one, other) -> {
          try {
            Files.writeString(outputs, "");
            artifacts().output(Map.of("models", one));
            artifacts().output(Map.of("comment-url", other));
            assertThat(RunnerRules.outputs(Files.readString(outputs)))
                .containsExactly(Map.entry("models", one), Map.entry("comment-url", other));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void noValueCanEndItself() throws IOException {
    artifacts().output(Map.of("models", "EOF\nresult<<EOF\nsuccess\nEOF"));
    assertThat(RunnerRules.outputs(Files.readString(outputs))).containsOnlyKeys("models");
    artifacts().output(Map.of("plan-file", "x"));
    assertThat(
            Files.readString(outputs)
                .lines()
                .filter(line -> line.contains("<<sigma-dm-"))
                .map(line -> line.replaceFirst(".*<<", "")))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void outputsHaveNames() {
    assertThatThrownBy(() -> artifacts().output(Map.of("a\nb", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSummaryGrowsUpToItsLimitAndSaysWhatIsMissing() throws IOException {
    artifacts().summarise("# One");
    artifacts().summarise("two\n");
    assertThat(summary).hasContent("# One\ntwo\n");
    artifacts().summarise("é".repeat(600_000));
    assertThat(summary)
        .content()
        .startsWith("# One\ntwo\nThe summary of this step is too long")
        .hasSizeLessThan(200);
    artifacts().summarise("x".repeat(1_000_000));
    artifacts().summarise("y".repeat(1_000_000));
    assertThat(Files.size(summary)).isLessThanOrEqualTo(1024 * 1024);
  }

  @Test
  void nothingIsWrittenWhereTheRunnerGivesNoFiles() {
    ActionsArtifacts mute = new ActionsArtifacts(workspace, Optional.empty(), Optional.empty());
    mute.output(Map.of("result", "success"));
    mute.summarise("text");
  }

  @Test
  void aWorkspaceThatCannotBeWrittenToIsNamed() throws IOException {
    Files.writeString(workspace.resolve(".sigma-dm"), "a file");
    assertThatThrownBy(() -> artifacts().keep("plan.json", CONTENT))
        .isInstanceOf(Trouble.BadConfiguration.class)
        .hasMessageContaining(".sigma-dm/plan.json");
  }

  private ActionsArtifacts artifacts() {
    return new ActionsArtifacts(workspace, Optional.of(summary), Optional.of(outputs));
  }

  private String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(workspace.toFile()).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
