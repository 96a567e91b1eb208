package io.github.sigmadm.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.check.warehouse.WarehouseRule;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/rules.md` has one section per rule.
final class RuleDocumentationTest {

  private static final Pattern SECTION = Pattern.compile("(?ms)^### (\\S+)\\n\\n(.*?)(?=^##|\\z)");

  private record Section(String code, String text) {}

  @Test
  void everyRuleHasItsSectionAndEverySectionItsRule() {
    assertThat(sections())
        .extracting(Section::code)
        .containsExactlyInAnyOrderElementsOf(severities().keySet());
  }

  @Test
  void aSectionSaysSeveritySourceAndExample() {
    for (Section section : sections()) {
      Severity severity = severities().get(section.code());
      assertThat(section.text())
          .as(section.code())
          .startsWith(severity == Severity.ERROR ? "Error. " : "Warning. ")
          .containsPattern("\\*(Documented|Observed|Logic)(, (observed|logic))*\\.\\*")
          .contains("```json\n");
    }
  }

  @Test
  void examplesAreJson() {
    for (Section section : sections()) {
      Matcher example = Pattern.compile("(?s)```json\n(.*?)```").matcher(section.text());
      while (example.find()) {
        assertThat(Specs.parse(example.group(1)).fields()).as(section.code()).isNotEmpty();
      }
    }
  }

  /// The rules of both kinds: those about the text, and those that need an answer of Sigma's.
  private static Map<String, Severity> severities() {
    Map<String, Severity> severities = new TreeMap<>();
    Checks.rules().forEach(rule -> severities.put(rule.code(), rule.severity()));
    for (WarehouseRule rule : WarehouseRule.values()) {
      severities.put(rule.code(), rule.severity());
    }
    return severities;
  }

  private static List<Section> sections() {
    try {
      List<Section> sections = new ArrayList<>();
      Matcher matcher = SECTION.matcher(Files.readString(Path.of("docs/rules.md")));
      while (matcher.find()) {
        sections.add(new Section(matcher.group(1), matcher.group(2)));
      }
      return sections;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
