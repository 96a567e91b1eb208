package io.github.sigmadm.sigma;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.flow.LiveElement;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.plan.ModelUse;
import io.github.sigmadm.plan.Workbook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConsumersReadingTest extends WireMockSigmaTest {

  private static final String WORKBOOKS = "/v2/workbooks";
  private static final String SOURCES = "/v2/workbooks/w1/sources";
  private static final String MODEL_SOURCES = "/v2/dataModels/m1/sources";
  private static final Workbook W1 =
      new Workbook("w1", "Weekly sales", Optional.of("https://app.example.com/w1"));
  private static final String ENTRY =
      "{\"workbookId\": \"w1\", \"name\": \"Weekly sales\", \"url\": \"https://app.example.com/w1\"}";
  private static final String USES =
      """
      [{"type": "table", "tableId": "t1"},
       {"type": "data-model", "dataModelId": "m1", "elementIds": ["e1", "e2"]},
       {"type": "data-model", "dataModelId": "m2", "elementIds": [], "versionTagId": "v1"}]
      """;

  private SigmaConsumers consumers() {
    return new SigmaConsumers(caller());
  }

  @Test
  void anAdministratorSeesAllWorkbooksButArchivedOnes() {
    sigma.stubFor(
        get(urlPathEqualTo(WORKBOOKS))
            .withQueryParam("skipPermissionCheck", equalTo("true"))
            .withQueryParam("page", absent())
            .willReturn(
                okJson(
                    "{\"entries\": ["
                        + ENTRY.replace("{", "{\"isArchived\": true, ").replace("w1", "w0")
                        + "], \"nextPage\": \"p2\"}")));
    sigma.stubFor(
        get(urlPathEqualTo(WORKBOOKS))
            .withQueryParam("page", equalTo("p2"))
            .willReturn(okJson("{\"entries\": [" + ENTRY + "]}")));

    assertThat(consumers().workbooks()).containsExactly(W1);
  }

  @Test
  void whoIsNoAdministratorSeesTheirOwn() {
    sigma.stubFor(
        get(urlPathEqualTo(WORKBOOKS))
            .withQueryParam("skipPermissionCheck", absent())
            .willReturn(okJson("{\"entries\": [" + ENTRY + "]}")));
    sigma.stubFor(
        get(urlPathEqualTo(WORKBOOKS))
            .withQueryParam("skipPermissionCheck", equalTo("true"))
            .willReturn(error(403, "forbidden", "no administrator")));

    assertThat(consumers().workbooks()).containsExactly(W1);
  }

  @Test
  void theSourcesOfAWorkbookAreABareListAndAskedForWithoutParameters() {
    answers(to(SOURCES), okJson(USES));

    assertThat(consumers().usesOf(W1))
        .containsExactly(
            new ModelUse(M1, List.of("e1", "e2"), false),
            new ModelUse(new DataModelId("m2"), List.of(), true));
    sigma.verify(1, getRequestedFor(urlEqualTo(SOURCES)));
  }

  @Test
  void theSourcesOfAWorkbookMayBeWrapped() {
    answers(to(SOURCES), okJson("{\"entries\": " + USES + "}"));

    assertThat(consumers().usesOf(W1)).hasSize(2);
  }

  @Test
  void theSourcesOfAModelComeFromAllPages() {
    sigma.stubFor(
        get(urlPathEqualTo(MODEL_SOURCES))
            .withQueryParam("pageToken", absent())
            .willReturn(okJson("{\"entries\": [], \"nextPageToken\": \"2\"}")));
    sigma.stubFor(
        get(urlPathEqualTo(MODEL_SOURCES))
            .withQueryParam("pageToken", equalTo("2"))
            .willReturn(okJson("{\"entries\": " + USES + "}")));

    assertThat(consumers().usesOf(M1)).hasSize(2);
  }

  @Test
  void aModelThatIsGoneUsesNothing() {
    answers(to(MODEL_SOURCES), error(404, "not_found", "gone"));

    assertThat(consumers().usesOf(M1)).isEmpty();
  }

  @Test
  void anAnswerThatIsNoListIsTrouble() {
    answers(to(SOURCES), okJson("{\"sources\": []}"));

    assertThatThrownBy(() -> consumers().usesOf(W1))
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessageContaining("has no 'entries'");
  }

  @Test
  void theElementsOfAModelIncludeThoseThatItsRepresentationLeavesOut() {
    answers(
        to("/v2/dataModels/m1/elements"),
        okJson(
            """
            {"entries": [{"elementId": "e1", "name": "Orders", "type": "table", "columns": ["A"]},
                         {"elementId": "e2", "type": "input-table", "error": "broken"}]}
            """));

    assertThat(models().elements(M1))
        .containsExactly(
            new LiveElement("e1", "Orders", "table", List.of("A"), Optional.empty()),
            new LiveElement("e2", "", "input-table", List.of(), Optional.of("broken")));
  }
}
