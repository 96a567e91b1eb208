package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A pull request that tries to get at the credentials, or to approve itself, through the
/// configuration that it brings along.
final class TrustTest {

  private static final String MODEL = "data-models/orders.json";

  @TempDir private Path folder;

  /// Where somebody would like the credentials to be sent. It is on loopback, so that no rule about
  /// hosts is in the way of trying.
  private final Sandbox thief = Sandbox.start();

  @AfterEach
  void close() {
    thief.close();
  }

  private static String configuration(String api, String more) {
    return """
    version: 1
    environments:
      prod:
        branches: [main]
        api: %s
        folder: %s
    %s\
    """
        .formatted(api, Sandbox.PRODUCTION_FOLDER, more);
  }

  private static String model(String columns) {
    return """
    { "name": "Orders", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
      { "id": "t", "kind": "table", "name": "T",
        "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["D", "S", "O"] },
        "columns": [ { "id": "a", "formula": "[O/A]" }%s ] } ] } ] }
    """
        .formatted(Sandbox.CONNECTION, columns);
  }

  private static final String SECOND = ", { \"id\": \"b\", \"formula\": \"[O/B]\" }";

  private static Event pullRequest(Commit base, Commit head) {
    return new Event.PullRequest(7, "synchronize", "main", base, head, false);
  }

  @Test
  void credentialsAreNotSentToTheAddressThatThePullRequestBrings() {
    try (Scene scene = new Scene(folder, IdMode.REMAP).withoutBaseUrl()) {
      Commit base =
          scene.repository.commit(
              "base", Map.of("sigma-dm.yml", configuration(scene.sandbox.baseUrl(), "")));
      Commit head =
          scene.repository.commit(
              "head", Map.of("sigma-dm.yml", configuration(thief.baseUrl(), ""), MODEL, model("")));

      assertThat(scene.execute(pullRequest(base, head))).isEqualTo(new Conclusion.Done());

      assertThat(thief.requests().count()).isZero();
      assertThat(scene.sandbox.requests().count()).isPositive();
      assertThat(scene.conversation.body(7).orElseThrow())
          .contains("`api` of prod changes")
          .contains("1 model to create");
    }
  }

  @Test
  void credentialsAreNotSentAnywhereWhereTheBaseHasNoConfiguration() {
    try (Scene scene = new Scene(folder, IdMode.REMAP).withoutBaseUrl()) {
      Commit base = scene.repository.commit("base", Map.of("README.md", "x"));
      Commit head =
          scene.repository.commit(
              "head", Map.of("sigma-dm.yml", configuration(thief.baseUrl(), ""), MODEL, model("")));

      assertThat(scene.execute(pullRequest(base, head))).isEqualTo(new Conclusion.Done());

      assertThat(thief.requests().count()).isZero();
      assertThat(scene.conversation.body(7).orElseThrow()).contains("without credentials");
    }
  }

  @Test
  void aBranchThatIsNotMappedOnTheBaseGetsNoCredentials() {
    try (Scene scene = new Scene(folder, IdMode.REMAP).withoutBaseUrl()) {
      Commit base =
          scene.repository.commit(
              "base",
              Map.of(
                  "sigma-dm.yml",
                  configuration(scene.sandbox.baseUrl(), "").replace("[main]", "[release]")));
      Commit head =
          scene.repository.commit(
              "head",
              Map.of("sigma-dm.yml", configuration(scene.sandbox.baseUrl(), ""), MODEL, model("")));

      assertThat(scene.execute(pullRequest(base, head))).isEqualTo(new Conclusion.Done());

      assertThat(scene.sandbox.requests().count()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "policy: { breaking: allow }\n",
        "policy: { breaking: warn }\n",
        "policy: { label: mine }\n",
        "state: none\n"
      })
  void aPullRequestDoesNotApproveItself(String policy) {
    try (Scene scene = new Scene(folder, IdMode.REMAP).withoutBaseUrl()) {
      String api = scene.sandbox.baseUrl();
      Commit base =
          scene.repository.commit(
              "base", Map.of("sigma-dm.yml", configuration(api, ""), MODEL, model(SECOND)));
      assertThat(scene.execute(new Event.Push("main", Scene.NOTHING, base)))
          .isEqualTo(new Conclusion.Done());
      Commit head =
          scene.repository.commit(
              "head", Map.of("sigma-dm.yml", configuration(api, policy), MODEL, model("")));
      scene.conversation.label(7, "mine");

      assertThat(scene.execute(pullRequest(base, head)))
          .isEqualTo(new Conclusion.Stopped(FailureReason.NEEDS_APPROVAL));
    }
  }

  @Test
  void theConfigurationCannotAllowAHostNotEvenOnTheBase() {
    try (Scene scene = new Scene(folder, IdMode.REMAP).withoutBaseUrl()) {
      Commit base =
          scene.repository.commit(
              "base",
              Map.of(
                  "sigma-dm.yml",
                  configuration("https://sigma.example.com", ""),
                  MODEL,
                  model("")));

      assertThatThrownBy(() -> scene.execute(new Event.Push("main", Scene.NOTHING, base)))
          .isInstanceOf(Trouble.BadConfiguration.class)
          .hasMessageContaining("sigma.example.com");
    }
  }
}
