package io.github.sigmadm.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Inputs;
import io.github.sigmadm.flow.Inputs.CommentWhen;
import io.github.sigmadm.flow.Inputs.FailOn;
import io.github.sigmadm.flow.Mode;
import io.github.sigmadm.flow.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ActionInputsTest {

  @Test
  void withoutInputsTheDefaultsOfTheContractHold() {
    Inputs expected =
        new Inputs(
            Mode.AUTO,
            new RepositoryPath("sigma-dm.yml"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            CommentWhen.CHANGES,
            FailOn.ERROR,
            false,
            Optional.empty(),
            8,
            List.of(),
            Optional.empty(),
            List.of());
    assertThat(ActionInputs.read(Map.of())).isEqualTo(expected);
    assertThat(
            ActionInputs.read(
                Map.of("INPUT_MODE", "", "INPUT_CLIENT-ID", " ", "INPUT_MAX-PARALLEL", "")))
        .isEqualTo(expected);
  }

  @Test
  void everyInputIsRead() {
    Inputs inputs =
        ActionInputs.read(
            Map.ofEntries(
                Map.entry("INPUT_MODE", "deploy"),
                Map.entry("INPUT_CONFIG", "./conf/sigma.yml"),
                Map.entry("INPUT_ENVIRONMENT", "prod"),
                Map.entry("INPUT_CLIENT-ID", " id \n"),
                Map.entry("INPUT_CLIENT-SECRET", "secret"),
                Map.entry("INPUT_BASE-URL", "https://api.sigmacomputing.com"),
                Map.entry("INPUT_GITHUB-TOKEN", "ghs_x"),
                Map.entry("INPUT_COMMENT", "always"),
                Map.entry("INPUT_FAIL-ON", "warning"),
                Map.entry("INPUT_DRY-RUN", "True"),
                Map.entry("INPUT_WORKING-DIRECTORY", "analytics/sigma/"),
                Map.entry("INPUT_MAX-PARALLEL", "2"),
                Map.entry("INPUT_ALLOWED-HOSTS", "a.example.com, b.example.com"),
                Map.entry("INPUT_TO", "HEAD~1"),
                Map.entry("INPUT_MODELS", "a/*.{json,yml}\n\n b.json , c.json")));
    assertThat(inputs)
        .isEqualTo(
            new Inputs(
                Mode.DEPLOY,
                new RepositoryPath("conf/sigma.yml"),
                Optional.of(new EnvironmentName("prod")),
                Optional.of(new Secret("id")),
                Optional.of(new Secret("secret")),
                Optional.of("https://api.sigmacomputing.com"),
                Optional.of(new Secret("ghs_x")),
                CommentWhen.ALWAYS,
                FailOn.WARNING,
                true,
                Optional.of(new RepositoryPath("analytics/sigma")),
                2,
                List.of("a.example.com", "b.example.com"),
                Optional.of("HEAD~1"),
                List.of("a/*.{json,yml}", "b.json", "c.json")));
  }

  @ParameterizedTest
  @CsvSource({
    "mode, delpoy, Did you mean deploy?, validate",
    "mode, Plan, Did you mean plan?, rollback",
    "comment, sometimes, It is one of, 'changes, always, never'",
    "fail-on, warnings, Did you mean warning?, error",
    "dry-run, yes, true or false, true",
    "dry-run, 1, true or false, true",
    "max-parallel, 0, from 1 to 64, 64",
    "max-parallel, 65, from 1 to 64, 64",
    "max-parallel, eight, from 1 to 64, 64",
    "max-parallel, 99999999999, from 1 to 64, 64",
    "environment, a b, name of an environment, sigma-dm.yml",
    "config, ../sigma-dm.yml, inside the repository, such as",
    "config, /etc/passwd, inside the repository, such as",
    "config, /, inside the repository, such as",
    "working-directory, a/../../b, inside the repository, such as"
  })
  void aValueThatCannotBeIsNamedWithWhatCanBe(
      String name, String value, String advice, String more) {
    assertThatThrownBy(() -> ActionInputs.read(Map.of(variable(name), value)))
        .isInstanceOf(Trouble.BadConfiguration.class)
        .hasMessageContaining("`" + name + "`")
        .hasMessageContaining("'" + value + "'")
        .hasMessageContaining(advice)
        .hasMessageContaining(more);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "./", "./.", ".//"})
  void theTopOfTheRepositoryIsNoFolder(String value) {
    assertThat(ActionInputs.read(Map.of("INPUT_WORKING-DIRECTORY", value)).workingDirectory())
        .isEmpty();
  }

  @Test
  void everyModeHasItsWord() {
    for (Mode mode : Mode.values()) {
      assertThat(ActionInputs.read(Map.of("INPUT_MODE", mode.word())).mode()).isEqualTo(mode);
    }
  }

  @Test
  void inputsThatDoNotExistAreToldWithWhatWasMeant() {
    assertThat(
            ActionInputs.warnings(
                Map.of(
                    "INPUT_CLIENT_ID", "x",
                    "INPUT_WHATEVER", "x",
                    "INPUT_MODE", "plan",
                    "INPUT_ARGS", "",
                    "INPUT_ENTRYPOINT", "",
                    "PATH", "/bin")))
        .containsExactly(
            "There is no input `client_id`, so its value is not used. Did you mean client-id?",
            "There is no input `whatever`, so its value is not used.");
  }

  @Test
  void secretsDoNotShow() {
    assertThat(
            ActionInputs.read(Map.of("INPUT_CLIENT-SECRET", "hunter2", "INPUT_CLIENT-ID", "x1y2")))
        .asString()
        .doesNotContain("hunter2")
        .doesNotContain("x1y2");
  }

  private static String variable(String name) {
    return "INPUT_" + name.toUpperCase(java.util.Locale.ROOT);
  }
}
