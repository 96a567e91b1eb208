package io.github.sigmadm.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.config.ConfigurationReader;
import io.github.sigmadm.config.Lookups;
import io.github.sigmadm.config.Policy;
import io.github.sigmadm.config.Region;
import io.github.sigmadm.config.StateMode;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The JSON Schema of `sigma-dm.yml` allows what the program reads.
final class ConfigurationSchemaTest {

  private static final ObjectNode SCHEMA =
      RepositoryFiles.document(Path.of("docs/sigma-dm.schema.json"));

  /// A key that resembles no other, so that the program answers with all that it knows.
  private static final String EVERYWHERE_UNKNOWN =
      """
      version: 1
      qqqqqqqqqqqq: 1
      environments:
        prod:
          branches: [main]
          qqqqqqqqqqqq: 1
          preview: { qqqqqqqqqqqq: 1 }
      models:
        data-models/a.json:
          prod: { qqqqqqqqqqqq: 1 }
      policy: { qqqqqqqqqqqq: 1 }
      checks: { qqqqqqqqqqqq: 1 }
      """;

  @Test
  void theSchemaHasTheKeysThatTheProgramKnows() {
    List<String> hints =
        ConfigurationReader.read(
                new RepositoryPath("sigma-dm.yml"),
                EVERYWHERE_UNKNOWN.getBytes(StandardCharsets.UTF_8))
            .diagnostics()
            .stream()
            .filter(found -> found.code().equals("unknown-key"))
            .map(found -> found.hint().orElseThrow())
            .toList();

    assertThat(hints)
        .containsExactlyInAnyOrder(
            keys(SCHEMA),
            keys(definition("environment")),
            keys(property(definition("environment"), "preview")),
            keys(definition("override")),
            keys(definition("policy")),
            keys(definition("checks")));
  }

  @Test
  void theSchemaHasTheWordsThatTheProgramKnows() {
    ObjectNode policy = definition("policy");
    assertThat(words(property(policy, "breaking"))).isEqualTo(words(Policy.Approval.values()));
    assertThat(words(property(policy, "security"))).isEqualTo(words(Policy.Approval.values()));
    assertThat(words(property(policy, "drift"))).isEqualTo(words(Policy.Drift.values()));
    assertThat(words(property(policy, "verify"))).isEqualTo(words(Policy.Verify.values()));
    assertThat(words(property(policy, "plan-changed")))
        .isEqualTo(words(Policy.PlanChanged.values()));
    assertThat(words(property(SCHEMA, "state"))).isEqualTo(words(StateMode.values()));
    assertThat(words(property(definition("environment"), "api").objects("anyOf").getFirst()))
        .isEqualTo(Region.names());
  }

  @Test
  void theSchemaTellsTheDefaultsOfTheProgram() {
    ObjectNode policy = definition("policy");
    assertThat(defaultOf(policy, "breaking")).isEqualTo(word(Policy.DEFAULT.breaking()));
    assertThat(defaultOf(policy, "security")).isEqualTo(word(Policy.DEFAULT.security()));
    assertThat(defaultOf(policy, "label")).isEqualTo(Policy.DEFAULT.label());
    assertThat(defaultOf(policy, "drift")).isEqualTo(word(Policy.DEFAULT.drift()));
    assertThat(defaultOf(policy, "verify")).isEqualTo(word(Policy.DEFAULT.verify()));
    assertThat(defaultOf(policy, "plan-changed")).isEqualTo(word(Policy.DEFAULT.planChanged()));
    ObjectNode checks = definition("checks");
    for (String flag : List.of("warehouse", "impact")) {
      assertThat(property(checks, flag).get("default").orElseThrow())
          .extracting(node -> node instanceof Node.BooleanNode bool && bool.value())
          .isEqualTo(true);
    }
    assertThat(Lookups.DEFAULT).isEqualTo(new Lookups(true, true, 200));
    assertThat(property(checks, "impact-limit").get("default").orElseThrow())
        .extracting(node -> node instanceof Node.NumberNode number ? number.value().intValue() : 0)
        .isEqualTo(Lookups.DEFAULT.impactLimit());
    assertThat(texts(property(SCHEMA, "specs"), "default"))
        .isEqualTo(ConfigurationReader.DEFAULT.specs().stream().map(Object::toString).toList());
    assertThat(texts(property(SCHEMA, "exclude"), "default"))
        .isEqualTo(ConfigurationReader.DEFAULT.exclude().stream().map(Object::toString).toList());
  }

  @Test
  void theReadmeNamesEveryRegion() {
    assertThat(RepositoryFiles.text(Path.of("README.md")))
        .contains(Region.names().stream().map(name -> "`" + name + "`").toList());
  }

  private static String keys(ObjectNode schema) {
    return "Its keys are "
        + String.join(
            ", ",
            schema.object("properties").orElseThrow().fields().stream().map(Field::name).toList())
        + ".";
  }

  private static ObjectNode definition(String name) {
    return SCHEMA.object("definitions").orElseThrow().object(name).orElseThrow();
  }

  private static ObjectNode property(ObjectNode schema, String name) {
    return schema.object("properties").orElseThrow().object(name).orElseThrow();
  }

  private static String defaultOf(ObjectNode schema, String name) {
    return property(schema, name).text("default").orElseThrow();
  }

  private static List<String> words(ObjectNode schema) {
    return texts(schema, "enum");
  }

  private static List<String> texts(ObjectNode schema, String name) {
    // an empty value stands for an absent key
    return schema.items(name).stream()
        .filter(TextNode.class::isInstance)
        .map((Node item) -> ((TextNode) item).value())
        .toList();
  }

  private static List<String> words(Enum<?>[] values) {
    return Arrays.stream(values).map(ConfigurationSchemaTest::word).toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
