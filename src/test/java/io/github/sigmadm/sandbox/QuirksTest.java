package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What a write loses or adds without a word.
final class QuirksTest {

  @Test
  void noneIsOnByDefault() {
    assertThat(SandboxOptions.defaults().quirks()).isEmpty();
  }

  @Test
  void columnsCanBeLost() {
    assertThat(columns(Quirk.LAST_COLUMN_DROPPED)).hasSize(11);
    assertThat(columns(Quirk.MOST_COLUMNS_DROPPED)).hasSize(1);
  }

  @Test
  void aMetricNamedLikeAColumnCanBeLost() {
    assertThat(metricNames(Quirk.METRIC_NAMED_LIKE_COLUMN_DROPPED, 0)).containsExactly("Total");
  }

  @Test
  void aMetricNamedLikeAnInheritedOneCanBeRenamed() {
    assertThat(metricNames(Quirk.INHERITED_METRIC_RENAMED, 1)).containsExactly("Total (1)");
    assertThat(metricNames(Quirk.INHERITED_METRIC_RENAMED, 0)).containsExactly("Amount", "Total");
  }

  @Test
  void anUpdateCanHideTheFirstTable() {
    try (Sandbox sandbox = start(Quirk.FIRST_TABLE_HIDDEN_ON_UPDATE)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      ObjectNode read = client.spec(id);
      assertThat(Specs.element(read, 0).has("visibleAsSource")).isFalse();
      client.update(id, read).expect(200);
      ObjectNode first = Specs.element(client.spec(id), 0);
      assertThat(first.path("visibleAsSource").booleanValue(true)).isFalse();
    }
  }

  @Test
  void defaultsCanBeSpelledOutAndPutBack() {
    try (Sandbox sandbox = start(Quirk.DEFAULTS_SPELLED_OUT, Quirk.NULLS_SPELLED_OUT)) {
      Client client = Client.of(sandbox);
      String id = client.create(spec());
      ObjectNode read = client.spec(id);
      ObjectNode table = Specs.element(read, 1);
      assertThat(table.path("visibleAsSource").booleanValue(false)).isTrue();
      assertThat(Json.objects(table, "columns").getFirst().has("hidden")).isTrue();
      ObjectNode grouping = Json.objects(table, "groupings").getFirst();
      assertThat(Json.string(Json.objects(grouping, "sort").getFirst(), "nulls"))
          .isEqualTo("connection-default");
      client.update(id, read).expect(200);
      assertThat(client.spec(id).path("pages")).isEqualTo(read.path("pages"));
    }
  }

  @Test
  void anOrderCanBeAdded() {
    ObjectNode spec = spec();
    Specs.element(spec, 1)
        .withArray("folders")
        .add(Specs.parse("{\"id\": \"f\", \"name\": \"F\", \"items\": [\"y\"]}"));
    try (Sandbox sandbox = start(Quirk.ORDER_FILLED_IN)) {
      Client client = Client.of(sandbox);
      ObjectNode table = Specs.element(client.spec(client.create(spec)), 1);
      assertThat(Json.strings(table, "order")).containsExactly("z", "f");
    }
  }

  @Test
  void unknownFieldsCanBeLost() {
    ObjectNode spec = spec();
    Specs.element(spec, 0).put("future", 1);
    try (Sandbox kept = start();
        Sandbox lost = start(Quirk.UNKNOWN_FIELDS_DROPPED)) {
      Client keeping = Client.of(kept);
      assertThat(Specs.element(keeping.spec(keeping.create(spec)), 0).has("future")).isTrue();
      Client losing = Client.of(lost);
      assertThat(Specs.element(losing.spec(losing.create(spec)), 0).has("future")).isFalse();
    }
  }

  @Test
  void aPersonsWorkIsNotTouchedByThem() {
    try (Sandbox sandbox = start(Quirk.LAST_COLUMN_DROPPED)) {
      String id = sandbox.person().addDataModel(spec());
      assertThat(Json.objects(Specs.element(sandbox.spec(id), 0), "columns")).hasSize(12);
    }
  }

  private static List<ObjectNode> columns(Quirk quirk) {
    try (Sandbox sandbox = start(quirk)) {
      Client client = Client.of(sandbox);
      return Json.objects(Specs.element(client.spec(client.create(spec())), 0), "columns");
    }
  }

  private static List<String> metricNames(Quirk quirk, int element) {
    try (Sandbox sandbox = start(quirk)) {
      Client client = Client.of(sandbox);
      ObjectNode table = Specs.element(client.spec(client.create(spec())), element);
      return Json.objects(table, "metrics").stream()
          .map(metric -> Json.string(metric, "name"))
          .toList();
    }
  }

  private static Sandbox start(Quirk... quirks) {
    return Sandbox.start(SandboxOptions.defaults().withIds(IdMode.KEEP).withQuirks(quirks));
  }

  /// Two tables, the first with twelve columns, both with a metric "Total".
  private static ObjectNode spec() {
    String[] columns = new String[12];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Specs.column("c" + i, i == 0 ? "[ORDERS/Amount]" : "[ORDERS/Column " + i + "]");
    }
    ObjectNode spec =
        Specs.model(
            "Orders",
            Specs.orders("orders", columns),
            Specs.table(
                "days",
                "{\"kind\": \"table\", \"elementId\": \"orders\"}",
                Specs.column("x", "[ORDERS/Column 1]"),
                Specs.column("y", "[ORDERS/Column 2]"),
                Specs.column("z", "[ORDERS/Amount]")));
    Specs.element(spec, 0)
        .withArray("metrics")
        .add(Specs.parse(Specs.column("m1", "Sum([Amount])", "Amount")))
        .add(Specs.parse(Specs.column("m2", "Sum([Amount])", "Total")));
    Specs.element(spec, 1)
        .withArray("metrics")
        .add(Specs.parse(Specs.column("m", "Sum([Amount]) / 2", "Total")));
    Specs.element(spec, 1)
        .withArray("groupings")
        .add(
            Specs.parse(
                """
                {"id": "g", "groupBy": ["x"],
                 "sort": [{"columnId": "x", "direction": "ascending"}]}
                """));
    return spec;
  }
}
