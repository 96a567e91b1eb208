package io.github.sigmadm.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

final class WorkflowCommandsTest {

  /// What texts are made of that mean to be taken for something else.
  private static final List<String> PIECES =
      List.of(
          "::",
          ":",
          "##[",
          "#",
          "[",
          "]",
          "error",
          "add-mask",
          "set-output",
          " ",
          "\t",
          "\u00a0",
          "\u3000",
          "\n",
          "\r",
          "\r\n",
          "%",
          "%0A",
          "%3A",
          "%25",
          ",",
          ";",
          "=",
          "name",
          "\u200b",
          "\ufeff",
          "\u00ad",
          "\u001b[31m",
          "\u202e",
          "\u2028",
          "\u0085",
          "é",
          "😀",
          "stop-commands::x");

  private static final Gen<String> TEXTS =
      lists()
          .of(integers().between(0, PIECES.size() - 1).map(PIECES::get))
          .ofSizeBetween(0, 12)
          .map(pieces -> String.join("", pieces));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::error::x",
        "  ::error file=a::x",
        "\t::stop-commands::token",
        "\u00a0::add-mask::x",
        "\u200b::error::x",
        "first\n::set-output name=result::success",
        "first\r::error::x",
        "text ##[error]x",
        "##[group]x",
        "##[add-mask]secret"
      })
  void noLineOfTheLogIsACommand(String text) {
    assertThat(WorkflowCommands.plain(text).lines())
        .allSatisfy(line -> assertThat(RunnerRules.command(line)).isEmpty());
  }

  @Test
  void noTextAtAllMakesACommand() {
    qt().forAll(TEXTS)
        .check(text ->
            WorkflowCommands.plain(text)
                .lines()
                .allMatch(line -> RunnerRules.command(line).isEmpty()));
  }

  /// The runner compares by rules that pass over characters of zero width.
  @Test
  void whatKeepsALineFromBeingACommandCanBeSeen() {
    assertThat(WorkflowCommands.plain("::error::x")).isEqualTo(": :error::x");
    assertThat(WorkflowCommands.plain("a ##[error]x")).isEqualTo("a # #[error]x");
  }

  @ParameterizedTest
  @CsvSource({"plain text", "a:b", "a ::error::b", "[1] # two", "Größe 😀"})
  void ordinaryLinesStayAsTheyAre(String text) {
    assertThat(WorkflowCommands.plain(text)).isEqualTo(text);
  }

  @Test
  void theRunnerReadsWhatWasWritten() {
    qt().forAll(TEXTS, TEXTS)
        .check((data, property) -> {
          RunnerRules.Command command =
              RunnerRules.command(
                      "::error title="
                          + WorkflowCommands.property(property)
                          + ",line=1::"
                          + WorkflowCommands.data(data))
                  .orElseThrow();
          return command.name().equals("error")
              && command.data().equals(WorkflowCommands.visible(data))
              && command
                  .properties()
                  .getOrDefault("title", "")
                  .equals(WorkflowCommands.visible(property));
        });
  }

  @Test
  void whatActsOnTheScreenUnseenIsShownAsItsCode() {
    assertThat(WorkflowCommands.visible("a\u001b[2Kb\u202ec\u0000\td\n"))
        .isEqualTo("a\\u001b[2Kb\\u202ec\\u0000\td\n");
  }
}
