package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The first ten of a kind are the ones that matter.
final class AnnotationsTest {

  private static final RepositoryPath ORDERS = new RepositoryPath("data-models/orders.json");
  private static final RepositoryPath STORES = new RepositoryPath("data-models/stores.yml");

  @Test
  void causesComeBeforeConsequencesAndEachRuleOncePerFileBeforeRepetition() {
    List<String> shown =
        Annotations.of(badlyBroken()).shown().stream()
            .limit(10)
            .map(AnnotationsTest::told)
            .toList();
    assertThat(shown)
        .containsExactly(
            "invalid-json stores.yml:9",
            "missing-field orders.json:40",
            "duplicate-id orders.json:50",
            "unknown-reference orders.json:60",
            "unknown-source-column orders.json:3",
            "unknown-name orders.json:1",
            "missing-field orders.json:41",
            "duplicate-id orders.json:51",
            "unknown-source-column orders.json:4",
            "unknown-name orders.json:2");
  }

  @Test
  void aServiceGetsNoMoreThanItShowsAndANoticeWithTheRest() {
    Annotations annotations = Annotations.of(badlyBroken());
    List<Diagnostic> shown = annotations.shown();
    assertThat(shown.stream().filter(Diagnostic::isNewError)).hasSize(10);
    assertThat(shown.stream().filter(one -> !one.known() && !one.isNewError())).hasSize(10);
    assertThat(shown.stream().filter(Diagnostic::known)).hasSize(9);
    assertThat(annotations.rest())
        .contains(
            "Besides the findings that are marked at their lines there are 51 more errors, 5 more"
                + " warnings and 6 more known findings. The job summary and the report have all 91.");
  }

  @Test
  void whereAllAreShownNothingMoreIsSaid() {
    List<Diagnostic> few = List.of(error("unknown-name", ORDERS, 1), warning(ORDERS, 2));
    assertThat(Annotations.of(few).shown()).containsExactlyElementsOf(few);
    assertThat(Annotations.of(few).rest()).isEmpty();
    assertThat(Annotations.of(List.of()).rest()).isEmpty();
  }

  @Test
  void theOrderInWhichTheyWereFoundDoesNotMatter() {
    List<Diagnostic> shuffled = new ArrayList<>(badlyBroken());
    Collections.shuffle(shuffled, new Random(7));
    assertThat(Annotations.of(shuffled)).isEqualTo(Annotations.of(badlyBroken()));
  }

  @Test
  void theTallyCountsNewAndKnownApart() {
    assertThat(Tally.of(badlyBroken()))
        .isEqualTo("61 errors, 15 warnings in 2 files; 15 known from before");
    assertThat(Tally.of(List.of(warning(ORDERS, 1).asKnown())))
        .isEqualTo("nothing new; 1 known from before");
    assertThat(Tally.of(List.of(error("unknown-name", ORDERS, 1)))).isEqualTo("1 error in 1 file");
  }

  /// Two files: one that cannot be read, one with many follow-up errors before its causes.
  private static List<Diagnostic> badlyBroken() {
    List<Diagnostic> findings = new ArrayList<>();
    for (int line = 1; line <= 15; line++) {
      findings.add(error("missing-field", STORES, line).asKnown());
      findings.add(warning(ORDERS, line));
    }
    for (int line = 1; line <= 40; line++) {
      findings.add(error("unknown-name", ORDERS, line));
    }
    for (int line = 3; line <= 18; line++) {
      findings.add(error("unknown-source-column", ORDERS, line));
    }
    findings.add(error("missing-field", ORDERS, 40));
    findings.add(error("missing-field", ORDERS, 41));
    findings.add(error("duplicate-id", ORDERS, 50));
    findings.add(error("duplicate-id", ORDERS, 51));
    findings.add(error("unknown-reference", ORDERS, 60));
    findings.set(
        findings.indexOf(error("unknown-name", ORDERS, 40)), error("invalid-json", STORES, 9));
    return findings;
  }

  private static Diagnostic error(String code, RepositoryPath file, int line) {
    return Diagnostic.error(code, file, Samples.at(line, 1), "It is wrong.", "Mend it.");
  }

  private static Diagnostic warning(RepositoryPath file, int line) {
    return Diagnostic.warning("unknown-field", file, Samples.at(line, 1), "It is new.", "Look.");
  }

  private static String told(Diagnostic finding) {
    return finding.code() + " " + finding.file().fileName() + ":" + finding.span().start().line();
  }
}
