package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.store.Identifiers;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.SharedMaterial;
import io.github.sigmadm.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What one organisation exported, deployed to another: with `replace` for the connection and a
/// folder, and not a letter of the files changed.
final class OtherOrganisationTest {

  private static final String TARGET = "5e7f3f1c-7f6e-4a2b-9a44-3c1d2b0f9e10";
  private static final String SPEC = "data-models/orders.json";
  private static final Pattern TABLE_ID = Pattern.compile("\"inode-([0-9A-Za-z]{1,22})/");
  private static final Pattern CONNECTION = Pattern.compile("\"connectionId\": *\"([^\"]*)\"");

  @TempDir private Path folder;

  private Scene scene(IdMode ids) {
    Scene scene =
        new Scene(
            folder,
            SandboxOptions.defaults()
                .withIds(ids)
                .withSeed(4711)
                .withQuirks(Quirk.INODE_COLUMN_IDS_KEPT));
    scene.sandbox.person().addConnection(TARGET, "Target", true);
    return scene;
  }

  private static String configuration(Set<String> connections) {
    StringBuilder text = new StringBuilder(Scene.CONFIGURATION);
    text.append("    replace:\n      connections:\n");
    connections.forEach(id -> text.append("        \"%s\": %s\n".formatted(id, TARGET)));
    return text.toString();
  }

  private static Set<String> connections(Iterable<String> specs) {
    Set<String> connections = new TreeSet<>();
    for (String spec : specs) {
      Matcher matcher = CONNECTION.matcher(spec);
      while (matcher.find()) {
        connections.add(matcher.group(1));
      }
    }
    return connections;
  }

  /// How ids of the columns of each table of a live model must begin.
  private static Set<String> tables(Scene scene, String model) {
    Set<String> ids = new TreeSet<>();
    Matcher path =
        Pattern.compile("\"path\" *: *\\[([^]]*)]").matcher(scene.sandbox.specText(model));
    while (path.find()) {
      List<String> segments =
          Pattern.compile("\"([^\"]*)\"")
              .matcher(path.group(1))
              .results()
              .map(segment -> segment.group(1))
              .toList();
      ids.add(
          Identifiers.urlId(
              new Identifiers(4711).uuid("inode", TARGET, String.join("\u0001", segments))));
    }
    return ids;
  }

  private static Set<String> tableIds(String text) {
    Set<String> ids = new TreeSet<>();
    Matcher matcher = TABLE_ID.matcher(text);
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  @ParameterizedTest
  @EnumSource
  void realExportsGetTheIdsOfTheTargetsTables(IdMode ids) throws IOException {
    List<Path> specs = SharedMaterial.specs("corpus");
    assumeFalse(specs.isEmpty(), "../shared/corpus is not on this machine");
    try (Scene scene = scene(ids)) {
      Map<String, String> files = new LinkedHashMap<>();
      for (Path spec : specs) {
        files.put("data-models/" + spec.getFileName(), Files.readString(spec));
      }
      Map<String, String> exported = new TreeMap<>();
      files.forEach((path, text) -> exported.put(path, String.join(" ", tableIds(text))));
      assertThat(exported.values()).filteredOn(found -> !found.isEmpty()).hasSizeGreaterThan(2);
      files.put("sigma-dm.yml", configuration(connections(files.values())));
      Commit first = scene.repository.commit("exports", files);

      Conclusion created = scene.execute(new Event.Push("main", Scene.NOTHING, first));

      assertThat(created).as(() -> String.join("\n", scene.lines)).isEqualTo(new Conclusion.Done());
      for (String model : scene.sandbox.dataModels()) {
        assertThat(tables(scene, model))
            .as(scene.sandbox.file(model).name())
            .containsAll(tableIds(scene.sandbox.specText(model)));
      }
      scene.sandbox.requests().clear();
      assertThat(scene.execute(new Event.Dispatch("main")))
          .as(scene::planFile)
          .isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.sandbox.requests().writes()).isZero();
      assertThat(scene.sandbox.requests().count("POST", "/v2/connection/*/lookup")).isZero();
    }
  }

  private static String orders(String more) {
    return """
    {"name": "Orders", "schemaVersion": 1, "pages": [{"id": "p", "name": "P", "elements": [
      {"id": "t", "kind": "table",
       "source": {"kind": "warehouse-table", "connectionId": "%s", "path": ["S", "S", "ORDERS"]},
       "columns": [{"id": "inode-4bSourceOfTheExport1/ORDER_ID", "formula": "[ORDERS/Order Id]"}%s],
       "order": ["inode-4bSourceOfTheExport1/ORDER_ID"]}]}]}
    """
        .formatted(TARGET, more);
  }

  @ParameterizedTest
  @EnumSource
  void aColumnThatComesLaterGetsTheTargetsIdFromItsSiblings(IdMode ids) {
    try (Scene scene = scene(ids)) {
      Commit first =
          scene.repository.commit(
              "orders", Map.of("sigma-dm.yml", Scene.CONFIGURATION, SPEC, orders("")));
      scene.execute(new Event.Push("main", Scene.NOTHING, first));
      scene.sandbox.requests().clear();
      Commit second =
          scene.repository.commit(
              "day",
              Map.of(
                  SPEC,
                  orders(
                      ", {\"id\": \"inode-4bSourceOfTheExport1/DAY\", \"formula\": \"[ORDERS/Day]\"}")));

      Conclusion conclusion = scene.execute(new Event.Push("main", first, second));

      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      String model = scene.sandbox.dataModels().getFirst();
      assertThat(tableIds(scene.sandbox.specText(model))).isEqualTo(tables(scene, model));
      assertThat(
              DataModel.of(Specs.parse(scene.sandbox.specText(model)))
                  .tables()
                  .flatMap(table -> table.columns().stream()))
          .hasSize(2);
    }
  }

  @Test
  void whereTheTableCannotBeLookedUpItsIdsStayAsWritten() {
    try (Scene scene =
        new Scene(
            folder,
            SandboxOptions.defaults()
                .withIds(IdMode.KEEP)
                .withQuirks(Quirk.CONNECTIONS_OUT_OF_REACH))) {
      Commit first =
          scene.repository.commit(
              "orders",
              Map.of(
                  "sigma-dm.yml",
                  Scene.CONFIGURATION,
                  SPEC,
                  orders("").replace(TARGET, Sandbox.CONNECTION)));

      Conclusion conclusion = scene.execute(new Event.Push("main", Scene.NOTHING, first));

      assertThat(conclusion).isEqualTo(new Conclusion.Done());
      assertThat(tableIds(scene.sandbox.specText(scene.sandbox.dataModels().getFirst())))
          .containsExactly("4bSourceOfTheExport1");
    }
  }
}
