package io.github.sigmadm.sigma;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.sigmadm.check.warehouse.CatalogueEntry;
import io.github.sigmadm.check.warehouse.TableAddress;
import io.github.sigmadm.flow.Trouble;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogueReadingTest extends WireMockSigmaTest {

  private static final String LOOKUP = "/v2/connection/c1/lookup";
  private static final String TABLE_COLUMNS = "/v2/connections/tables/t1/columns";
  private static final String PATHS = "/v2/connections/paths";
  private static final TableAddress ORDERS =
      new TableAddress("c1", List.of("SHOP", "SALES", "ORDERS"));
  private static final String FOUND =
      """
      {"kind": "table", "inodeId": "t1", "url": "https://app.example.com/shop/t/ORDERS-x-2Kdf3z"}
      """;

  private SigmaWarehouse warehouse() {
    return new SigmaWarehouse(caller());
  }

  @Test
  void aTableIsFoundWithTheIdThatAddressesEndWith() {
    sigma.stubFor(post(urlPathEqualTo(LOOKUP)).willReturn(okJson(FOUND)));

    assertThat(warehouse().lookup(ORDERS))
        .contains(new CatalogueEntry("table", "t1", Optional.of("2Kdf3z")));
    sigma.verify(
        postRequestedFor(urlPathEqualTo(LOOKUP))
            .withRequestBody(equalToJson("{\"path\": [\"SHOP\", \"SALES\", \"ORDERS\"]}")));
  }

  @Test
  void aTableWithoutAnAddressIsFoundAllTheSame() {
    answers(to(LOOKUP), okJson("{\"kind\": \"table\", \"inodeId\": \"t1\"}"));

    assertThat(warehouse().lookup(ORDERS))
        .contains(new CatalogueEntry("table", "t1", Optional.empty()));
  }

  @Test
  void whatDoesNotExistIsNoTrouble() {
    answers(to(LOOKUP), error(404, "not_found", "Path not found"));
    answers(to(TABLE_COLUMNS), error(404, "not_found", "Table not found"));

    assertThat(warehouse().lookup(ORDERS)).isEmpty();
    assertThat(warehouse().columns("t1")).isEmpty();
  }

  @Test
  void anEndpointThatDoesNotExistIsTrouble() {
    answers(to(LOOKUP), WireMock.status(404).withHeader("errorcause", "UnmatchedHandler"));

    assertThatThrownBy(() -> warehouse().lookup(ORDERS))
        .isInstanceOf(Trouble.Rejected.class)
        .hasMessageContaining("does not have this endpoint");
  }

  @Test
  void aRefusalSaysWhatThePersonNeeds() {
    answers(to(LOOKUP), error(403, "forbidden", "no"));

    assertThatThrownBy(() -> warehouse().lookup(ORDERS))
        .isInstanceOf(Trouble.NotAllowed.class)
        .hasMessageStartingWith("Looking up SHOP.SALES.ORDERS in the connection c1 failed: ")
        .hasMessageEndingWith("The owner of the credentials needs Can use on the connection.");
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatPassesIsAskedAgain(ResponseDefinitionBuilder fault) {
    answers(to(LOOKUP), fault, okJson(FOUND));

    assertThat(warehouse().lookup(ORDERS)).isPresent();
    received(2, LOOKUP);
  }

  static List<Named<ResponseDefinitionBuilder>> passing() {
    return List.of(
        Named.of("busy", error(429, "too_many", "slow down")),
        Named.of("down", error(503, "down", "later")),
        Named.of("a web page", webPage(200)),
        Named.of(
            "cut short", ok("{\"kind\": \"tab").withHeader("Content-Type", "application/json")),
        Named.of("nothing", ok("")));
  }

  @Test
  void yamlIsReadWhereJsonWasAskedFor() {
    answers(
        to(LOOKUP),
        ok("kind: table\ninodeId: t1\n").withHeader("Content-Type", "application/yaml"));

    assertThat(warehouse().lookup(ORDERS)).map(CatalogueEntry::id).contains("t1");
  }

  @Test
  void columnsComeFromAllPagesByToken() {
    sigma.stubFor(
        get(urlPathEqualTo(TABLE_COLUMNS))
            .withQueryParam("pageToken", absent())
            .withQueryParam("pageSize", equalTo("500"))
            .willReturn(okJson("{\"entries\": [{\"name\": \"A\"}], \"nextPageToken\": \"x/y=\"}")));
    sigma.stubFor(
        get(urlPathEqualTo(TABLE_COLUMNS))
            .withQueryParam("pageToken", equalTo("x/y="))
            .willReturn(okJson("{\"entries\": [{\"name\": \"B C\"}]}")));

    assertThat(warehouse().columns("t1")).contains(List.of("A", "B C"));
  }

  @Test
  void columnsComeFromAllPagesWhereTheyAreNumberedAllTheSame() {
    sigma.stubFor(
        get(urlPathEqualTo(TABLE_COLUMNS))
            .withQueryParam("page", absent())
            .willReturn(okJson("{\"entries\": [{\"name\": \"A\"}], \"nextPage\": \"50\"}")));
    sigma.stubFor(
        get(urlPathEqualTo(TABLE_COLUMNS))
            .withQueryParam("page", equalTo("50"))
            .willReturn(okJson("{\"entries\": [{\"name\": \"B\"}], \"nextPage\": null}")));

    assertThat(warehouse().columns("t1")).contains(List.of("A", "B"));
  }

  @Test
  void aListOfColumnsThatRunsInCirclesEnds() {
    answers(to(TABLE_COLUMNS), okJson("{\"entries\": [], \"nextPageToken\": \"again\"}"));

    assertThatThrownBy(() -> warehouse().columns("t1"))
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessageContaining("names a next page that came before");
    received(2, TABLE_COLUMNS);
  }

  @Test
  void pathsAreReadNoFurtherThanIsEnough() {
    sigma.stubFor(
        get(urlPathEqualTo(PATHS))
            .withQueryParam("connectionId", equalTo("c1"))
            .willReturn(
                okJson(
                    """
                    {"entries": [{"connectionId": "c1", "path": ["SHOP", "SALES", "ORDERS"]},
                                 {"connectionId": "c2", "path": ["X"]}], "nextPage": "2"}
                    """)));

    assertThat(warehouse().paths("c1", 2)).containsExactly(List.of("SHOP", "SALES", "ORDERS"));
    received(1, PATHS);
  }
}
