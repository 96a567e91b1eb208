package io.github.sigmadm.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.actions.RunnerRules.Command;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.core.Span;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnnouncerTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final ActionsAnnouncer actions =
      new ActionsAnnouncer(out, AnnouncerTest::redact, Optional.empty());

  @Test
  void findingsStandAtTheirPlace() {
    actions.annotate(
        Diagnostic.error(
            "unknown-reference",
            new RepositoryPath("data-models/a,b:c.json"),
            span(12, 9, 12, 20),
            "100% wrong\nand hunter2",
            "Fix it."));
    assertThat(commands())
        .containsExactly(
            new Command(
                "error",
                Map.of(
                    "file", "data-models/a,b:c.json",
                    "line", "12",
                    "endLine", "12",
                    "col", "9",
                    "endColumn", "19",
                    "title", "unknown-reference"),
                "100% wrong\nand *** Fix it."));
  }

  @Test
  void findingsOverSeveralLinesHaveNoColumns() {
    actions.annotate(warning(span(3, 5, 6, 1)));
    actions.annotate(warning(span(3, 5, 6, 2)));
    actions.annotate(warning(Span.FILE_START));
    assertThat(commands())
        .extracting(Command::properties)
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .containsEntry("line", "3")
                    .containsEntry("endLine", "5")
                    .doesNotContainKey("col"),
            second -> assertThat(second).containsEntry("endLine", "6"),
            third -> assertThat(third).containsEntry("col", "1").containsEntry("endColumn", "1"));
  }

  @Test
  void findingsAreAsLoudAsTheyAreBad() {
    actions.annotate(warning(Span.FILE_START));
    actions.annotate(error());
    actions.annotate(error().asKnown());
    assertThat(commands()).extracting(Command::name).containsExactly("warning", "error", "notice");
  }

  @Test
  void filesAreToldFromTheTopOfTheRepository() {
    new ActionsAnnouncer(out, AnnouncerTest::redact, Optional.of(new RepositoryPath("analytics")))
        .annotate(error());
    assertThat(commands().getFirst().properties()).containsEntry("file", "analytics/a.json");
  }

  @Test
  void groupsDoNotNest() {
    actions.group("one");
    actions.line("text");
    actions.group("two\n::error::x");
    actions.endGroup();
    actions.endGroup();
    assertThat(printed().lines())
        .containsExactly(
            "::group::one", "text", "::endgroup::", "::group::two%0A::error::x", "::endgroup::");
  }

  @Test
  void noTextOfOthersSpeaksToTheRunner() {
    String attack = "x\n::set-output name=result::success\n##[add-mask]a\r::stop-commands::t";
    actions.line(attack);
    actions.warning(attack);
    actions.debug(attack);
    actions.error(attack);
    assertThat(commands()).extracting(Command::name).containsExactly("warning", "debug", "error");
  }

  @Test
  void nothingShowsASecret() {
    actions.line("hunter2");
    actions.group("hunter2");
    actions.warning("hunter2");
    actions.debug("hunter2");
    actions.error("hunter2");
    assertThat(printed()).doesNotContain("hunter2").contains("***");
  }

  @Test
  void secretsAreMaskedLineByLine() {
    actions.mask(new Secret("first%\n second \n\n"));
    actions.mask(new Secret(" "));
    assertThat(commands()).extracting(Command::data).containsExactly("first%", "second");
    assertThat(commands()).extracting(Command::name).containsOnly("add-mask");
  }

  @Test
  void textsOfManyLinesSpeakNoMoreToTheRunner() {
    actions.show(terminal -> "a table\n::error::x\n##[group]y");
    assertThat(printed()).isEqualTo("a table\n: :error::x\n# #[group]y\n");
  }

  private static String redact(String text) {
    return text.replace("hunter2", "***");
  }

  private static Diagnostic error() {
    return Diagnostic.error("code", new RepositoryPath("a.json"), Span.FILE_START, "wrong", "hint");
  }

  private static Diagnostic warning(Span span) {
    return Diagnostic.warning("code", new RepositoryPath("a.json"), span, "odd", "hint");
  }

  private static Span span(int line, int column, int endLine, int endColumn) {
    return new Span(new Position(line, column), new Position(endLine, endColumn));
  }

  private List<Command> commands() {
    return printed().lines().map(RunnerRules::command).flatMap(Optional::stream).toList();
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
