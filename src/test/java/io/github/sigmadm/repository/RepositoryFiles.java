package io.github.sigmadm.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Reading;
import io.github.sigmadm.tree.TreeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The files of this repository.
final class RepositoryFiles {

  /// Not written for readers of the repository; `src` holds expected output that looks as if.
  private static final Set<String> LEFT_OUT = Set.of(".git", "src", "target", "node_modules");

  private static final Pattern FENCE =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private RepositoryFiles() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All documents, examples and settings below a folder with a property, sorted.
  static List<Path> below(String folder, Predicate<Path> wanted) {
    try (var walk = Files.walk(Path.of(folder))) {
      return walk.filter(Files::isRegularFile)
          .map(Path::normalize)
          .filter(file -> !LEFT_OUT.contains(file.getName(0).toString()))
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A JSON or YAML file, which must be readable without a finding.
  static ObjectNode document(Path file) {
    return document(file.toString(), text(file));
  }

  /// A JSON or YAML text, which must be readable without a finding.
  ///
  /// @param file where it stands, for messages and for its format
  static ObjectNode document(String file, String text) {
    Reading reading =
        TreeReader.read(new RepositoryPath(file), text.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.diagnostics()).as(file).isEmpty();
    return (ObjectNode) reading.sound().orElseThrow();
  }

  /// The code blocks of a language in a Markdown text.
  static List<String> fences(String markdown, String language) {
    return FENCE
        .matcher(markdown)
        .results()
        .filter(fence -> fence.group(1).equals(language))
        .map((MatchResult fence) -> fence.group(2))
        .toList();
  }

  /// The part of a Markdown text below a heading of the second level.
  static String section(String markdown, String heading) {
    int start = markdown.indexOf("\n## " + heading + "\n");
    assertThat(start).as("heading " + heading).isNotNegative();
    int end = markdown.indexOf("\n## ", start + 1);
    return markdown.substring(start, end < 0 ? markdown.length() : end);
  }
}
