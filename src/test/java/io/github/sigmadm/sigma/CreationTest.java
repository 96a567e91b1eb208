package io.github.sigmadm.sigma;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.spec.DataModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreationTest extends WireMockSigmaTest {

  private static final DataModelId M9 = new DataModelId("m9");
  private static final DataModel CONTENT = model(spec(3, "Exported", "[A/B]"));

  private DataModelId create() {
    return models().create("Orders", FOLDER, Optional.of("All orders"), CONTENT);
  }

  private static ResponseDefinitionBuilder made(String id) {
    return okJson("{\"success\": true, \"dataModelId\": \"" + id + "\"}");
  }

  /// A model that can be read, in a folder.
  private void lives(String id, String folder) {
    answers(
        to("/v2/dataModels/" + id + "/spec"),
        okJson(spec(1, "Orders", "[A/B]").replace("\"f1\"", "\"" + folder + "\"")));
  }

  @Test
  void aModelIsMadeFromTheDocumentWithoutTheMetadataOfItsExport() {
    answers(to(MODELS), list());
    answers(to(CREATE), made("m9"));

    assertThat(create()).isEqualTo(M9);
    sigma.verify(
        1,
        postRequestedFor(urlPathEqualTo(CREATE))
            .withRequestBody(
                equalToJson(
                    """
                    {"name": "Orders", "folderId": "f1", "description": "All orders",
                     "schemaVersion": 1, "pages": [
                       {"id": "p1", "name": "Page 1", "elements": [
                         {"id": "e1", "kind": "table",
                          "columns": [{"id": "c1", "formula": "[A/B]"}]}]}]}
                    """)));
    received(1, MODELS);
  }

  @Test
  void theIdIsReadFromYamlToo() {
    answers(to(MODELS), list());
    answers(
        to(CREATE),
        aResponse()
            .withHeader("Content-Type", "application/yaml")
            .withBody("success: true\ndataModelId: m9\n"));

    assertThat(create()).isEqualTo(M9);
  }

  private static final List<Named<ResponseDefinitionBuilder>> LOST =
      List.of(
          Named.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
          Named.of("no bytes", aResponse().withFault(Fault.EMPTY_RESPONSE)),
          Named.of("broken chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
          Named.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
          Named.of("408", status(408)),
          Named.of("500", error(500, "internal", "oops")),
          Named.of("502 as a web page", webPage(502)),
          Named.of("503 with Retry-After", status(503).withHeader("Retry-After", "1")),
          Named.of("504", status(504)),
          Named.of("web page with 200", webPage(200)),
          Named.of("empty body", status(200)),
          Named.of("cut JSON", okJson("{\"success\": true, \"dataMod")),
          Named.of("no id", okJson("{\"success\": true}")));

  static List<Named<ResponseDefinitionBuilder>> lostAnswers() {
    return LOST;
  }

  @Test
  void aModelThatIsMadeSlowlyIsFound() {
    answers(to(MODELS), list(), list(entry("m9", "Orders")));
    answers(to(CREATE), made("m9").withFixedDelay(SLOW));
    lives("m9", "f1");

    assertThat(models(IMPATIENT).create("Orders", FOLDER, Optional.empty(), CONTENT)).isEqualTo(M9);
    received(1, CREATE);
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void aModelThatWasMadeAllTheSameIsFoundAndNotMadeAgain(ResponseDefinitionBuilder fault) {
    answers(
        to(MODELS),
        list(entry("m1", "Orders")),
        list(entry("m1", "Orders"), entry("m9", "Orders")));
    answers(to(CREATE), fault);
    lives("m9", "f1");

    assertThat(create()).isEqualTo(M9);
    received(1, CREATE);
    received(2, MODELS);
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void aModelThatWasNotMadeIsMadeOnceMore(ResponseDefinitionBuilder fault) {
    answers(to(MODELS), list(entry("m1", "Orders")));
    answers(to(CREATE), fault, made("m9"));

    assertThat(create()).isEqualTo(M9);
    received(2, CREATE);
  }

  @Test
  void aListThatHasLostAllThatWasThereIsNoProofThatNothingWasMade() {
    answers(to(MODELS), list(entry("m1", "Customers")), list());
    answers(to(CREATE), status(502));

    assertThatThrownBy(this::create)
        .isInstanceOf(Trouble.OutcomeUnknown.class)
        .hasMessageContaining("none of those that were there before");
    received(1, CREATE);
  }

  @Test
  void aModelThatAppearsLateIsWaitedFor() {
    answers(to(MODELS), list(), list(), list(), list(entry("m9", "Orders")));
    answers(to(CREATE), status(504));
    lives("m9", "f1");

    assertThat(create()).isEqualTo(M9);
    received(1, CREATE);
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aModelOfThatNameInAnotherFolderIsNotOurs() {
    answers(to(MODELS), list(), list(entry("m5", "Orders")));
    answers(to(CREATE), status(504), made("m9"));
    lives("m5", "f2");

    assertThat(create()).isEqualTo(M9);
  }

  @Test
  void twoModelsThatAppearAreNotChosenFrom() {
    answers(to(MODELS), list(), list(entry("m8", "Orders"), entry("m9", "Orders")));
    answers(to(CREATE), status(504));
    lives("m8", "f1");
    lives("m9", "f1");

    assertThatThrownBy(this::create)
        .isInstanceOf(Trouble.OutcomeUnknown.class)
        .hasMessageContaining("2 models of that name have appeared in the folder (m8, m9)");
    received(1, CREATE);
  }

  @Test
  void aCreateIsSentTwiceAtMost() {
    answers(to(MODELS), list());
    answers(to(CREATE), error(500, "internal", "oops"));

    assertThatThrownBy(this::create)
        .isInstanceOf(Trouble.OutcomeUnknown.class)
        .hasMessage(
            "Creating the data model 'Orders' in the folder f1 failed: Sigma answered 500: oops (request req-7). No model named 'Orders' has appeared in the folder f1. Run again: if it appears late, it is found by its name and folder.");
    received(2, CREATE);
  }

  @Test
  void whenTheFirstCreateWasOnlySlowTheSecondModelGoes() {
    answers(
        to(MODELS),
        list(),
        list(),
        list(),
        list(),
        list(),
        list(),
        list(entry("m8", "Orders"), entry("m9", "Orders")));
    answers(to(CREATE), status(504), made("m9"));
    answers(to("/v2/files/m9"), okJson("{}"));
    lives("m8", "f1");
    lives("m9", "f1");

    assertThat(create()).isEqualTo(new DataModelId("m8"));
    received(1, "/v2/files/m9");
    received(0, "/v2/files/m8");
  }

  @Test
  void aLookUpThatFailsLeavesTheOutcomeUnknown() {
    answers(to(MODELS), list(), status(503));
    answers(to(CREATE), status(504));

    assertThatThrownBy(this::create)
        .isInstanceOf(Trouble.OutcomeUnknown.class)
        .hasMessageContaining("Looking for it failed too")
        .hasMessageContaining("Run again");
    received(1, CREATE);
  }

  @ParameterizedTest
  @ValueSource(ints = {425, 429, 430})
  void aCreateThatIsTurnedAwayForTheLoadIsRepeatedWithoutALook(int status) {
    answers(to(MODELS), list());
    answers(to(CREATE), status(status), made("m9"));

    assertThat(create()).isEqualTo(M9);
    received(2, CREATE);
    received(1, MODELS);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 413, 414, 422})
  void aRefusedCreateIsNotRepeated(int status) {
    answers(to(MODELS), list());
    answers(to(CREATE), error(status, "invalid_request", "Unknown function 'Foo'"));

    assertThatThrownBy(this::create)
        .isInstanceOf(Trouble.Rejected.class)
        .hasMessageStartingWith(
            "Creating the data model 'Orders' in the folder f1 failed: Sigma answered "
                + status
                + ": Unknown function 'Foo' (request req-7).");
    received(1, CREATE);
  }

  @Test
  void aCreateWithARefusedTokenIsSentWithANewOne() {
    answers(to(TOKEN), token("token-1"), token("token-2"));
    answers(to(MODELS), list());
    answers(to(CREATE), error(401, "unauthorized", "expired"), made("m9"));

    assertThat(create()).isEqualTo(M9);
    received(2, CREATE);
  }

  @Test
  void aFirewallsPageIsNotARefusalOfTheModel() {
    answers(to(MODELS), list());
    answers(to(CREATE), webPage(403));

    assertThatThrownBy(this::create)
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessageContaining("A proxy or firewall is in the way");
    received(1, CREATE);
  }
}
