package io.github.sigmadm.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.check.warehouse.CatalogueEntry;
import io.github.sigmadm.check.warehouse.TableAddress;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.Specs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TableIdsTest {

  private static final TableAddress ORDERS = new TableAddress("c", List.of("S", "ORDERS"));
  private static final TableAddress CUSTOMERS = new TableAddress("c", List.of("S", "CUSTOMERS"));
  private static final String UUID = "0b5ba7c4-7f0c-4f0e-8c55-5b9f6d6a2c11";
  private static final String TARGET = "f6a8d2e0-1c3b-4a59-9e77-2d4c6b8a0e13";
  private static final Matching NOTHING = new Matching(IdMap.EMPTY, List.of());
  private static final Map<TableAddress, CatalogueEntry> CATALOGUE =
      Map.of(
          ORDERS,
          new CatalogueEntry("table", TARGET, Optional.of("7nTarget")),
          CUSTOMERS,
          new CatalogueEntry("table", UUID, Optional.of("7nCustomers")));

  private static DataModel model(String... elements) {
    return Specs.model(
        "{'schemaVersion': 1, 'pages': [{'id': 'p', 'name': 'P', 'elements': ["
            + String.join(",", elements)
            + "]}]}");
  }

  private static String table(String id, String source, String rest) {
    return "{'id': '%s', 'kind': 'table', 'source': %s, %s}".formatted(id, source, rest);
  }

  private static final String FROM_ORDERS =
      "{'kind': 'warehouse-table', 'connectionId': 'c', 'path': ['S', 'ORDERS']}";

  private static String sent(DataModel model, Matching matching) {
    return io.github.sigmadm.tree.TreeWriter.compact(
            LiveIds.rewrite(model, matching).content().node())
        .replace('"', '\'');
  }

  private static String created(DataModel model) {
    return sent(model, TableIds.of(model, NOTHING).translated(CATALOGUE));
  }

  @Test
  void idsOfBothSpellingsBecomeThoseOfTheTargetsTable() {
    DataModel model =
        model(
            table(
                "t",
                FROM_ORDERS,
                "'columns': [{'id': 'inode-4Source/ORDER_ID', 'formula': '[ORDERS/Order Id]'},"
                    + " {'id': 'inode-4Source/DAY', 'formula': 'Year([ORDERS/Day])'},"
                    + " {'id': '"
                    + UUID
                    + "/AMOUNT', 'formula': '[orders/AMOUNT]'},"
                    + " {'id': 'Ab3_x', 'formula': '[ORDERS/Note]'}]"));

    assertThat(TableIds.of(model, NOTHING).toLookUp()).containsExactly(ORDERS);
    assertThat(created(model))
        .contains("'inode-7nTarget/ORDER_ID'", "'inode-7nTarget/DAY'")
        .contains("'" + TARGET + "/AMOUNT'", "'Ab3_x'")
        .doesNotContain("4Source", UUID);
  }

  @Test
  void everyPlaceThatPointsAtAColumnGoesAlong() {
    String id = "'inode-4Source/ORDER_ID'";
    DataModel model =
        model(
            table(
                "t",
                FROM_ORDERS,
                """
                'columns': [{'id': #, 'formula': '[ORDERS/Order Id]'}],
                'metrics': [{'id': 'm', 'formula': 'Count()', 'timeline': {'dateColumnId': #}}],
                'relationships': [{'id': 'r', 'targetElementId': 'u',
                                   'keys': [{'sourceColumnId': #, 'targetColumnId': 'x'}]}],
                'filters': [{'id': 'f', 'kind': 'list', 'columnId': #}],
                'folders': [{'id': 'd', 'name': 'D', 'items': [#]}],
                'groupings': [{'id': 'g', 'groupBy': [#], 'calculations': [#],
                               'sort': [{'columnId': #, 'direction': 'ascending'}]}],
                'summary': [#], 'order': [#, 'd'], 'sort': [{'columnId': #, 'direction': 'ascending'}],
                'columnSecurities': [{'id': 's', 'restrictedColumns': [#],
                                      'criteria': {'kind': 'no-one-can-view'}}],
                'uniqueKeys': [#]
                """
                    .replace("#", id)),
            table(
                "u",
                "{'kind': 'table', 'elementId': 't'}",
                "'columns': [{'id': 'x', 'formula': '[ORDERS/Order Id]'},"
                    + " {'id': 'inode-4Source/ORDER_ID', 'formula': '[ORDERS/Order Id]'}],"
                    + " 'relationships': [{'id': 'r', 'targetElementId': 't',"
                    + " 'keys': [{'sourceColumnId': 'x', 'targetColumnId': "
                    + id
                    + "}]}]"),
            """
            {'id': 'k', 'kind': 'control', 'controlId': 'K', 'controlType': 'list',
             'filters': [{'source': {'kind': 'table', 'elementId': 't'}, 'columnId': #}],
             'source': {'kind': 'source', 'source': {'kind': 'table', 'elementId': 't'},
                        'columnId': #, 'displayColumnId': #}}
            """
                .replace("#", id));

    String sent = created(model);

    assertThat(sent).doesNotContain("4Source");
    assertThat(sent.split("inode-7nTarget/ORDER_ID", -1)).hasSize(18 + 1);
  }

  @Test
  void sidesOfAJoinAreToldApartByTheirFormulas() {
    DataModel model =
        model(
            table(
                "t",
                "{'kind': 'join', 'joins': [{'left': "
                    + FROM_ORDERS
                    + ", 'right': {'kind': 'warehouse-table', 'connectionId': 'c', 'path': ['S',"
                    + " 'CUSTOMERS']}, 'name': 'Buyers',"
                    + " 'columns': [{'left': '[Id]', 'right': '[Id]'}]}]}",
                "'columns': [{'id': 'inode-4Source/ID', 'formula': '[ORDERS/Id]'},"
                    + " {'id': 'inode-5Other/NAME', 'formula': '[Buyers/Name]'}]"));

    assertThat(TableIds.of(model, NOTHING).toLookUp()).containsExactly(CUSTOMERS, ORDERS);
    assertThat(created(model)).contains("'inode-7nTarget/ID'", "'inode-7nCustomers/NAME'");
  }

  @Test
  void anIdThatBelongsToNoTableOrToTwoStaysAsWritten() {
    DataModel model =
        model(
            table(
                "t",
                FROM_ORDERS,
                "'columns': [{'id': 'inode-4Gone/OLD', 'formula': '[ORDERS/Order Id]'},"
                    + " {'id': 'inode-4Both/ID', 'formula': '[ORDERS/Id]'}]"),
            table(
                "u",
                "{'kind': 'warehouse-table', 'connectionId': 'c', 'path': ['S', 'CUSTOMERS']}",
                "'columns': [{'id': 'inode-4Both/ID', 'formula': '[CUSTOMERS/Id]'}]"));

    assertThat(TableIds.of(model, NOTHING).toLookUp()).isEmpty();
    assertThat(created(model)).contains("'inode-4Gone/OLD'", "'inode-4Both/ID'");
  }

  @Test
  void aTableThatTheCatalogueDoesNotKnowLeavesItsIdsAsWritten() {
    DataModel model =
        model(
            table(
                "t",
                FROM_ORDERS,
                "'columns': [{'id': 'inode-4Source/ID', 'formula': '[ORDERS/Id]'}]"));

    assertThat(sent(model, TableIds.of(model, NOTHING).translated(Map.of())))
        .contains("'inode-4Source/ID'");
  }

  @Test
  void matchedColumnsTellHowNewOnesAreCalledWithoutALookup() {
    DataModel model =
        model(
            table(
                "t",
                FROM_ORDERS,
                "'columns': [{'id': 'inode-4Source/ID', 'formula': '[ORDERS/Id]'},"
                    + " {'id': 'inode-4Source/NEW', 'formula': '[ORDERS/New]'},"
                    + " {'id': 'inode-4Source/TAKEN', 'formula': '[ORDERS/Taken]'}]"));
    Map<ScopedId, String> live = new HashMap<>();
    live.put(ScopedId.element("t"), "live-t");
    live.put(ScopedId.within("t", IdKind.COLUMN, "inode-4Source/ID"), "inode-6Live/ID");
    Matching matching = new Matching(new IdMap(live), List.of());

    TableIds ids = TableIds.of(model, matching);

    assertThat(ids.toLookUp()).isEmpty();
    assertThat(sent(model, ids.translated(Map.of())))
        .contains("'inode-6Live/ID'", "'inode-6Live/NEW'", "'inode-6Live/TAKEN'");
  }

  @Test
  void noTwoThingsGetOneId() {
    DataModel model =
        model(
            table(
                "t",
                FROM_ORDERS,
                "'columns': [{'id': 'inode-4Source/ID', 'formula': '[ORDERS/Id]'},"
                    + " {'id': '"
                    + "inode-4Older/ID', 'formula': '[ORDERS/Id]', 'name': 'Again'}]"));

    assertThat(created(model)).contains("'inode-7nTarget/ID'", "'inode-4Older/ID'");
  }
}
