package io.github.sigmadm.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule against specs that violate it and specs that do not; see [RuleCase] for the files.
final class RuleCasesTest {

  private static final Path FOLDER = Path.of("src/test/resources/check");

  @TestFactory
  Stream<DynamicNode> everyRuleFindsWhatItShouldAndNothingElse() {
    return Checks.rules().stream()
        .map(rule -> {
          List<RuleCase> cases = cases(rule.code());
          return DynamicContainer.dynamicContainer(
              rule.code(), cases.stream().map(each -> test(rule.code(), each, cases)));
        });
  }

  private static DynamicTest test(String code, RuleCase each, List<RuleCase> all) {
    return DynamicTest.dynamicTest(
        each.name(),
        () -> {
          List<String> found = each.found(code, all);
          assertThat(found)
              .as(each.yaml())
              .containsExactlyInAnyOrderElementsOf(each.expectedFindings(found));
        });
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHasCasesOfBothSorts() {
    return Checks.rules().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.code(),
                () -> {
                  List<RuleCase> cases = cases(rule.code());
                  assertThat(cases.stream().filter(each -> each.violates(rule.code())))
                      .as("cases that violate it")
                      .hasSizeGreaterThanOrEqualTo(3);
                  assertThat(cases.stream().filter(each -> each.expected().isEmpty()))
                      .as("cases that do not")
                      .hasSizeGreaterThanOrEqualTo(3);
                  assertThat(cases.stream().flatMap(each -> each.expected().stream()))
                      .as("whole messages")
                      .anyMatch(each -> each.message().endsWith("."));
                }));
  }

  @Test
  void everyFileOfCasesBelongsToARule() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Checks.rules().stream().map(rule -> rule.code() + ".txt").toList());
    }
  }

  private static List<RuleCase> cases(String code) {
    try {
      return RuleCase.parse(Files.readString(FOLDER.resolve(code + ".txt")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
