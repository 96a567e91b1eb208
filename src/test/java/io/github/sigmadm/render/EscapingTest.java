package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// Whatever a text holds, it is shown as text.
final class EscapingTest {

  /// What GitHub makes live in text that is not code, after Markdown has been read.
  private static final Pattern LIVE =
      Pattern.compile(
          "@[A-Za-z0-9]|#[0-9]|(?i:\\bGH-[0-9])|://|(?i:www\\.[a-z])|\\b[0-9a-f]{7,40}\\b|:[a-z0-9_+-]+:");

  @ParameterizedTest
  @FieldSource("io.github.sigmadm.render.Nasty#PIECES")
  void eachNastyTextIsShownAsTextEverywhere(String text) {
    everywhere(text);
  }

  @Test
  void anyMixtureOfThemIsShownAsTextEverywhere() {
    forAnyText(EscapingTest::everywhere);
  }

  private static void everywhere(String text) {
    runningText(text);
    code(text);
    cell(text);
    fence(text);
    html(text);
    mermaid(text);
  }

  /// In running text the reader sees the text, and nothing comes alive.
  private static void runningText(String text) {
    String shown = VisibleText.line(text).strip();
    if (shown.isEmpty()) {
      return;
    }
    Node document = Reader.read(Escaping.text(text));
    Node paragraph = onlyChild(document, Paragraph.class);
    assertThat(Reader.below(paragraph))
        .allMatch(node -> node instanceof Text || node instanceof Code);
    assertThat(plain(paragraph)).isEqualTo(shown);
    assertThat(Reader.below(paragraph, Text.class))
        .noneMatch(node -> LIVE.matcher(node.getLiteral()).find());
  }

  private static void code(String text) {
    String shown = VisibleText.line(text);
    Node paragraph = onlyChild(Reader.read("x " + Escaping.code(text) + " y"), Paragraph.class);
    if (shown.isBlank()) {
      assertThat(Reader.below(paragraph))
          .allMatch(node -> node instanceof Text || node instanceof HtmlInline);
      return;
    }
    List<Code> code = Reader.below(paragraph, Code.class);
    assertThat(code).hasSize(1);
    assertThat(code.getFirst().getLiteral()).isEqualTo(shown);
    assertThat(plain(paragraph)).isEqualTo("x " + shown + " y");
  }

  /// In a table the text stays in its cell.
  private static void cell(String text) {
    String shown = VisibleText.line(text);
    Node document =
        Reader.read(
            "| a | b | c |\n| --- | --- | --- |\n| x | "
                + Escaping.cellCode(text)
                + " | y |\n\n after");
    List<TableCell> cells = Reader.below(document, TableCell.class);
    assertThat(cells).hasSize(6);
    assertThat(plain(cells.get(3))).isEqualTo("x");
    assertThat(plain(cells.get(5))).isEqualTo("y");
    if (!shown.isBlank()) {
      assertThat(plain(cells.get(4)).replace(" ", "")).isEqualTo(shown.replace(" ", ""));
      assertThat(Reader.below(cells.get(4)))
          .allMatch(node -> node instanceof Code || isPipeOrBlank(node));
    }
    String running = "| a |\n| --- |\n| " + Phrase.of("x" + text).markdownCell() + " |\n| y |\n";
    assertThat(Reader.below(Reader.read(running), TableCell.class)).hasSize(3);
  }

  /// Inside a fence, also in an item of a list, nothing closes it.
  private static void fence(String text) {
    LineDiff diff =
        LineDiff.of(
            java.util.Optional.of(text),
            java.util.Optional.of(text + "x"),
            new LineDiff.Limits(10_000, 10_000, 100_000));
    String item = "- item\n" + Fence.of(diff, "  ") + "- next\n\nafter\n";
    Node document = Reader.read(item);
    List<FencedCodeBlock> fences = Reader.below(document, FencedCodeBlock.class);
    assertThat(fences).hasSize(1);
    assertThat(fences.getFirst().getClosingFenceLength()).isNotNull();
    String expected =
        diff.lines().stream()
            .map(line -> line.mark().sign() + " " + line.text() + "\n")
            .collect(Collectors.joining());
    assertThat(trimmed(fences.getFirst().getLiteral())).isEqualTo(trimmed(expected));
    assertThat(plain(document.getLastChild())).isEqualTo("after");
  }

