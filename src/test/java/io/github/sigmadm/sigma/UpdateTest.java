package io.github.sigmadm.sigma;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.plan.FileChange;
import io.github.sigmadm.spec.DataModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class UpdateTest extends WireMockSigmaTest {

  private static final DataModel CONTENT = model(spec(2, "Orders", "[ORDERS/ORDER_ID]"));
  private static final String BEFORE = spec(7, "Orders", "[ORDERS/Old Id]");
  private static final String OURS =
      spec(8, "Orders", "[ORDERS/Order Id]").replace("\"c1\"", "\"x1\"");
  private static final String THEIRS = spec(8, "Orders", "[ORDERS/Other]");

  private static ResponseDefinitionBuilder success() {
    return okJson("{\"success\": true, \"dataModelId\": \"m1\"}");
  }

  private SigmaModels listed() {
    listedM1();
    var models = models();
    models.list();
    return models;
  }

  private void update() {
    listed().update(M1, 7, CONTENT);
  }

  private void written(ResponseDefinitionBuilder... answers) {
    answers(put(urlPathEqualTo(SPEC)), answers);
  }

  private void read(String... specs) {
    answers(
        get(urlPathEqualTo(SPEC)),
        Stream.of(specs).map(spec -> okJson(spec)).toArray(ResponseDefinitionBuilder[]::new));
  }

  private static void received(int writes, int reads) {
    sigma.verify(writes, putRequestedFor(urlPathEqualTo(SPEC)));
    sigma.verify(reads, getRequestedFor(urlPathEqualTo(SPEC)));
  }

  @Test
  void anUpdateNamesThePlannedVersionAndCarriesTheDocumentOnly() {
    written(success());

    update();

    sigma.verify(
        1,
        putRequestedFor(urlPathEqualTo(SPEC))
            .withRequestBody(
                equalToJson(
                    """
                    {"documentVersion": 7, "schemaVersion": 1, "pages": [
                      {"id": "p1", "name": "Page 1", "elements": [
                        {"id": "e1", "kind": "table",
                         "columns": [{"id": "c1", "formula": "[ORDERS/ORDER_ID]"}]}]}]}
                    """)));
    received(1, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          409 | Conflict
          412 | Precondition failed
          400 | documentVersion 7 is not the latest version (8)
          400 | The version of the document has changed
          """)
  void aModelThatMovedOnIsAConflict(int status, String message) {
    written(error(status, "conflict", message));

    assertThatThrownBy(this::update)
        .isInstanceOf(Trouble.VersionConflict.class)
        .hasMessage(
            "Updating the data model m1 failed: it was planned against version 7, and the model has moved on. Sigma answered "
                + status
                + ": "
                + message
                + " (request req-7)."
                + " Someone changed it in between; nothing was written. Run again to plan against what is live now.");
    received(1, 0);
  }

  @Test
  void aRefusalThatSaysNothingIsAConflictIfTheModelMovedOn() {
    written(error(400, "invalid_request", ""));
    read(THEIRS);

    assertThatThrownBy(this::update)
        .isInstanceOf(Trouble.VersionConflict.class)
        .hasMessageContaining("the model is at version 8 now");
  }

  @Test
  void aRefusalOfTheContentIsNoConflict() {
    written(error(400, "invalid_request", "schemaVersion: Invalid 1: undefined"));
    read(BEFORE);

    assertThatThrownBy(this::update)
        .isInstanceOf(Trouble.Rejected.class)
        .hasMessage(
            "Updating the data model m1 failed: Sigma answered 400: schemaVersion: Invalid 1: undefined (request req-7). The document needs \"schemaVersion\": 1, a number.");
  }

  @Test
  void aModelThatIsGoneIsAConflict() {
    written(error(404, "not_found", "no such model"));

    assertThatThrownBy(this::update)
        .isInstanceOf(Trouble.VersionConflict.class)
        .hasMessageContaining("not there any more");
  }

  @Test
  void aMissingPermissionIsNamed() {
    written(error(403, "forbidden", "You may not edit this"));

    assertThatThrownBy(this::update).isInstanceOf(Trouble.NotAllowed.class);
    received(1, 0);
  }

  private static final List<Named<ResponseDefinitionBuilder>> LOST =
      List.of(
          Named.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
          Named.of("no bytes", aResponse().withFault(Fault.EMPTY_RESPONSE)),
          Named.of("500", error(500, "internal", "oops")),
          Named.of("503 with Retry-After", status(503).withHeader("Retry-After", "1")),
          Named.of("504 as a web page", webPage(504)),
          Named.of("web page with 200", webPage(200)),
          Named.of("empty body", status(200)),
          Named.of("cut JSON", okJson("{\"succ")),
          Named.of("no success", okJson("{\"success\": false}")));

  static List<Named<ResponseDefinitionBuilder>> lostAnswers() {
    return LOST;
  }

  @Test
  void anUpdateThatIsAnsweredTooLateIsDoneIfItArrived() {
    written(success().withFixedDelay(SLOW));
    read(OURS);
    listedM1();
    var models = models(IMPATIENT);
    models.list();

    assertThatCode(() -> models.update(M1, 7, CONTENT)).doesNotThrowAnyException();
    received(1, 1);
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void anUpdateThatArrivedAllTheSameIsDone(ResponseDefinitionBuilder fault) {
    written(fault);
    read(OURS);

    assertThatCode(this::update).doesNotThrowAnyException();
    received(1, 1);
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void anUpdateThatDidNotArriveIsSentOnceMore(ResponseDefinitionBuilder fault) {
    written(fault, success());
    read(BEFORE);

    assertThatCode(this::update).doesNotThrowAnyException();
    received(2, 1);
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void someoneElsesVersionIsAConflict(ResponseDefinitionBuilder fault) {
    written(fault);
    read(THEIRS);

    assertThatThrownBy(this::update)
        .isInstanceOf(Trouble.VersionConflict.class)
        .hasMessageContaining("the model is at version 8 now");
    received(1, 1);
  }

  @Test
  void anUpdateThatWasOnlySlowIsDoneWhenItsRepeatConflicts() {
    written(status(504), error(409, "conflict", "Conflict"));
    read(BEFORE, OURS);

    assertThatCode(this::update).doesNotThrowAnyException();
    received(2, 2);
  }

  @Test
  void anUpdateIsSentTwiceAtMost() {
    written(error(500, "internal", "oops"));
    read(BEFORE);

    assertThatThrownBy(this::update)
        .isInstanceOf(Trouble.OutcomeUnknown.class)
        .hasMessage(
            "Updating the data model m1 failed: Sigma answered 500: oops (request req-7). The model m1 is still at version 7. Run again: what is live is compared with the file then.");
    received(2, 2);
  }

  @Test
  void anOutcomeThatCannotBeReadIsUnknown() {
    written(status(504));
    answers(get(urlPathEqualTo(SPEC)), status(503));

    assertThatThrownBy(this::update)
        .isInstanceOf(Trouble.OutcomeUnknown.class)
        .hasMessageContaining("Reading the model to find out failed too");
    received(1, 5);
  }

  @Test
  void anUpdateThatIsTurnedAwayToTheEndWroteNothing() {
    written(error(429, "rate", "slow down"));

    assertThatThrownBy(this::update)
        .isInstanceOf(Trouble.Unreachable.class)
        .hasMessage(
            "Updating the data model m1 failed: Sigma turns requests away for the load with status 429 (asked 5 times). Try again later, or lower 'max-parallel'.");
    received(5, 0);
  }

  @Test
  void aFileChangeSaysWhatChangesOnly() {
    answers(patch(urlPathEqualTo(FILE)), status(503), okJson("{\"id\": \"m1\"}"));

    models()
        .changeFile(
            M1,
            new FileChange(Optional.of("New"), Optional.of(new FolderId("f2")), Optional.empty()));

    sigma.verify(
        2,
        patchRequestedFor(urlPathEqualTo(FILE))
            .withRequestBody(equalToJson("{\"name\": \"New\", \"parentId\": \"f2\"}")));
  }

  @Test
  void aDescriptionIsRemovedByAnEmptyOne() {
    answers(patch(urlPathEqualTo(FILE)), okJson("{}"));

    models().changeFile(M1, new FileChange(Optional.empty(), Optional.empty(), Optional.of("")));

    sigma.verify(
        patchRequestedFor(urlPathEqualTo(FILE))
            .withRequestBody(equalToJson("{\"description\": \"\"}")));
  }

  @Test
  void noFileChangeIsNoCall() {
    models().changeFile(M1, FileChange.NONE);

    received(0, FILE);
    received(0, TOKEN);
  }

  @Test
  void aFileChangeThatFailsToTheEndIsUnknown() {
    answers(patch(urlPathEqualTo(FILE)), status(502));

    assertThatThrownBy(() ->
            models()
                .changeFile(
                    M1, new FileChange(Optional.of("New"), Optional.empty(), Optional.empty())))
        .isInstanceOf(Trouble.OutcomeUnknown.class)
        .hasMessageStartingWith(
            "Changing the name, folder or description of the data model m1 failed: Sigma answered 502. It was asked 5 times.");
  }
}
