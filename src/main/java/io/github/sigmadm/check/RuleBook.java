package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is documented about the rules, for readers of findings.
///
/// It is the text of `docs/rules.md` as it was when the program was built: what a reader looks up
/// and what the program tells cannot differ.
public final class RuleBook {

  /// A rule as it is documented.
  ///
  /// @param code its stable name; also the anchor of its section in `docs/rules.md`
  /// @param severity how bad a violation is
  /// @param summary what must be so, in one sentence of Markdown
  /// @param text the whole section in Markdown, without its heading
  /// @param position where it stands in the book: what comes first can be the cause of what comes
  ///   later
  public record Page(String code, Severity severity, String summary, String text, int position) {}

  /// The file in the repository of this action.
  public static final String FILE = "docs/rules.md";

  private static final Pattern SECTION =
      Pattern.compile("(?ms)^### (\\S+)\\n\\n(Error|Warning)\\. (.*?)(?=^##|\\z)");

  private static final Pattern SENTENCE = Pattern.compile("(?s).*?[.:](?=\\s|\\z)");

  private static final List<Page> PAGES = read();

  private static final Map<String, Page> BY_CODE =
      PAGES.stream().collect(Collectors.toUnmodifiableMap(Page::code, Function.identity()));

  private RuleBook() {}

  /// All rules, in the order of the book.
  public static List<Page> pages() {
    return PAGES;
  }

  /// A rule; empty for findings of other parts of the program, such as a file that is no JSON.
  public static Optional<Page> page(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  private static List<Page> read() {
    List<Page> pages = new ArrayList<>();
    Matcher section = SECTION.matcher(text());
    while (section.find()) {
      Severity severity = section.group(2).equals("Error") ? Severity.ERROR : Severity.WARNING;
      String text = section.group(3).strip();
      pages.add(
          new Page(section.group(1), severity, firstSentence(text), text + "\n", pages.size()));
    }
    return List.copyOf(pages);
  }

  private static String firstSentence(String text) {
    Matcher sentence = SENTENCE.matcher(text);
    String first = sentence.lookingAt() ? sentence.group() : text;
    String line = first.replaceAll("\\s+", " ");
    return line.endsWith(":") ? line.substring(0, line.length() - 1) + "." : line;
  }

  private static String text() {
    try (InputStream in = RuleBook.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
