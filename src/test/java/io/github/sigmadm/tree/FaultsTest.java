package io.github.sigmadm.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.RepositoryPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is said about broken files, and where. Each case of `faults-*.txt` has a title after `##`,
/// the file (in which `␀ ␍ ␉ ␤` stand for NUL, CR, tab and LF), and after `=>` what is said.
/// `-Dgolden=rewrite` writes down what is said now.
final class FaultsTest {

  private static final Path FOLDER = Path.of("src/test/resources/tree");

  @TestFactory
  Stream<DynamicTest> json() throws IOException {
    return cases("faults-json.txt", new RepositoryPath("a.json"));
  }

  @TestFactory
  Stream<DynamicTest> yaml() throws IOException {
    return cases("faults-yaml.txt", new RepositoryPath("a.yml"));
  }

  private record Case(String title, String file, String expected) {}

  private static Stream<DynamicTest> cases(String name, RepositoryPath file) throws IOException {
    Path table = FOLDER.resolve(name);
    List<Case> cases = parse(Files.readString(table));
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(
          table,
          cases.stream()
              .map(each ->
                  "## "
                      + each.title()
                      + "\n"
                      + each.file()
                      + "\n=>\n"
                      + said(file, each.file())
                      + "\n")
              .collect(Collectors.joining("\n")));
      cases = parse(Files.readString(table));
    }
    return cases.stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.title(),
                () -> assertThat(said(file, each.file())).isEqualTo(each.expected())));
  }

  private static List<Case> parse(String table) {
    List<Case> cases = new ArrayList<>();
    for (String part : table.split("(?m)^## ", -1)) {
      if (!part.isBlank()) {
        int title = part.indexOf('\n');
        int arrow = part.indexOf("\n=>\n");
        cases.add(
            new Case(
                part.substring(0, title),
                part.substring(title + 1, Math.max(title + 1, arrow)),
                part.substring(arrow + 4).strip()));
      }
    }
    return cases;
  }

  private static String said(RepositoryPath file, String shown) {
    String text = shown.replace('␀', '\0').replace('␍', '\r').replace('␉', '\t').replace('␤', '\n');
    return TreeReader.read(file, text.getBytes(StandardCharsets.UTF_8)).diagnostics().stream()
        .map(found ->
            found.span()
                + " "
                + found.code()
                + ": "
                + found.message()
                + " "
                + found.hint().orElse(""))
        .collect(Collectors.joining("\n"));
  }
}
