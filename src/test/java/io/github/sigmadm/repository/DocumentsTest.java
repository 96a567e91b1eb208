package io.github.sigmadm.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the documents point at is there.
final class DocumentsTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);

  private static final Pattern ROOM = Pattern.compile("^\\| (`[a-z`, ]+`) \\|", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> everyLinkToAFileLeadsToOne() {
    return RepositoryFiles.below(".", file -> file.toString().endsWith(".md")).stream()
        .map(document ->
            DynamicTest.dynamicTest(
                document.toString(),
                () ->
                    assertThat(LINK.matcher(RepositoryFiles.text(document)).results())
                        .allSatisfy(link ->
                            assertThat(
                                    Path.of("")
                                        .toAbsolutePath()
                                        .resolve(document)
                                        .resolveSibling(link.group(1)))
                                .exists())));
  }

  @Test
  void theArchitectureNamesEveryRoomAndNoOther() throws Exception {
    try (var folders = Files.list(Path.of("src/main/java/io/github/sigmadm"))) {
      List<String> rooms =
          folders.filter(Files::isDirectory).map(Path::getFileName).map(Path::toString).toList();
      assertThat(
              ROOM.matcher(RepositoryFiles.text(Path.of("ARCHITECTURE.md")))
                  .results()
                  .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ", -1))))
          .containsExactlyInAnyOrderElementsOf(rooms);
    }
  }

  /// Their licences ask for it, since the jar holds them.
  @Test
  void theNoticeNamesEveryLibraryThatIsShipped() {
    String notice = RepositoryFiles.text(Path.of("NOTICE"));
    assertThat(
            DEPENDENCY
                .matcher(RepositoryFiles.text(Path.of("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .map(dependency ->
                    dependency.replaceFirst("(?s).*<artifactId>(.*)</artifactId>.*", "$1")))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(notice).containsPattern("(?m)^  " + name + " "));
  }
}
