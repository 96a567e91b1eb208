package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import org.junit.jupiter.api.Test;

/// A finding shows the line and marks what is meant.
final class ConsoleDiagnosticTest {

  private static final RepositoryPath FILE = new RepositoryPath("models/a.json");
  private static final Terminal NARROW = new Terminal(60, false);

  @Test
  void theLineStandsBelowTheMessageAndWhatIsMeantIsMarked() {
    assertThat(show("{\n  \"formula\": \"Sum([Amuont])\"\n}", span(2, 19, 27)))
        .isEqualTo(
            """
            models/a.json:2:19: error: There is no `[Amuont]`. [unknown-reference]
              2 | "formula": "Sum([Amuont])"
                |                 ^~~~~~~~
              hint: Did you mean `[Amount]`?
            """);
  }

  @Test
  void withoutTheTextOfTheFileThereIsNoLine() {
    assertThat(ConsoleDiagnostic.of(found(span(2, 19, 27)), NARROW))
        .isEqualTo(
            """
            models/a.json:2:19: error: There is no `[Amuont]`. [unknown-reference]
              hint: Did you mean `[Amount]`?
            """);
  }

  @Test
  void aPlaceBeyondTheTextShowsNoLine() {
    assertThat(show("{}", span(7, 1, 2))).doesNotContain("|");
  }

  @Test
  void aPointIsMarkedByACaret() {
    assertThat(show("abc", span(1, 4, 4))).contains("  1 | abc\n    |    ^\n");
    assertThat(show("abc", span(1, 90, 95))).contains("  1 | abc\n    |    ^\n");
  }

  @Test
  void whatGoesOnOverSeveralLinesIsMarkedToTheEndOfTheFirst() {
    Span span = new Span(new Position(1, 3), new Position(2, 1));
    assertThat(show("a {b\nc}", span)).contains("  1 | a {b\n    |   ^~\n");
  }

  @Test
  void tabsAndWideCharactersDoNotMoveTheMark() {
    assertThat(show("x\t日本: [A]", span(1, 7, 10)))
        .contains("  1 | x\\t日本: [A]\n    |          ^~~\n");
  }

  @Test
  void ofALongLineThePartWithTheMarkIsShown() {
    String line = "a".repeat(500) + "[X]" + "b".repeat(500);
    assertThat(show(line, span(1, 501, 504)).lines().skip(1).limit(2))
        .allMatch(shown -> shown.length() <= 60)
        .first()
        .asString()
        .contains("…aaa", "aaa[X]bbb", "bbb…");
  }

  @Test
  void aKnownFindingSaysSo() {
    assertThat(ConsoleDiagnostic.of(found(span(1, 1, 1)).asKnown(), NARROW))
        .contains("[unknown-reference] (it was there before this change)");
  }

  @Test
  void coloursAreUsedWhereTheyAreUnderstood() {
    String coloured = ConsoleDiagnostic.of(found(span(1, 1, 2)), "ab", new Terminal(60, true));
    assertThat(coloured).contains("\u001B[31merror\u001B[0m").contains("\u001B[31m^\u001B[0m");
    assertThat(coloured.replaceAll("\u001B\\[[0-9]*m", "")).isEqualTo(show("ab", span(1, 1, 2)));
  }

  @Test
  void controlCharactersOfAFileDoNotReachTheTerminal() {
    assertThat(show("\u001B[31mred\u0007", span(1, 1, 5))).doesNotContain("\u001B", "\u0007");
  }

  private static String show(String source, Span span) {
    return ConsoleDiagnostic.of(found(span), source, NARROW);
  }

  private static Diagnostic found(Span span) {
    return Diagnostic.error(
        "unknown-reference", FILE, span, "There is no `[Amuont]`.", "Did you mean `[Amount]`?");
  }

  private static Span span(int line, int from, int to) {
    return new Span(new Position(line, from), new Position(line, to));
  }
}
