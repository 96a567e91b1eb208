package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.document.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagingTest {

  private static final int TABLES = 120;

  private final Sandbox sandbox = Sandbox.start();
  private final Client client = Client.of(sandbox);
  private String model = "";

  @BeforeAll
  void fill() {
    String[] tables =
        IntStream.range(0, TABLES)
            .mapToObj(i ->
                Specs.table(
                    "t" + i,
                    "{\"kind\": \"warehouse-table\", \"connectionId\": \"c\", \"path\": [\"T"
                        + i
                        + "\"]}",
                    Specs.column("a", "[T" + i + "/Key]")))
            .toArray(String[]::new);
    model = client.create(Specs.model("Wide", tables));
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @Test
  void pagesHaveFiftyEntriesAndTheLastOneHasNoNext() {
    JsonNode first = client.get(columns("")).expect(200).json();
    assertThat(first.path("entries").size()).isEqualTo(50);
    assertThat(Json.string(first, "nextPage")).isNotEmpty();
    JsonNode last = client.get(columns("?page=" + Json.string(first, "nextPage"))).json();
    last = client.get(columns("?page=" + Json.string(last, "nextPage"))).json();
    assertThat(last.path("entries").size()).isEqualTo(TABLES - 100);
    assertThat(last.path("nextPage").isNull()).isTrue();
    assertThat(client.pages(columns(""))).hasSize(TABLES).doesNotHaveDuplicates();
  }

  @Test
  void aLimitIsTakenAndClamped() {
    assertThat(client.get(columns("?limit=7")).json().path("entries").size()).isEqualTo(7);
    assertThat(client.get(columns("?limit=0")).json().path("entries").size()).isEqualTo(1);
    JsonNode all = client.get(columns("?limit=100000")).json();
    assertThat(all.path("entries").size()).isEqualTo(TABLES);
    client.get(columns("?page=none")).expect(400);
  }

  @Test
  void theOtherStyleHasAnOpaqueTokenThatIsAbsentAtTheEnd() {
    String path = "/v2/dataModels/" + model + "/sources";
    List<JsonNode> entries = new ArrayList<>();
    JsonNode page = client.get(path).expect(200).json();
    page.path("entries").forEach(entries::add);
    assertThat(entries).hasSize(50);
    int pages = 1;
    while (page.has("nextPageToken")) {
      String token = Json.string(page, "nextPageToken");
      assertThat(token).doesNotMatch("[0-9]+");
      page = client.get(path + "?pageToken=" + token).expect(200).json();
      page.path("entries").forEach(entries::add);
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(entries).hasSize(TABLES).doesNotHaveDuplicates();
    assertThat(client.get(path + "?pageSize=3").json().path("entries").size()).isEqualTo(3);
    client.get(path + "?pageToken=50").expect(400);
  }

  @Test
  void anUnknownParameterIsIgnored() {
    client.get(columns("?colour=green")).expect(200);
  }

  private String columns(String query) {
    return "/v2/dataModels/" + model + "/columns" + query;
  }
}
