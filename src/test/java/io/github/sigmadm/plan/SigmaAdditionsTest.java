package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.Edit;
import io.github.sigmadm.testing.RandomModels;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SigmaAdditionsTest {

  @Test
  void aColumnAddedInSigmaStaysInItsFolder() throws IOException {
    assertThat(
            left(
                List.of(
                    "insert @orders/columns/end {id: o-tax, formula: '[ORDERS/Tax]'}",
                    "insert @orders/folders/@d-keys/items/end o-tax"),
                List.of("set @orders/columns/@o-profit/name Gain")))
        .containsExactly("column.renamed Profit");
  }

  @Test
  void anElementAndWhatRefersToItStay() throws IOException {
    assertThat(
            left(
                List.of(
                    "insert pages/@sales/elements/0 {id: new, kind: table, name: New, source: {kind: table, elementId: orders}, columns: [{id: a, formula: '[Orders/Revenue]'}]}",
                    "insert @orders/relationships/end {id: r-new, targetElementId: new, keys: [{sourceColumnId: o-id, targetColumnId: a}]}"),
                List.of("remove @queried")))
        .containsExactly("element.removed Custom SQL");
  }

  @Test
  void aPageWithItsElementsStays() throws IOException {
    assertThat(
            left(
                List.of(
                    "insert pages/end {id: extra, name: Extra, elements: [{id: k, kind: control, controlId: more, controlType: switch, mode: True/All}]}"),
                List.of()))
        .isEmpty();
  }

  @Test
  void whatWasChangedInSigmaDoesNotStay() throws IOException {
    assertThat(left(List.of("set @orders/name Sales"), List.of()))
        .containsExactly("element.renamed Sales");
  }

  @Test
  void whatTheFileRemovesGoes() throws IOException {
    assertThat(
            left(
                List.of(),
                List.of("remove @orders/metrics/@m-profit", "remove @orders/metricOrder/1")))
        .containsExactly("metric.removed Total Profit");
  }

  @Test
  void whatRefersToSomethingThatTheFileRemovesCannotStay() throws IOException {
    assertThat(
            left(
                List.of(
                    "insert @orders/relationships/end {id: r-new, targetElementId: queried, keys: [{sourceColumnId: o-id, targetColumnId: q-id}]}",
                    "insert @orders/columns/end {id: o-tax, formula: '[ORDERS/Tax]'}"),
                List.of("remove @queried")))
        .containsExactly("relationship.removed Custom SQL", "element.removed Custom SQL");
  }

  @Test
  void aFolderStaysWithoutWhatTheFileHasPutElsewhere() throws IOException {
    assertThat(
            left(
                List.of(
                    "insert @orders/folders/end {id: d-new, name: New, items: [o-date, o-cost]}"),
                List.of("insert @orders/folders/@d-keys/items/end o-date")))
        .containsExactly("folder.changed Keys", "folder.changed New");
  }

  @Test
  void whereNothingWasChangedInSigmaTheWantedStateIsKeptAsItIs() {
    qt().withExamples(50)
        .forAll(longs().between(0, Integer.MAX_VALUE))
        .checkAssert(seed -> {
          DataModel deployed = RandomModels.model(seed);
          DataModel wanted = RandomModels.model(seed / 2);
          assertThat(SigmaAdditions.of(wanted, deployed, deployed).isEmpty()).isTrue();
        });
  }

  /// What a deploy would still change.
  ///
  /// @param sigma what somebody edits in Sigma
  /// @param file what the file changes
  private static List<String> left(List<String> sigma, List<String> file) throws IOException {
    ObjectNode deployed =
        (ObjectNode)
            TreeReader.readYaml(
                    new RepositoryPath("model.yml"),
                    Files.readAllBytes(Path.of("src/test/resources/plan/model.yml")))
                .sound()
                .orElseThrow();
    DataModel live = DataModel.of(edited(deployed, sigma));
    DataModel wanted = DataModel.of(edited(deployed, file));
    DataModel kept = SigmaAdditions.of(wanted, DataModel.of(deployed), live).in(wanted);
    return Comparison.compare(Side.of(live), Side.of(kept)).stream()
        .map(change -> change.kind() + " " + change.subject())
        .toList();
  }

  private static ObjectNode edited(ObjectNode document, List<String> edits) {
    ObjectNode result = document;
    for (String edit : edits) {
      result = Edit.of(edit).applyTo(result);
    }
    return result;
  }
}
