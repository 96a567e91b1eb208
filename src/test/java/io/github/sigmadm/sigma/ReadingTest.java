package io.github.sigmadm.sigma;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.flow.LiveColumn;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.match.LiveEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadingTest extends WireMockSigmaTest {

  @Test
  void theListHasAllPagesAndNoArchivedModels() {
    sigma.stubFor(
        get(urlPathEqualTo(MODELS))
            .withQueryParam("page", absent())
            .withQueryParam("limit", equalTo("1000"))
            .willReturn(
                okJson("{\"entries\": [" + entry("m1", "One") + "], \"nextPage\": \"a b&c\"}")));
    sigma.stubFor(
        get(urlPathEqualTo(MODELS))
            .withQueryParam("page", equalTo("a b&c"))
            .willReturn(
                okJson(
                    "{\"entries\": ["
                        + entry("m2", "Two").replace("{", "{\"isArchived\": true,")
                        + ","
                        + entry("m3", "Three")
                        + "], \"nextPage\": 50}")));
    sigma.stubFor(
        get(urlPathEqualTo(MODELS))
            .withQueryParam("page", equalTo("50"))
            .willReturn(okJson("{\"entries\": [], \"hasMore\": true}")));

    assertThat(models().list())
        .containsExactly(
            new LiveEntry(M1, "One", Optional.of("https://app.example.com/m1"), 3),
            new LiveEntry(
                new DataModelId("m3"), "Three", Optional.of("https://app.example.com/m3"), 3));
  }

  @Test
  void aListThatRunsInCirclesEnds() {
    sigma.stubFor(
        get(urlPathEqualTo(MODELS)).willReturn(okJson("{\"entries\": [], \"nextPage\": \"x\"}")));

    assertThatThrownBy(() -> models().list())
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessage(
            "Reading the list of data models failed: Sigma's answer names a next page that came before. Try again; if it stays, the API changed.");
    received(2, MODELS);
  }

  @Test
  void aListedModelIsReadWithOneCall() {
    listedM1();
    answers(to(SPEC), okJson(spec(7, "Orders", "[A/B]")));
    var models = models();
    models.list();

    var model = models.read(M1).orElseThrow();

    assertThat(model.name()).isEqualTo("Orders");
    assertThat(model.folder()).isEqualTo(FOLDER);
    assertThat(model.version()).isEqualTo(7);
    assertThat(model.url()).contains("https://app.example.com/m1");
    assertThat(model.description()).isEmpty();
    assertThat(model.content().tables()).hasSize(1);
    received(1, SPEC);
    received(0, FILE);
  }

  @Test
  void aModelThatWasNotListedMayBeArchived() {
    answers(to(SPEC), okJson(spec(7, "Orders", "[A/B]")));
    answers(
        to(FILE),
        okJson("{\"id\": \"m1\", \"parentId\": \"f1\", \"isArchived\": true}"),
        okJson("{\"id\": \"m1\", \"parentId\": \"f1\", \"isArchived\": false}"));
    var models = models();

    assertThat(models.read(M1)).isEmpty();
    assertThat(models.read(M1)).isPresent();
  }

  @Test
  void aRepresentationWithoutItsFolderIsCompletedFromTheFile() {
    listedM1();
    answers(to(SPEC), okJson(spec(7, "Orders", "x").replace("\"folderId\": \"f1\", ", "")));
    answers(to(FILE), okJson("{\"id\": \"m1\", \"parentId\": \"f1\"}"));
    var models = models();
    models.list();

    assertThat(models.read(M1).orElseThrow().folder()).isEqualTo(FOLDER);
  }

  @Test
  void yamlIsReadWhereJsonWasAskedFor() {
    listedM1();
    answers(
        to(SPEC),
        aResponse()
            .withHeader("Content-Type", "application/yaml")
            .withBody(
                """
                dataModelId: m1
                name: Orders
                documentVersion: 4
                folderId: f1
                schemaVersion: 1
                pages: []
                """));
    var models = models();
    models.list();

    assertThat(models.read(M1).orElseThrow().version()).isEqualTo(4);
  }

  @Test
  void anUnknownModelIsNotThere() {
    answers(to(SPEC), error(404, "not_found", "Data model not found"));

    assertThat(models().read(M1)).isEmpty();
  }

  @Test
  void anUnknownRouteIsNotAMissingModel() {
    answers(to(SPEC), status(404).withHeader("errorcause", "UnmatchedHandler"));

    assertThatThrownBy(() -> models().read(M1))
        .isInstanceOf(Trouble.Rejected.class)
        .hasMessage(
            "Reading the data model m1 failed: Sigma answered 404. This Sigma deployment does not have this endpoint. Check the API address ('api' in sigma-dm.yml, or the input 'base-url').");
  }

  @Test
  void anIdIsOneSegmentOfThePath() {
    answers(to("/v2/dataModels/..%2F..%2Fadmin%3Fx/spec"), error(404, "not_found", "no"));

    assertThat(models().read(new DataModelId("../../admin?x"))).isEmpty();
    received(1, "/v2/dataModels/..%2F..%2Fadmin%3Fx/spec");
  }

  @Test
  void columnsAreThoseOfAllPages() {
    answers(
        to(COLUMNS),
        okJson(
            """
            {"entries": [
              {"columnId": "c1", "elementId": "e1", "name": "One", "type": {"type": "text"}},
              {"columnId": "c2", "elementId": "e1", "label": "Two", "type": {"type": "error", "message": "?"}}],
             "nextPage": "2"}
            """),
        okJson(
            """
            {"entries": [{"columnId": "c1", "elementId": "e2", "type": "error"}], "nextPage": null}
            """));

    assertThat(models().columns(M1))
        .containsExactly(
            new LiveColumn("e1", "c1", "One", false),
            new LiveColumn("e1", "c2", "Two", true),
            new LiveColumn("e2", "c1", "c1", true));
  }

  private static final List<Named<ResponseDefinitionBuilder>> PASSING =
      List.of(
          Named.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
          Named.of("no bytes", aResponse().withFault(Fault.EMPTY_RESPONSE)),
          Named.of("broken chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
          Named.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
          Named.of("408", status(408)),
          Named.of("425", status(425)),
          Named.of("429", error(429, "rate", "slow down")),
          Named.of("429 with seconds", status(429).withHeader("Retry-After", "5")),
          Named.of(
              "429 with date",
              status(429).withHeader("Retry-After", "Thu, 01 Oct 2026 08:00:09 GMT")),
          Named.of("430 as a web page", webPage(430)),
          Named.of("500", error(500, "internal", "oops")),
          Named.of("502 as a web page", webPage(502)),
          Named.of("503", status(503)),
          Named.of("504", status(504)),
          Named.of("web page with 200", webPage(200)),
          Named.of("challenge page", webPage(403)),
          Named.of("empty body", status(200)),
          Named.of("cut JSON", okJson("{\"entries\": [{\"dataModelId\": \"m1\", \"na")),
          Named.of("not an object", okJson("[]")),
          Named.of("plain text", status(200).withBody("upstream connect error")));

  static List<Named<ResponseDefinitionBuilder>> passingFaults() {
    return PASSING;
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void aFaultThatPassesIsNotNoticed(ResponseDefinitionBuilder fault) {
    answers(to(MODELS), fault, list(entry("m1", "One")));

    assertThat(models().list()).hasSize(1);
    received(2, MODELS);
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void aFaultThatStaysIsTold(ResponseDefinitionBuilder fault) {
    answers(to(MODELS), fault);

    assertThatThrownBy(() -> models().list())
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessageStartingWith("Reading the list of data models failed: ");
    // The JDK's client asks once more by itself when a used connection turns out to be dead.
    sigma.verify(moreThanOrExactly(5), getRequestedFor(urlPathEqualTo(MODELS)));
    sigma.verify(lessThanOrExactly(10), getRequestedFor(urlPathEqualTo(MODELS)));
  }

  @Test
  void anAnswerThatIsNotThereInTimeIsAskedForAgain() {
    answers(
        to(MODELS),
        list().withFixedDelay(SLOW),
        list().withChunkedDribbleDelay(3, SLOW),
        list(entry("m1", "One")));

    assertThat(models(IMPATIENT).list()).hasSize(1);
    received(3, MODELS);
  }

  @Test
  void aReadIsPutOffAsLongAsSigmaAsks() {
    answers(
        to(MODELS), status(429).withHeader("Retry-After", "Thu, 01 Oct 2026 08:00:09 GMT"), list());

    models().list();

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(10));
  }

  @Test
  void aMissingPermissionIsNamed() {
    answers(to(MODELS), error(403, "forbidden", "Not allowed"));

    assertThatThrownBy(() -> models().list())
        .isInstanceOf(Trouble.NotAllowed.class)
        .hasMessageStartingWith(
            "Reading the list of data models failed: Sigma answered 403: Not allowed (request req-7).");
    received(1, MODELS);
  }

  @Test
  void anAnswerOfAnotherShapeIsTold() {
    answers(to(MODELS), okJson("{\"entries\": \"none\"}"));

    assertThatThrownBy(() -> models().list())
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessageContaining("Sigma's answer has no 'entries'");
  }

  @Test
  void anEntryWithoutAnIdIsTold() {
    answers(to(MODELS), list("{\"name\": \"One\", \"latestVersion\": 1}"));

    assertThatThrownBy(() -> models().list())
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessageContaining("Sigma's answer lacks 'dataModelId'");
  }
}
