package io.github.sigmadm.cli;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The theatre that the demonstration is about: what its warehouse has, and who looks at it.
final class DemoWarehouse {

  private final Sandbox sandbox;

  DemoWarehouse(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /// Puts the tables of the example into the warehouse, in the names that a warehouse gives.
  void furnish() {
    table(
        "BOX_OFFICE",
        "TICKETS",
        "TICKET_ID, SHOW_KEY, VENUE_KEY, PATRON_KEY, SOLD_AT, STATUS, CHANNEL, LIST_PRICE,"
            + " DISCOUNT");
    table("BOX_OFFICE", "PATRONS", "PATRON_KEY, CITY, EMAIL, MEMBER_SINCE");
    table("PROGRAMME", "SHOWS", "SHOW_KEY, TITLE, GENRE, PREMIERE");
    table("PROGRAMME", "VENUES", "VENUE_KEY, VENUE_NAME, SEATS");
    table("PLANNING", "MONTHLY_TARGETS", "TARGET_MONTH, TARGET_GENRE, TARGET_REVENUE");
  }

  /// Somebody makes a workbook on the first table of a model.
  void workbook(String name, String model) {
    String id = sandbox.dataModelsNamed(model).getFirst();
    TreeReader.readJson(
            new RepositoryPath("live.json"), sandbox.specText(id).getBytes(StandardCharsets.UTF_8))
        .root()
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .map(DataModel::of)
        .flatMap(live -> live.tables().findFirst())
        .ifPresent(table -> sandbox.person().addWorkbook(name, id, table.id().value()));
  }

  private void table(String schema, String name, String columns) {
    Map<String, String> types = new LinkedHashMap<>();
    for (String column : columns.split(", ", -1)) {
      types.put(column, "VARCHAR");
    }
    sandbox.person().addTable(Sandbox.CONNECTION, List.of("THEATRE", schema, name), types);
  }
}
