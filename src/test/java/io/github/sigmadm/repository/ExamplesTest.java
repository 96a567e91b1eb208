package io.github.sigmadm.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.check.CheckInput;
import io.github.sigmadm.check.Checks;
import io.github.sigmadm.check.ParsedSpec;
import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.config.ConfigurationReader;
import io.github.sigmadm.config.Environment;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.resolve.Resolution;
import io.github.sigmadm.resolve.Resolver;
import io.github.sigmadm.resolve.Surroundings;
import io.github.sigmadm.spec.DataModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whoever copies an example, or the configuration of the README, gets something that works.
final class ExamplesTest {

  private static final RepositoryPath CONFIGURATION = new RepositoryPath("sigma-dm.yml");

  private static List<Path> examples() {
    return RepositoryFiles.below("examples", file -> file.endsWith("sigma-dm.yml")).stream()
        .map(file -> Path.of("examples").resolve(file.getName(1)))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyExampleHasASoundConfigurationAndAWorkflow() {
    return examples().stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.toString(),
                () -> {
                  assertThat(configuration(example).environments()).isNotEmpty();
                  assertThat(example.resolve(".github/workflows/sigma.yml")).isRegularFile();
                  assertThat(example.resolve("README.md")).isRegularFile();
                }));
  }

  @TestFactory
  Stream<DynamicTest> noRuleFindsAnythingInASpecOfAnExample() {
    return examples().stream()
        .flatMap(example ->
            specs(example).stream()
                .map(spec ->
                    DynamicTest.dynamicTest(
                        example + " " + spec,
                        () -> {
                          CheckInput input =
                              CheckInput.created(new ParsedSpec(spec, model(example, spec)))
                                  .withFolderGiven()
                                  .with(link ->
                                      ModelLink.target(link).map(path -> model(example, path)));
                          assertThat(Checks.run(input)).isEmpty();
                        })));
  }

  @TestFactory
  Stream<DynamicTest> everySpecOfAnExampleResolvesInEveryEnvironment() {
    return examples().stream()
        .flatMap(example ->
            configuration(example).environments().stream()
                .flatMap(environment ->
                    specs(example).stream()
                        .map(spec ->
                            DynamicTest.dynamicTest(
                                example + " " + spec + " in " + environment.name(),
                                () ->
                                    assertThat(
                                            Resolver.resolve(
                                                spec,
                                                model(example, spec),
                                                around(environment, specs(example))))
                                        .isInstanceOf(Resolution.Resolved.class)))));
  }

  @Test
  void theReadmesConfigurationsAreSound() {
    List<String> configurations =
        RepositoryFiles.fences(RepositoryFiles.text(Path.of("README.md")), "yaml").stream()
            .filter(fence -> fence.startsWith("version: 1"))
            .toList();

    assertThat(configurations).hasSizeGreaterThanOrEqualTo(2).allSatisfy(ExamplesTest::read);
  }

  private static Configuration configuration(Path example) {
    return read(RepositoryFiles.text(example.resolve("sigma-dm.yml")));
  }

  private static Configuration read(String text) {
    ConfigurationReader.Result result =
        ConfigurationReader.read(CONFIGURATION, text.getBytes(StandardCharsets.UTF_8));
    assertThat(result.diagnostics()).isEmpty();
    return result.configuration();
  }

  private static List<RepositoryPath> specs(Path example) {
    Configuration configuration = configuration(example);
    List<RepositoryPath> specs =
        RepositoryFiles.below(example.toString(), file -> true).stream()
            .map(file -> new RepositoryPath(example.relativize(file).toString()))
            .filter(configuration::isSpec)
            .toList();
    assertThat(specs).as(example.toString()).isNotEmpty();
    return specs;
  }

  private static DataModel model(Path example, RepositoryPath spec) {
    return DataModel.of(RepositoryFiles.document(example.resolve(spec.value())));
  }

  private static Surroundings around(Environment environment, List<RepositoryPath> specs) {
    return new Surroundings(
        environment.variables(),
        environment.replacements(),
        environment.folder(),
        Map.of(),
        Set.copyOf(specs));
  }
}