  private static void html(String text) {
    String html = Escaping.html(text);
    assertThat(html).doesNotContainPattern("[<>\"'\\p{Cntrl}]");
    assertThat(
            html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"))
        .isEqualTo(VisibleText.line(text));
  }

  private static void mermaid(String text) {
    assertThat(Escaping.mermaid(text)).matches("(?:[\\p{L}\\p{N} ]|#[0-9]+;)*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "https://app.example/a/b?x=1&y=2 -> https://app.example/a/b?x=1&amp;y=2",
        "HTTPS://app.example -> HTTPS://app.example",
        "http://127.0.0.1:8080/x -> http://127.0.0.1:8080/x",
        "https://a.example/x y)z|` -> https://a.example/x%20y%29z%7C%60",
        "https://a.example/\"><b> -> https://a.example/%22%3E%3Cb%3E",
        "https://a.example/ü -> https://a.example/%C3%BC"
      })
  void addressesForBrowsersAreWrittenSafely(String url, String expected) {
    assertThat(Escaping.address(url)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"javascript:alert(1)", "data:text/html", "//e.example", "file:///etc/passwd", "x"})
  void whatIsNoAddressForBrowsersIsNoLink(String url) {
    assertThat(Escaping.address(url)).isEmpty();
    assertThat(Phrase.linked("name", java.util.Optional.of(url)).markdown()).isEqualTo("`name`");
  }

  @Test
  void aLinkedNameIsOneLinkWithTheNameAsItsText() {
    forAnyText(text -> {
      if (VisibleText.line(text).isBlank()) {
        return;
      }
      String markdown =
          Phrase.linked(text, java.util.Optional.of("https://a.example/b")).markdown();
      List<Link> links = Reader.below(Reader.read(markdown), Link.class);
      assertThat(links).hasSize(1);
      assertThat(links.getFirst().getDestination()).isEqualTo("https://a.example/b");
      assertThat(plain(links.getFirst())).isEqualTo(VisibleText.line(text));
      assertThat(plain(Reader.read(markdown)).replace("\u200B", ""))
          .isEqualTo(VisibleText.line(text));
    });
  }

  @Test
  void aMessageShowsWhatStandsBetweenBackticksAsCode() {
    assertThat(Phrase.message("No column `[A/B]` in `T|x`, see #3.").markdown())
        .isEqualTo("No column `[A/B]` in `T|x`, see `#3`.");
    assertThat(Phrase.message("an ` open one").markdown()).isEqualTo("an &#96; open one");
    assertThat(Phrase.message("`a``b`").markdown()).isEqualTo("`a` `b`");
  }

  @Test
  void longTextsTakeNoLongerThanTheyShould() {
    String long1 = "a".repeat(200_000);
    String long2 = "@".repeat(200_000);
    String long3 = "a-".repeat(100_000);
    for (String text : List.of(long1, long2, long3, "`".repeat(200_000), "\\|".repeat(100_000))) {
      org.junit.jupiter.api.Assertions.assertTimeout(
          java.time.Duration.ofSeconds(20),
          () -> {
            assertThat(Escaping.text(text)).isNotEmpty();
            assertThat(Escaping.cellCode(text)).isNotEmpty();
          });
    }
  }

  static void forAnyText(Consumer<String> check) {
    qt().withExamples(2000)
        .forAll(longs().all())
        .checkAssert(seed -> check.accept(Nasty.text(new Random(seed), 8)));
  }

  private static Node onlyChild(Node parent, Class<? extends Node> kind) {
    assertThat(parent.getFirstChild()).isInstanceOf(kind);
    assertThat(parent.getFirstChild()).isSameAs(parent.getLastChild());
    return parent.getFirstChild();
  }

  private static boolean isPipeOrBlank(Node node) {
    return switch (node) {
      case Text text -> text.getLiteral().matches("[| ]+");
      case HtmlInline html -> html.getLiteral().matches("</?code>");
      default -> false;
    };
  }

  /// The text a reader sees.
  private static String plain(Node node) {
    return Reader.below(node).stream()
        .map(each ->
            switch (each) {
              case Text text -> text.getLiteral();
              case Code code -> code.getLiteral();
              default -> "";
            })
        .collect(Collectors.joining());
  }

  /// A line of nothing but blanks loses some of them in a list.
  private static String trimmed(String text) {
    return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }
}
