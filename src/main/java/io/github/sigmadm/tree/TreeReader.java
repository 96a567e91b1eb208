package io.github.sigmadm.tree;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads JSON and YAML files.
///
/// For no bytes at all does reading throw: what is wrong with a file is in the [Reading], with its
/// place. The file must be UTF-8; a byte order mark and any kind of line end are accepted.
///
/// JSON is RFC 8259. Half of a surrogate pair (`"\ud800"`) is an error, since no UTF-8 can carry
/// it; an escaped NUL (`"\u0000"`) is a character like any other.
///
/// YAML is read as another spelling of JSON, with the types of the core schema of YAML 1.2 and none
/// of the surprises of YAML 1.1: `true`, `false`, `null`, `~` and their capitalised forms mean what
/// they say; decimal numbers, `0x1F` and `0o17` are numbers. Everything else is text: `yes`, `no`,
/// `on`, `off`, `12:30:00`, `2024-01-31`, `1_000`, and numbers with leading zeros such as `010`,
/// which readers disagree about. Keys are texts as they are spelled. `.inf` and `.nan` are errors,
/// as JSON has nothing for them, and so is every tag but those of the core schema. Anchors, aliases
/// and merge keys (`<<`) work within the limits; a file holds one document.
public final class TreeReader {

  private TreeReader() {}

  private enum Format {
    JSON,
    YAML
  }

  /// Reads a file in the format that its extension tells: `.json`; `.yml` and `.yaml`; with any
  /// other, JSON if it begins with `{` or `[`, else YAML.
  public static Reading read(RepositoryPath file, byte[] bytes) {
    return read(file, bytes, Limits.DEFAULT);
  }

  /// As [#read(RepositoryPath, byte\[\])], within other limits.
  public static Reading read(RepositoryPath file, byte[] bytes, Limits limits) {
    return read(file, bytes, limits, format(file, bytes));
  }

  /// Reads JSON.
  public static Reading readJson(RepositoryPath file, byte[] bytes) {
    return readJson(file, bytes, Limits.DEFAULT);
  }

  /// Reads JSON within other limits.
  public static Reading readJson(RepositoryPath file, byte[] bytes, Limits limits) {
    return read(file, bytes, limits, Format.JSON);
  }

  /// Reads YAML.
  public static Reading readYaml(RepositoryPath file, byte[] bytes) {
    return readYaml(file, bytes, Limits.DEFAULT);
  }

  /// Reads YAML within other limits.
  public static Reading readYaml(RepositoryPath file, byte[] bytes, Limits limits) {
    return read(file, bytes, limits, Format.YAML);
  }

  private static Reading read(RepositoryPath file, byte[] bytes, Limits limits, Format format) {
    Problems problems = new Problems(file);
    try {
      return new Reading(parse(bytes, limits, format, problems), problems.inReadingOrder());
    } catch (Unreadable end) {
      problems.add(end.reason());
      return new Reading(Optional.empty(), problems.inReadingOrder());
    }
  }

  private static Optional<Node> parse(
      byte[] bytes, Limits limits, Format format, Problems problems) {
    if (bytes.length > limits.bytes()) {
      throw problems.stop(
          "file-too-large",
          Span.FILE_START,
          "The file has "
              + bytes.length
              + " bytes; the most that is read is "
              + limits.bytes()
              + ".",
          "Split it into several data models.");
    }
    SourceText source = Utf8.decode(bytes, problems);
    if (source.text().isBlank()) {
      throw empty(problems);
    }
    try {
      return Optional.of(
          switch (format) {
            case JSON -> new JsonReader(source, problems, limits).read();
            case YAML -> new YamlReader(source, problems, limits).read();
          });
    } catch (Unreadable fault) {
      throw mergeConflict(source, problems).orElse(fault);
    }
  }

  private static final Pattern CONFLICT = Pattern.compile("^<{7} .*", Pattern.MULTILINE);

  /// Whether Git has left both sides of a conflict in the file, which explains any fault.
  private static Optional<Unreadable> mergeConflict(SourceText source, Problems problems) {
    Matcher marker = CONFLICT.matcher(source.text());
    return marker.find()
        ? Optional.of(
            problems.stop(
                "merge-conflict",
                source.span(marker.start(), marker.end()),
                "The file has an unresolved merge conflict.",
                "Choose a side, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."))
        : Optional.empty();
  }

  static Unreadable empty(Problems problems) {
    return problems.stop(
        "empty-file",
        Span.FILE_START,
        "The file is empty.",
        "Write the value that belongs here, or delete the file.");
  }

  private static Format format(RepositoryPath file, byte[] bytes) {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return Format.JSON;
    }
    if (name.endsWith(".yml") || name.endsWith(".yaml")) {
      return Format.YAML;
    }
    for (byte b : bytes) {
      boolean skipped = b == ' ' || b == '\t' || b == '\r' || b == '\n' || b < 0;
      if (!skipped) {
        return b == '{' || b == '[' ? Format.JSON : Format.YAML;
      }
    }
    return Format.YAML;
  }
}
