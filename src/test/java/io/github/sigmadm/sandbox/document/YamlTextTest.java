package io.github.sigmadm.sandbox.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class YamlTextTest {

  @Test
  void anyTextComesBackAsKeyAndValue() {
    qt().forAll(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 30))
        .assuming(text -> text.codePoints().allMatch(YamlTextTest::isCharacter))
        .checkAssert(text -> {
          ObjectNode object = Json.object().put("k" + text, text);
          assertThat(YamlText.parse(YamlText.text(object))).contains(object);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"yes\"",
        "\"2026-01-01\"",
        "\"1e3\"",
        "\"0x1F\"",
        "\"~\"",
        "\"null\"",
        "\"\"",
        "\" a\"",
        "\"a: b\"",
        "\"- a\"",
        "\"#a\"",
        "\"[A/B]\"",
        "\"a\\nb\\n\"",
        "\"tab\\there\"",
        "true",
        "null",
        "1",
        "-2",
        "1.50",
        "1E+2",
        "12345678901234567890",
        "[]",
        "{}",
        "[[1],{\"a\":[]}]",
        "{\"a\":{\"b\":[{\"c\":null,\"d\":\"no\"}]},\"on\":\"off\"}"
      })
  void aValueComesBackAsItWas(String json) {
    JsonNode value = Json.parse(json).orElseThrow();
    JsonNode object = Json.object().set("value", value);
    assertThat(YamlText.parse(YamlText.text(object)).map(Json::text)).contains(Json.text(object));
  }

  @Test
  void itLooksAsAPersonWouldWriteIt() {
    JsonNode spec =
        Json.parse("{\"name\":\"Orders\",\"pages\":[{\"id\":\"-x\",\"elements\":[]}],\"count\":1}")
            .orElseThrow();
    assertThat(YamlText.text(spec))
        .isEqualTo(
            """
            name: Orders
            pages:
            - id: '-x'
              elements: []
            count: 1
            """);
  }

  @Test
  void whatIsNoYamlOrHasAKeyTwiceIsNotRead() {
    assertThat(YamlText.parse("a: [")).isEmpty();
    assertThat(YamlText.parse("a: 1\na: 2")).isEmpty();
    assertThat(YamlText.parse("")).isEmpty();
    assertThat(YamlText.parse("? [a]\n: b")).isEmpty();
  }

  @Test
  void anAliasStandsForItsAnchor() {
    assertThat(YamlText.parse("a: &x [1]\nb: *x").map(Json::text))
        .contains("{\"a\":[1],\"b\":[1]}");
  }

  private static boolean isCharacter(int codePoint) {
    return Character.isDefined(codePoint)
        && !Character.isSurrogate((char) codePoint)
        && codePoint != 0xFEFF
        && codePoint < 0xFFFE;
  }
}
