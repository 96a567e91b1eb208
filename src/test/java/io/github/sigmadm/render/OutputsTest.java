package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.plan.Plan;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The outputs are those of the contract, in its words.
final class OutputsTest {

  private static final Outputs.Places PLACES =
      new Outputs.Places(
          Optional.of("out/plan.json"), Optional.of("out/report.html"), Optional.empty());

  @Test
  void aPlanGivesPlainCountsAndFilesForWhatIsLarge() {
    Map<String, String> outputs =
        Outputs.of(new Conclusion.Stopped(FailureReason.NEEDS_APPROVAL), Samples.update(), PLACES);
    assertThat(outputs)
        .containsExactly(
            Map.entry("result", "blocked"),
            Map.entry("failure-reason", "needs-approval"),
            Map.entry("environment", "prod"),
            Map.entry("has-changes", "true"),
            Map.entry("has-breaking", "true"),
            Map.entry("creates", "1"),
            Map.entry("updates", "3"),
            Map.entry("deletes", "1"),
            Map.entry("unchanged", "0"),
            Map.entry("failed", "0"),
            Map.entry("plan-file", "out/plan.json"),
            Map.entry("report-file", "out/report.html"),
            Map.entry("comment-url", ""),
            Map.entry("models", outputs.getOrDefault("models", "")));
    assertThat(outputs.get("models"))
        .startsWith(
            "[{\"path\":\"data-models/customers.json\",\"action\":\"create\",\"dataModelId\":null,"
                + "\"url\":null,\"version\":null},{\"path\":\"data-models/hr/payroll.json\",")
        .contains(
            "{\"path\":\"data-models/orders.json\",\"action\":\"update\","
                + "\"dataModelId\":\"0983d911-5a37-4c1e-9d55-2c7c2f4c9a01\","
                + "\"url\":\"https://app.sigmacomputing.com/acme/data-model/Orders-4xYz\","
                + "\"version\":7}");
  }

  @Test
  void aReportTellsWhatIsLiveNow() {
    Map<String, String> outputs =
        Outputs.of(new Conclusion.Done(), Samples.deployed(), Outputs.Places.NONE);
    assertThat(outputs).containsEntry("result", "success").containsEntry("failed", "0");
    assertThat(outputs.get("models"))
        .contains(
            "\"path\":\"data-models/customers.json\",\"action\":\"create\",\"dataModelId\":\"0d1")
        .contains("/data-model/orders\",\"version\":8}");
  }

  @Test
  void aReportCountsTheModelsThatAreNotAsSpecified() {
    assertThat(
            Outputs.of(
                new Conclusion.Stopped(FailureReason.PARTIAL),
                Samples.partial(),
                Outputs.Places.NONE))
        .containsEntry("failed", "4")
        .containsEntry("result", "failed");
  }

  @Test
  void aPlanCountsTheModelsThatNothingCanBePlannedFor() {
    assertThat(
            Outputs.of(
                new Conclusion.Stopped(FailureReason.INVALID_SPEC), Samples.invalid(), PLACES))
        .containsEntry("failed", "2")
        .containsEntry("unchanged", "2")
        .containsEntry("has-changes", "false");
  }

  @Test
  void withoutAPlanEveryOutputIsThereAllTheSame() {
    Plan plan = Samples.unchanged();
    Map<String, String> outputs =
        Outputs.of(new Conclusion.Stopped(FailureReason.BAD_CONFIG), Outputs.Places.NONE);
    assertThat(outputs.keySet())
        .containsExactlyElementsOf(Outputs.of(new Conclusion.NothingToDo(), plan, PLACES).keySet());
    assertThat(outputs)
        .containsEntry("creates", "0")
        .containsEntry("has-breaking", "false")
        .containsEntry("models", "[]");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_SPEC, invalid-spec, invalid, 1",
    "BAD_CONFIG, bad-config, failed, 2",
    "BAD_CREDENTIALS, bad-credentials, failed, 2",
    "UNREACHABLE, unreachable, failed, 2",
    "NEEDS_APPROVAL, needs-approval, blocked, 3",
    "DRIFT, drift, blocked, 3",
    "AMBIGUOUS_MODEL, ambiguous-model, conflict, 4",
    "LOSSY_MODEL, lossy-model, failed, 4",
    "CONFLICT, conflict, conflict, 4",
    "VERIFICATION_FAILED, verification-failed, failed, 4",
    "PARTIAL, partial, failed, 4",
    "INTERNAL, internal, failed, 5"
  })
  void everyReasonHasItsWordItsResultAndItsExitCode(
      FailureReason reason, String word, String result, int exitCode) {
    Conclusion conclusion = new Conclusion.Stopped(reason);
    assertThat(reason.word()).isEqualTo(word);
    assertThat(conclusion.result().word()).isEqualTo(result);
    assertThat(conclusion.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void successHasNoReason() {
    assertThat(new Conclusion.Done().result().word()).isEqualTo("success");
    assertThat(new Conclusion.NothingToDo().result().word()).isEqualTo("no-changes");
    assertThat(new Conclusion.NothingToDo().exitCode()).isZero();
    assertThat(new Conclusion.Done().failureReason()).isEmpty();
  }
}
