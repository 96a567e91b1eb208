package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.IdKey;
import io.github.sigmadm.sandbox.document.Ids;
import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class RoundTripTest {

  private static final String STAR_SCHEMA_MODEL = "9d2f6b18-4c3a-4e57-8b90-6a1e5d7c2f34";

  @TestFactory
  Stream<DynamicTest> whatIsReadCanBePutBackAndStaysAsItIs() {
    return all((sandbox, client, spec) -> {
      String id = client.create(spec);
      ObjectNode read = client.spec(id);
      client.update(id, read).expect(200);
      ObjectNode again = client.spec(id);
      assertThat(again.path("pages")).isEqualTo(read.path("pages"));
      assertThat(Json.text(again.path("pages"))).isEqualTo(Json.text(read.path("pages")));
      assertThat(again.path("documentVersion").intValue()).isEqualTo(2);
    });
  }

  @TestFactory
  Stream<DynamicTest> noReferenceDanglesThatDidNotBefore() {
    return all((sandbox, client, spec) -> {
      ObjectNode read = client.spec(client.create(spec));
      assertThat(References.dangling(read.path("pages")))
          .hasSameSizeAs(References.dangling(spec.path("pages")));
      Set<IdKey> before = Ids.declared(spec.path("pages"));
      Set<IdKey> after = Ids.declared(read.path("pages"));
      assertThat(after).hasSameSizeAs(before);
      if (sandbox.options().ids() == IdMode.KEEP) {
        assertThat(after).isEqualTo(before);
      } else {
        assertThat(after).doesNotContainAnyElementsOf(before);
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> nothingIsInError() {
    return all((sandbox, client, spec) -> {
      String id = client.create(spec);
      List<JsonNode> columns = client.pages("/v2/dataModels/" + id + "/columns");
      List<JsonNode> broken =
          columns.stream()
              .filter(column -> Json.string(column.path("type"), "type").equals("error"))
              .toList();
      assertThat(broken).isEmpty();
      int expected =
          Json.elements(spec.path("pages")).stream()
              .mapToInt(element -> element.path("columns").size())
              .sum();
      assertThat(columns).hasSize(expected);
    });
  }

  /// Joins are left out: one real export spells out what the documentation calls left out.
  @TestFactory
  Stream<DynamicTest> realExportsAreSpelledAsTheSandboxSpells() {
    return Specs.shared("corpus")
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> run(IdMode.KEEP, file, RoundTripTest::isSpelledAsRead)));
  }

  private static void isSpelledAsRead(Sandbox sandbox, Client client, ObjectNode export) {
    ObjectNode read = client.spec(client.create(export));
    List<ObjectNode> before = Json.elements(export.path("pages"));
    List<ObjectNode> after = Json.elements(read.path("pages"));
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      before.get(i).putObject("source");
      after.get(i).putObject("source");
      assertThat(Json.text(after.get(i))).isEqualTo(Json.text(before.get(i)));
    }
  }

  private interface Check {
    void check(Sandbox sandbox, Client client, ObjectNode spec);
  }

  private static Stream<DynamicTest> all(Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    for (IdMode mode : IdMode.values()) {
      Stream.concat(Specs.shared("sigma/examples"), Specs.shared("corpus"))
          .forEach(file ->
              tests.add(
                  DynamicTest.dynamicTest(
                      mode + " " + file.getFileName(), () -> run(mode, file, check))));
    }
    return tests.stream();
  }

  private static void run(IdMode mode, Path file, Check check) {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withIds(mode))) {
      upstream(sandbox, file);
      ObjectNode spec = Specs.read(file);
      spec.put("folderId", Sandbox.DEVELOPMENT_FOLDER);
      check.check(sandbox, Client.of(sandbox), spec);
    }
  }

  /// The models that others build on, under the ids that those use.
  private static void upstream(Sandbox sandbox, Path file) {
    Person person = sandbox.person();
    if (file.toString().contains("corpus")) {
      for (String base : List.of("profit-base.json", "another-model.json")) {
        Path sibling = file.resolveSibling(base);
        person.addDataModel(Specs.read(sibling), Sandbox.PRODUCTION_FOLDER);
      }
    } else {
      ObjectNode star = Specs.read(file.resolveSibling("02-star-schema.json"));
      star.put("dataModelId", STAR_SCHEMA_MODEL);
      ObjectNode controls = Specs.read(file.resolveSibling("07-controls-filters-rls.json"));
      controls.path("pages").forEach(page -> star.withArray("pages").add(page));
      person.addDataModel(star, Sandbox.PRODUCTION_FOLDER);
    }
  }
}
