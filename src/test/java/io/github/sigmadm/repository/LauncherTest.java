package io.github.sigmadm.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `./sigma-dm` against Javas and a Maven that only say how they were called.
@EnabledOnOs({OS.LINUX, OS.MAC})
final class LauncherTest {

  /// What the launcher may call. PATH holds nothing else, so that this machine's own Java and Maven
  /// are not found.
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "dirname",
          "env",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sh",
          "sleep",
          "touch");

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path temporary;
  private Path root;
  private Path tools;
  private Path jdks;

  @BeforeEach
  void aCloneWithNothingBuilt() throws IOException {
    temporary = temporary.toRealPath();
    root = Files.createDirectories(temporary.resolve("a clone"));
    jdks = Files.createDirectories(temporary.resolve("jdks"));
    tools = Files.createDirectories(temporary.resolve("tools"));
    for (String tool : TOOLS) {
      Path real =
          Stream.of("/bin", "/usr/bin")
              .map(folder -> Path.of(folder, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      script(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
    }
    script(root.resolve("sigma-dm"), Files.readString(Path.of("sigma-dm")));
    for (String source : List.of("pom.xml", "src/main/java/Main.java", "examples/one/spec.json")) {
      old(write(root.resolve(source), source));
    }
    ageFolders();
  }

  @Test
  void runsTheJarWithTheArgumentsAndHandsOnTheExitCode() throws Exception {
    jdk(jdks.resolve("temurin"), "25.0.3");
    builtJar();

    Run run = run(Map.of("FAKE_EXIT", "3"), "plan", "--models", "a b");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.output())
        .contains("ran " + jdks.resolve("temurin"))
        .endsWith(" [-jar] [" + root.resolve("target/sigma-dm.jar") + "] [plan] [--models] [a b]");
  }

  @TestFactory
  Stream<DynamicTest> findsAJdk25Where() {
    return Stream.of(
            "temurin-25",
            "25.0.1-tem",
            "jdk-25.jdk/Contents/Home",
            "openjdk@25/libexec",
            "openjdk@25/libexec/openjdk.jdk/Contents/Home")
        .map(place ->
            DynamicTest.dynamicTest(
                place,
                () -> {
                  Path home = jdks.resolve("for " + place.hashCode()).resolve(place);
                  jdk(home, "25");
                  jdk(home.resolveSibling("a-17"), "17.0.15");
                  builtJar();
                  String folder = jdks.resolve("for " + place.hashCode()).toString();

                  Run run = run(Map.of("SIGMA_DM_JDKS", "/nowhere:" + folder));

                  assertThat(run.output()).contains("ran " + home);
                }));
  }

  @Test
  void prefersJavaHomeThenTheJavaOnPath() throws Exception {
    Path home = jdk(temporary.resolve("my java"), "25.0.2");
    Path onPath = jdk(temporary.resolve("java on path"), "25");
    jdk(jdks.resolve("other"), "25.0.3");
    Files.createSymbolicLink(tools.resolve("java"), onPath.resolve("bin/java"));
    builtJar();

    assertThat(run(Map.of("JAVA_HOME", home.toString())).output()).contains("ran " + home);
    assertThat(run(Map.of()).output()).contains("ran " + onPath);
  }

  @Test
  void passesOverAJavaHomeOfAnotherVersion() throws Exception {
    Path home = jdk(temporary.resolve("old java"), "17.0.15");
    jdk(jdks.resolve("two-hundred-fifty"), "250.0.1");
    Path right = jdk(jdks.resolve("zulu"), "25.0.3");
    builtJar();

    assertThat(run(Map.of("JAVA_HOME", home.toString())).output()).contains("ran " + right);
  }

  @Test
  void saysWhatIsMissingWithoutAJdk25() throws Exception {
    Path home = jdk(temporary.resolve("old java"), "17.0.15");
    builtJar();

    Run run = run(Map.of("JAVA_HOME", home.toString()));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.output())
        .contains("needs JDK 25, and found none")
        .contains("JAVA_HOME is " + home)
        .contains("adoptium.net");
  }

  @Test
  void saysWhatIsMissingWithoutMaven() throws Exception {
    jdk(jdks.resolve("temurin"), "25");

    Run run = run(Map.of());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.output()).contains("needs Maven").contains("maven.apache.org");
  }

  @Test
  void buildsWithTheJdkItFoundWhenTheJarIsMissing() throws Exception {
    Path home = jdk(jdks.resolve("temurin"), "25");
    maven("echo noise");

    Run run = run(Map.of(), "validate");

    assertThat(run.exit()).isZero();
    assertThat(run.output())
        .contains("building " + root.resolve("target/sigma-dm.jar"))
        .contains("ran " + home)
        .doesNotContain("noise");
    assertThat(mavenCalls())
        .singleElement()
        .asString()
        .startsWith(home + " in " + root + ":")
        .endsWith("package");
  }

  @Test
  void buildsOnceAndThenRunsWithoutMaven() throws Exception {
    jdk(jdks.resolve("temurin"), "25");
    maven("");
    run(Map.of());
    Files.delete(tools.resolve("mvn"));

    Run run = run(Map.of());

    assertThat(run.exit()).isZero();
    assertThat(run.output()).doesNotContain("building");
  }

  @TestFactory
  Stream<DynamicTest> buildsAgainWhenSomethingIsNewerThanTheJar() {
    return Stream.of("pom.xml", "src/main/java/Main.java", "examples/one/spec.json")
        .map(file ->
            DynamicTest.dynamicTest(
                file,
                () -> {
                  jdk(jdks.resolve("temurin"), "25");
                  maven("");
                  run(Map.of());
                  long before = mavenCalls().size();
                  future(root.resolve(file));

                  assertThat(run(Map.of()).output()).contains("building");
                  assertThat(mavenCalls()).hasSize((int) before + 1);
                  old(root.resolve(file));
                }));
  }

  @Test
  void buildsAgainWhenASourceIsRemoved() throws Exception {
    jdk(jdks.resolve("temurin"), "25");
    maven("");
    run(Map.of());
    old(root.resolve("target/sigma-dm.jar"));
    Files.delete(root.resolve("src/main/java/Main.java"));

    assertThat(run(Map.of()).output()).contains("building");
  }

  @Test
  void buildsAgainWhatWasEditedDuringABuild() throws Exception {
    jdk(jdks.resolve("temurin"), "25");
    maven("sleep 1; echo edited > src/main/java/Main.java");
    run(Map.of());

    assertThat(run(Map.of()).output()).contains("building");
  }

  @Test
  void showsWhatMavenSaidWhenTheBuildFails() throws Exception {
    jdk(jdks.resolve("temurin"), "25");
    maven("echo 'cannot find symbol'; exit 1");

    Run run = run(Map.of());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.output()).contains("cannot find symbol").contains("the build failed");
    assertThat(run.output()).doesNotContain("ran ");
    assertThat(root.resolve("target/sigma-dm-build.lock")).doesNotExist();
  }

  @Test
  void runsFromAnyFolderAndThroughLinks() throws Exception {
    jdk(jdks.resolve("temurin"), "25");
    builtJar();
    Path links = Files.createDirectories(temporary.resolve("links"));
    Files.createSymbolicLink(links.resolve("inner"), Path.of("../a clone/sigma-dm"));
    Files.createSymbolicLink(links.resolve("sigma"), links.resolve("inner"));
    Path elsewhere = Files.createDirectories(temporary.resolve("else where"));

    Run run = finish(start(elsewhere, links.resolve("sigma"), Map.of(), "plan"));

    assertThat(run.output())
        .contains("in " + elsewhere)
        .contains("[-jar] [" + root.resolve("target/sigma-dm.jar") + "] [plan]");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    jdk(jdks.resolve("temurin"), "25");
    maven("sleep 2");

    Process first = start(root, root.resolve("sigma-dm"), Map.of(), "plan");
    Process second = start(root, root.resolve("sigma-dm"), Map.of(), "plan");

    List<Run> runs = List.of(finish(first), finish(second));
    assertThat(runs).allSatisfy(run -> assertThat(run.exit()).isZero());
    assertThat(runs).anySatisfy(run -> assertThat(run.output()).contains("waiting for another"));
    assertThat(mavenCalls()).hasSize(1);
  }

  @Test
  void clearsAwayTheLockOfABuildThatWasKilled() throws Exception {
    jdk(jdks.resolve("temurin"), "25");
    maven("");
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    write(root.resolve("target/sigma-dm-build.lock/pid"), Long.toString(gone.pid()));

    assertThat(run(Map.of()).exit()).isZero();
    assertThat(root.resolve("target/sigma-dm-build.lock")).doesNotExist();
  }

  private record Run(int exit, String output) {}

  private Run run(Map<String, String> environment, String... arguments) throws Exception {
    return finish(start(root, root.resolve("sigma-dm"), environment, arguments));
  }

  private Process start(
      Path folder, Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", temporary.toString());
    builder.environment().put("SIGMA_DM_JDKS", jdks.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Run finish(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private Path jdk(Path home, String version) throws IOException {
    write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    script(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        printf 'ran %s in %%s with' "$PWD"
        printf ' [%%s]' "$@"
        exit ${FAKE_EXIT:-0}
        """
            .formatted(home));
    return home;
  }

  private void maven(String body) throws IOException {
    script(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        echo "$JAVA_HOME in $PWD: $*" >> "%s"
        %s
        mkdir -p target
        echo jar > target/sigma-dm.jar
        """
            .formatted(temporary.resolve("maven-calls"), body));
  }

  private List<String> mavenCalls() throws IOException {
    return Files.readAllLines(temporary.resolve("maven-calls"));
  }

  private void builtJar() throws IOException {
    write(root.resolve("target/sigma-dm.jar"), "jar");
  }

  private void ageFolders() throws IOException {
    for (String folder : List.of("src/main", "examples")) {
      try (var walk = Files.walk(root.resolve(folder))) {
        for (Path path : walk.toList()) {
          old(path);
        }
      }
    }
  }

  private static void old(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
  }

  private static void future(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
  }

  private static Path write(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private static void script(Path path, String text) throws IOException {
    write(path, text);
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }
}
