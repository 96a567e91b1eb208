package io.github.sigmadm.check.warehouse;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.GoldenCases;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is said about a spec, for what the catalogue answers.
///
/// A case begins with the answers: `there SHOP.SALES.ORDERS: ORDER_ID, AMOUNT`, `empty …`, `scope
/// …`, `lag …`, `unasked … : why`. A table without a line is missing. After `--` comes the page,
/// and after another `--` what the base commit had.
final class WarehouseFindingsTest {

  private static final RepositoryPath FILE = new RepositoryPath("orders.yml");

  @TestFactory
  Stream<DynamicTest> findings() {
    return GoldenCases.of("warehouse/findings.txt", WarehouseFindingsTest::said);
  }

  private static String said(String input) {
    String[] parts = input.split("\n--\n", -1);
    Map<String, CatalogueAnswer> answers = new LinkedHashMap<>();
    List<List<String>> paths = new ArrayList<>();
    for (String line : parts[0].split("\n", -1)) {
      String[] words = line.split(": ", 2);
      String[] subject = words[0].split(" ", 2);
      String rest = words.length > 1 ? words[1] : "";
      switch (subject[0]) {
        case "there" -> {
          answers.put(subject[1], new CatalogueAnswer.Found(List.of(rest.split(", ", -1))));
          paths.add(List.of(subject[1].split("\\.", -1)));
        }
        case "empty" -> answers.put(subject[1], new CatalogueAnswer.WithoutColumns());
        case "scope" -> answers.put(subject[1], new CatalogueAnswer.Scope());
        case "lag" -> answers.put(subject[1], new CatalogueAnswer.ScopeMissing(paths));
        case "unasked" -> answers.put(subject[1], new CatalogueAnswer.Unasked(rest));
        default -> throw new IllegalArgumentException(line);
      }
    }
    return GoldenCases.shown(
        WarehouseFindings.of(
            FILE,
            WarehouseUses.of(model(parts[1])),
            parts.length > 2 ? WarehouseUses.of(model(parts[2])) : WarehouseUses.NONE,
            table ->
                answers.getOrDefault(
                    String.join(".", table.path()), new CatalogueAnswer.Missing(paths))));
  }

  private static DataModel model(String elements) {
    String text =
        "schemaVersion: 1\npages:\n- id: p\n  name: P\n  elements:\n" + elements.indent(2);
    return DataModel.of(
        (ObjectNode)
            TreeReader.read(FILE, text.getBytes(StandardCharsets.UTF_8)).sound().orElseThrow());
  }
}
