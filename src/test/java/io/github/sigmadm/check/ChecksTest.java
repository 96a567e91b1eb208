package io.github.sigmadm.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.Specs;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class ChecksTest {

  private static final RepositoryPath FILE = new RepositoryPath("spec.json");

  private static final String SOUND =
      """
      {"name": "A", "schemaVersion": 1, "pages": [{"id": "p", "name": "P", "elements": [
        {"id": "t", "kind": "table", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["T"]},
         "columns": [{"id": "a", "formula": "[T/A]"}, {"id": "b", "name": "B", "formula": "[A] * 2"}]}]}]}
      """;

  private static final String BROKEN = SOUND.replace("[A] * 2", "\\\"x\\\" & [Missing]");

  @Test
  void aSoundSpecIsLetThrough() {
    Verdict verdict = Checks.check(input(SOUND));
    assertThat(verdict.diagnostics()).isEmpty();
    assertThat(verdict.checked().orElseThrow().file()).isEqualTo(FILE);
    assertThat(verdict.checked().orElseThrow().model().name()).isPresent();
  }

  @Test
  void aSpecWithAnErrorIsNot() {
    Verdict verdict = Checks.check(input(BROKEN));
    assertThat(verdict.diagnostics()).extracting(Diagnostic::code).containsExactly("unknown-name");
    assertThat(verdict.checked()).isEmpty();
  }

  @Test
  void aWarningDoesNotStopASpec() {
    Verdict verdict = Checks.check(input(SOUND.replace("\"name\": \"B\"", "\"name\": \"B/C\"")));
    assertThat(verdict.diagnostics()).extracting(Diagnostic::code).containsExactly("slash-in-name");
    assertThat(verdict.checked()).isPresent();
  }

  @Test
  void placesInJsonAreExactThroughEscapes() {
    Diagnostic found = Checks.run(input(BROKEN)).getFirst();
    String line = BROKEN.lines().toList().get(2);
    assertThat(found.span().start().line()).isEqualTo(3);
    assertThat(found.span().start().column()).isEqualTo(line.indexOf("[Missing]") + 1);
    assertThat(found.span().end().column())
        .isEqualTo(line.indexOf("[Missing]") + 1 + "[Missing]".length());
  }

  @Test
  void whatTheBaseHadIsKnownAndDoesNotStop() {
    List<Diagnostic> base = Checks.run(input("\n\n" + BROKEN));
    Verdict verdict = Checks.check(input(BROKEN).withBase(base));
    assertThat(verdict.diagnostics()).singleElement().matches(Diagnostic::known);
    assertThat(verdict.checked()).isPresent();
  }

  @Test
  void oneMoreOfTheSameIsNew() {
    String twice =
        BROKEN.replace(
            "{\"id\": \"b\",",
            "{\"id\": \"e\", \"name\": \"B\", \"formula\": \"[Missing]\"}, {\"id\": \"b\",");
    Verdict verdict = Checks.check(input(twice).withBase(Checks.run(input(BROKEN))));
    assertThat(verdict.diagnostics())
        .filteredOn(found -> found.code().equals("unknown-name"))
        .extracting(Diagnostic::known)
        .containsExactlyInAnyOrder(true, false);
    assertThat(verdict.checked()).isEmpty();
  }

  @Test
  void findingsComeInReadingOrder() {
    List<Diagnostic> found =
        Checks.run(
            CheckInput.created(
                new ParsedSpec(
                    FILE, Specs.model("{'pages': [{'id': 'p'}, {'id': 'p'}], 'x': 1}"))));
    assertThat(found).hasSizeGreaterThan(4).isSortedAccordingTo(Diagnostic.READING_ORDER);
  }

  @Test
  void rulesHaveCodesOfTheirOwn() {
    assertThat(Checks.rules()).extracting(Rule::code).doesNotHaveDuplicates();
  }

  @Test
  void hintsAndMessagesAreSentences() {
    for (Diagnostic found :
        Checks.run(
            input("{'pages': [{}], 'document': {}, 'schemaVersion': 2}".replace('\'', '"')))) {
      assertThat(found.message()).endsWith(".").matches("[A-Z`].*");
      assertThat(found.hint().orElseThrow()).matches("(?s)[A-Z].*[.?]");
    }
  }

  @Test
  void anyObjectIsCheckedWithoutFailing() {
    for (String odd :
        List.of(
            "{}",
            "{'pages': null}",
            "{'pages': [null, 1, 'x', [], {'elements': [null, {'id': 1}, {'kind': 'table'}]}]}",
            "{'pages': [{'elements': [{'id': 't', 'kind': 'table', 'source': {'kind': 'join'}}]}]}",
            "{'pages': [{'elements': [{'id': 't', 'kind': 'table', 'source': {'kind': 'join',"
                + " 'joins': [{}, {'left': {}, 'right': {'kind': 'union', 'sources': [3]}}]},"
                + " 'columns': [{'id': 'a'}], 'order': [1], 'groupings': [{'groupBy': 3}]}]}]}",
            "{'pages': [{'elements': [{'id': 'c', 'kind': 'control', 'filters': [{}],"
                + " 'source': {'source': {'kind': 'table'}}, 'parameters': [{}]}]}]}")) {
      assertThat(Checks.run(input(odd.replace('\'', '"')))).isNotEmpty();
    }
  }

  @Test
  void thousandsOfColumnsAreCheckedAtOnce() {
    int count = 10_000;
    StringBuilder first = new StringBuilder();
    StringBuilder second = new StringBuilder();
    StringBuilder broken = new StringBuilder();
    StringBuilder order = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String comma = i == 0 ? "" : ",";
      first.append(
          String.format(
              Locale.ROOT,
              "%s{'id':'c%d','name':'N %d','formula':'[T/N %d] + 1'}",
              comma,
              i,
              i,
              i));
      second.append(
          String.format(
              Locale.ROOT,
              "%s{'id':'c%d','name':'M %d','formula':'If([U/N %d] > 1, [M %d], Coalesce([U/N %d], 0))'}",
              comma,
              i,
              i,
              i,
              Math.max(0, i - 1) == i ? count : i - 1,
              i));
      broken.append(
          String.format(
              Locale.ROOT,
              "%s{'id':'c%d','name':'B %d','formula':'[X%d] + [U/Y%d]'}",
              comma,
              i,
              i,
              i,
              i));
      order.append(String.format(Locale.ROOT, "%s'z%d'", comma, i));
    }
    String table = "{'id':'%s','kind':'table','name':'%s','source':%s,'columns':[%s],'order':[%s]}";
    String elements =
        String.format(
                Locale.ROOT,
                table,
                "u",
                "U",
                "{'kind':'warehouse-table','connectionId':'c','path':['T']}",
                first,
                "")
            + ","
            + String.format(
                Locale.ROOT, table, "v", "V", "{'kind':'table','elementId':'u'}", second, "")
            + ","
            + String.format(
                Locale.ROOT, table, "w", "W", "{'kind':'table','elementId':'u'}", broken, order);
    DataModel model =
        Specs.model(
            "{'schemaVersion':1,'pages':[{'id':'p','name':'P','elements':[" + elements + "]}]}");
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          List<Diagnostic> found = Checks.run(CheckInput.existing(new ParsedSpec(FILE, model)));
          assertThat(found).hasSize(3 * count + 1);
        });
  }

  private static CheckInput input(String json) {
    return CheckInput.existing(new ParsedSpec(FILE, DataModel.of(Specs.parse(json))));
  }
}
