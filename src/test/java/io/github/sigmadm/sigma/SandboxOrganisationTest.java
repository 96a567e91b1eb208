package io.github.sigmadm.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.check.warehouse.TableAddress;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Credentials;
import io.github.sigmadm.flow.LiveElement;
import io.github.sigmadm.flow.Organisation;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.ClientSettings;
import io.github.sigmadm.http.FakeTime;
import io.github.sigmadm.http.HostPolicy;
import io.github.sigmadm.http.RequestLog;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import io.github.sigmadm.plan.ModelUse;
import io.github.sigmadm.plan.Workbook;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.CatalogueMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is read beside models, against the stand-in for Sigma.
final class SandboxOrganisationTest {

  private static final List<String> PATH = List.of("SHOP", "SALES", "ORDERS");
  private static final TableAddress ORDERS = new TableAddress(Sandbox.CONNECTION, PATH);

  private final List<AutoCloseable> opened = new ArrayList<>();

  private record World(Sandbox sandbox, Organisation organisation) {}

  private World world(Quirk... quirks) {
    var time = new FakeTime();
    Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .withClock(time::now)
                .withCatalogue(CatalogueMode.STRICT)
                .withQuirks(quirks));
    opened.add(sandbox);
    var secrets = new Secrets();
    var client =
        new ServiceClient(
            ClientSettings.of("Sigma", "tests"),
            HostPolicy.LOOPBACK,
            secrets,
            time.pacing(),
            RequestLog.NONE);
    opened.add(client);
    var credentials =
        new Credentials(
            new Secret(SandboxOptions.DEFAULT_CREDENTIALS.clientId()),
            new Secret(SandboxOptions.DEFAULT_CREDENTIALS.clientSecret()));
    return new World(
        sandbox,
        SigmaOrganisation.at(
            URI.create(sandbox.baseUrl()), credentials, client, secrets, time.pacing()));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened.reversed()) {
      one.close();
    }
  }

  private static String model(World world, String name, String source) {
    return world
        .sandbox()
        .person()
        .addDataModel(
            """
            {"name": "%s", "schemaVersion": 1, "pages": [{"id": "p-%s", "name": "P", "elements": [
              {"id": "e-%s", "kind": "table", "source": %s,
               "columns": [{"id": "c", "formula": "[ORDERS/Order Id]"}]}]}]}
            """
                .formatted(name, name, name, source));
  }

  private static final String TABLE =
      """
      {"kind": "warehouse-table", "connectionId": "%s", "path": ["SHOP", "SALES", "ORDERS"]}
      """
          .formatted(Sandbox.CONNECTION);

  private static Map<String, String> columns(int count) {
    Map<String, String> columns = new LinkedHashMap<>();
    IntStream.range(0, count).forEach(i -> columns.put("COLUMN_" + i, "VARCHAR"));
    return columns;
  }

  @ParameterizedTest
  @EnumSource(names = {"TABLE_COLUMNS_BY_PAGE", "SUMMARY_INSTEAD_OF_MESSAGE"})
  void allColumnsOfATableAreFoundWhicheverWayTheyArePaged(Quirk quirk) {
    World world = world(quirk);
    world.sandbox().person().addTable(Sandbox.CONNECTION, PATH, columns(1203));
    var warehouse = world.organisation().warehouse();

    var table = warehouse.lookup(ORDERS).orElseThrow();

    assertThat(table.kind()).isEqualTo("table");
    assertThat(warehouse.columns(table.id()).orElseThrow()).hasSize(1203).contains("COLUMN_1202");
    assertThat(warehouse.lookup(ORDERS.scope()).orElseThrow().isScope()).isTrue();
    assertThat(warehouse.paths(Sandbox.CONNECTION, 10)).containsExactly(PATH);
  }

  @Test
  void aTableThatWasNeverSynchronisedIsNotFound() {
    World world = world();
    world.sandbox().person().addUnsyncedTable(Sandbox.CONNECTION, PATH, columns(1));

    assertThat(world.organisation().warehouse().lookup(ORDERS)).isEmpty();
    assertThat(world.organisation().warehouse().columns("no-such-table")).isEmpty();
  }

  @Test
  void aConnectionOutOfReachIsToldAsWhatIsNotAllowed() {
    World world = world(Quirk.CONNECTIONS_OUT_OF_REACH);

    assertThatThrownBy(() -> world.organisation().warehouse().lookup(ORDERS))
        .isInstanceOf(Trouble.NotAllowed.class)
        .hasMessageContaining("Can use on the connection");
  }

  @ParameterizedTest
  @EnumSource(names = {"WORKBOOK_SOURCES_WRAPPED", "NOT_AN_ADMINISTRATOR"})
  void workbooksTellWhatTheyUse(Quirk quirk) {
    World world = world(quirk);
    String model = model(world, "Orders", TABLE);
    String workbook = world.sandbox().person().addWorkbook("Weekly sales", model, "e-Orders");
    String gone = world.sandbox().person().addWorkbook("Gone", model, "e-Orders");
    world.sandbox().person().delete(gone);
    var consumers = world.organisation().consumers();

    List<Workbook> workbooks = consumers.workbooks();

    assertThat(workbooks).extracting(Workbook::id).containsExactly(workbook);
    assertThat(workbooks.getFirst().url()).isPresent();
    assertThat(consumers.usesOf(workbooks.getFirst()))
        .containsExactly(new ModelUse(new DataModelId(model), List.of("e-Orders"), false));
  }

  @Test
  void modelsTellWhatTheyUse() {
    World world = world();
    String base = model(world, "Orders", TABLE);
    String other =
        model(
            world,
            "Margin",
            "{\"kind\": \"data-model\", \"dataModelId\": \"%s\", \"elementId\": \"e-Orders\"}"
                .formatted(base));
    var consumers = world.organisation().consumers();

    assertThat(consumers.usesOf(new DataModelId(other)))
        .containsExactly(new ModelUse(new DataModelId(base), List.of("e-Orders"), false));
    assertThat(consumers.usesOf(new DataModelId(base))).isEmpty();
  }

  @Test
  void aModelIsDeletedAndRestored() {
    World world = world();
    var id = new DataModelId(model(world, "Orders", TABLE));
    var models = world.organisation().models();
    models.list();

    models.delete(id);
    models.delete(id);

    assertThat(models.read(id)).isEmpty();
    assertThat(models.list()).isEmpty();

    models.restore(id);

    assertThat(models.read(id)).isPresent();
    assertThat(models.list()).hasSize(1);
  }

  @Test
  void elementsThatTheRepresentationLeavesOutAreAmongTheElements() {
    World world = world();
    String id = model(world, "Orders", TABLE);
    world.sandbox().person().addInputTable(id, "Targets", "Month", "Target");

    assertThat(world.organisation().models().elements(new DataModelId(id)))
        .extracting(LiveElement::type)
        .containsExactly("table", "input-table");
  }
}
