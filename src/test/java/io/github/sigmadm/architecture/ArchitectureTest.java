package io.github.sigmadm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The map of ARCHITECTURE.md. When a rule is in the way, change the map on purpose and this test
/// with it.
final class ArchitectureTest {

  private static final String ROOT = "io.github.sigmadm.";

  /// A room uses only rooms before it.
  private static final List<String> ROOMS =
      List.of(
          "core", "tree", "spec", "formula", "config", "state", "check", "resolve", "match", "plan",
          "render", "flow");

  private static final List<String> EDGES = List.of("git", "github", "sigma", "actions");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.sigmadm");

  @TestFactory
  Stream<DynamicTest> aRoomUsesOnlyRoomsAboveIt() {
    return ROOMS.stream()
        .map(room ->
            DynamicTest.dynamicTest(
                room,
                () -> {
                  List<String> allowed = new ArrayList<>();
                  for (String above : ROOMS.subList(0, ROOMS.indexOf(room) + 1)) {
                    allowed.add(ROOT + above + "..");
                  }
                  onlyUsesOwn(room, allowed);
                }));
  }

  @TestFactory
  Stream<DynamicTest> anEdgeKnowsTheRoomsButNoOtherEdge() {
    return EDGES.stream()
        .map(edge ->
            DynamicTest.dynamicTest(
                edge,
                () -> {
                  List<String> allowed = new ArrayList<>(List.of(ROOT + edge + ".."));
                  ROOMS.forEach(room -> allowed.add(ROOT + room + ".."));
                  if (edge.equals("github") || edge.equals("sigma")) {
                    allowed.add(ROOT + "http..");
                  }
                  onlyUsesOwn(edge, allowed);
                }));
  }

  @Test
  void theHttpClientKnowsOnlyCore() {
    onlyUsesOwn("http", List.of(ROOT + "core..", ROOT + "http.."));
  }

  /// If it shared our matching or parsing, it would share our mistakes.
  @Test
  void theSandboxKnowsOnlyCore() {
    onlyUsesOwn("sandbox", List.of(ROOT + "core..", ROOT + "sandbox.."));
  }

  @Test
  void onlyTheCommandLineUsesTheSandboxAndNobodyUsesTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "sandbox..", ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "sandbox..", ROOT + "cli..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void jgitStaysInGit() {
    onlyIn("org.eclipse.jgit..", "git");
  }

  @Test
  void theHttpClientOfTheJdkStaysInHttp() {
    onlyIn("java.net.http..", "http");
  }

  /// The sandbox takes and gives YAML as Sigma does, and may not borrow the reader of `tree`.
  @Test
  void yamlStaysInTreeAndSandbox() {
    onlyIn("org.yaml..", "tree", "sandbox");
  }

  @Test
  void jsonStaysWhereItIsSpoken() {
    onlyIn("tools.jackson..", "tree", "render", "github", "sigma", "actions", "sandbox");
  }

  /// From `core` to `render`: no input or output, no clock, no environment.
  @Test
  void thePureRoomsDoNotTouchTheWorld() {
    String[] pure =
        ROOMS.stream()
            .filter(room -> !room.equals("flow"))
            .map(room -> ROOT + room + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(pure)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.lang.management..")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() throws Exception {
    try (var walk = Files.walk(Path.of("src/main/java"))) {
      List<Path> unmarked =
          walk.filter(Files::isDirectory)
              .filter(ArchitectureTest::hasSources)
              .filter(folder -> !isNullMarked(folder))
              .toList();
      Assertions.assertThat(unmarked).isEmpty();
    }
  }

  private static boolean hasSources(Path folder) {
    try (var files = Files.list(folder)) {
      return files.anyMatch(file ->
          file.toString().endsWith(".java") && !file.toString().endsWith("package-info.java"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isNullMarked(Path folder) {
    Path info = folder.resolve("package-info.java");
    try {
      return Files.exists(info) && Files.readString(info).contains("@NullMarked");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void onlyUsesOwn(String room, List<String> allowed) {
    classes()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAnyPackage("io.github.sigmadm.."))
                .or(resideInAnyPackage(allowed.toArray(String[]::new))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static void onlyIn(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            Stream.of(rooms).map(room -> ROOT + room + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
