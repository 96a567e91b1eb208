package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.check.RuleBook;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Code scanning understands the findings, and knows them again.
final class SarifTest {

  private static final RepositoryPath FILE = new RepositoryPath("data models/größe #1.json");

  private static final Diagnostic ERROR =
      Diagnostic.error(
          "unknown-reference",
          FILE,
          new Span(new Position(12, 9), new Position(12, 20)),
          "There is no column `x`.",
          "Did you mean `y`?");

  private static final Diagnostic KNOWN =
      Diagnostic.warning("unknown-field", FILE, Samples.at(3, 1), "It is new.", "Look.").asKnown();

  @Test
  void aFindingHasItsRuleItsPlaceAndWhetherItIsNew() {
    JsonNode run = run(List.of(KNOWN, ERROR), true, Samples.LINKS);
    assertThat(run.path("columnKind").asString()).isEqualTo("utf16CodeUnits");
    JsonNode result = run.path("results").path(0);
    assertThat(result.path("ruleId").asString()).isEqualTo("unknown-reference");
    assertThat(result.path("level").asString()).isEqualTo("error");
    assertThat(result.path("baselineState").asString()).isEqualTo("new");
    assertThat(result.path("message").path("text").asString())
        .isEqualTo("There is no column `x`. Did you mean `y`?");
    JsonNode place = result.path("locations").path(0).path("physicalLocation");
    assertThat(place.path("artifactLocation").toString())
        .isEqualTo(
            "{\"uri\":\"data%20models/gr%C3%B6%C3%9Fe%20%231.json\",\"uriBaseId\":\"%SRCROOT%\"}");
    assertThat(place.path("region").toString())
        .isEqualTo("{\"startLine\":12,\"startColumn\":9,\"endLine\":12,\"endColumn\":20}");
    JsonNode known = run.path("results").path(1);
    assertThat(known.path("level").asString()).isEqualTo("warning");
    assertThat(known.path("baselineState").asString()).isEqualTo("unchanged");
    JsonNode rule =
        run.path("tool").path("driver").path("rules").path(known.path("ruleIndex").asInt());
    assertThat(rule.path("id").asString()).isEqualTo("unknown-field");
    assertThat(rule.path("defaultConfiguration").path("level").asString()).isEqualTo("warning");
    assertThat(rule.path("helpUri").asString())
        .isEqualTo("https://github.com/acme/sigma-dm-action/blob/v1/docs/rules.md#unknown-field");
    assertThat(rule.path("shortDescription").path("text").asString())
        .isEqualTo("Every field is known.");
  }

  @Test
  void filesOfAFolderAreToldFromTheRootOfTheRepository() {
    Links links =
        new Links(
            Optional.empty(),
            Optional.of(new RepositoryPath("sub/folder")),
            Optional.empty(),
            Optional.empty());
    assertThat(
            run(List.of(ERROR), false, links)
                .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asString())
        .startsWith("sub/folder/data%20models/");
  }

  @Test
  void withoutABaseNothingIsSaidAboutOne() {
    assertThat(run(List.of(ERROR), false, Links.NONE).at("/results/0").has("baselineState"))
        .isFalse();
    assertThat(run(List.of(ERROR), false, Links.NONE).toString()).doesNotContain("helpUri");
  }

  @Test
  void aFingerprintStaysWhenLinesMoveAndDiffersForEachFinding() {
    Diagnostic again = moved(ERROR, 30);
    List<String> before = fingerprints(List.of(ERROR, again, KNOWN));
    List<String> after =
        fingerprints(List.of(moved(ERROR, 100), moved(again, 150), moved(KNOWN, 90)));
    assertThat(after).isEqualTo(before).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleOfTheBookIsThereWithItsHelp() {
    JsonNode rules = run(List.of(), false, Samples.LINKS).at("/tool/driver/rules");
    assertThat(rules.valueStream().map(rule -> rule.path("id").asString()))
        .containsExactlyElementsOf(RuleBook.pages().stream().map(RuleBook.Page::code).toList());
    assertThat(rules.valueStream())
        .allSatisfy(rule -> {
          assertThat(rule.at("/shortDescription/text").asString())
              .endsWith(".")
              .hasSizeLessThan(400);
          assertThat(rule.at("/help/markdown").asString()).contains("```json");
        });
  }

  @Test
  void whatIsNoRuleOfTheBookIsDescribedByItsName() {
    Diagnostic syntax =
        Diagnostic.error("invalid-json", FILE, Samples.at(1, 1), "It is no JSON.", "Mend it.");
    JsonNode run = run(List.of(syntax, syntax), false, Samples.LINKS);
    int index = run.at("/results/1/ruleIndex").asInt();
    assertThat(index).isEqualTo(RuleBook.pages().size());
    assertThat(run.at("/tool/driver/rules").size()).isEqualTo(index + 1);
    assertThat(run.at("/tool/driver/rules").path(index).at("/shortDescription/text").asString())
        .isEqualTo("Invalid json.");
  }

  @Test
  void moreThanTheServiceTakesIsCutByImportance() {
    List<Diagnostic> many = new ArrayList<>();
    for (int line = 1; line <= 25_001; line++) {
      many.add(moved(KNOWN, line));
    }
    many.add(ERROR);
    JsonNode run = run(many, true, Links.NONE);
    assertThat(run.path("results").size()).isEqualTo(25_000);
    assertThat(run.at("/results/0/ruleId").asString()).isEqualTo("unknown-reference");
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asString())
        .contains("25002")
        .contains("25000");
  }

  @Test
  void anyTextGivesTheSameDocumentTwiceAndNoLinkOfItsOwn() {
    qt().withExamples(100)
        .forAll(longs().all())
        .checkAssert(seed -> {
          String text = Nasty.text(new Random(seed), 6);
          Diagnostic finding =
              Diagnostic.error(
                  "a-code", FILE, Samples.at(1, 1), text + "[a](https://e.example)", text);
          String document = Sarif.of(List.of(finding), "1", Samples.HEAD, true, Links.NONE);
          assertThat(document)
              .isEqualTo(Sarif.of(List.of(finding), "1", Samples.HEAD, true, Links.NONE));
          assertThat(
                  JsonMapper.shared()
                      .readTree(document)
                      .at("/runs/0/results/0/message/text")
                      .asString())
              .doesNotContain("](");
        });
  }

  private static Diagnostic moved(Diagnostic finding, int line) {
    return new Diagnostic(
        finding.severity(),
        finding.code(),
        finding.file(),
        Samples.at(line, 5),
        finding.message(),
        finding.hint(),
        finding.known());
  }

  private static List<String> fingerprints(List<Diagnostic> findings) {
    return run(findings, true, Links.NONE)
        .path("results")
        .valueStream()
        .map(result -> result.at("/partialFingerprints/primaryLocationLineHash").asString())
        .toList();
  }

  private static JsonNode run(List<Diagnostic> findings, boolean compared, Links links) {
    JsonNode log =
        JsonMapper.shared().readTree(Sarif.of(findings, "1.2.3", Samples.HEAD, compared, links));
    assertThat(log.path("version").asString()).isEqualTo("2.1.0");
    return log.path("runs").path(0);
  }
}
