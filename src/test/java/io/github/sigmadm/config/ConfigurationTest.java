package io.github.sigmadm.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.config.ConfigurationReader.Result;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.testing.GoldenCases;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationTest {

  private static final RepositoryPath FILE = new RepositoryPath("sigma-dm.yml");

  /// The example of the contract, with real ids.
  static final String FULL =
      """
      version: 1
      environments:
        dev:
          branches: [develop, "feature/**"]
          api: aws-us-west            # a published region, or an https URL
          credentials: DEV            # prefix, optional
          folder: 72a56f98-6c10-4a07-8795-b7661ffc5226
          variables: { CONNECTION_ID: 6036a5a7-0000-4000-8000-000000000000, DATABASE: DEV_DB, YEAR: 2026, DAY: 2026-01-31, ON: yes }
          replace:
            connections: { "d61d33dd": "6036a5a7" }
            schemas: { LIVE: DEV }
        prod:
          branches: [main, "release/*"]
          preview: { folder: 11111111-2222-3333-4444-555555555555 }
          tag: production
      models:
        data-models/orders.json: { prod: { id: 0983d911, folder: 72a56f98-6c10-4a07-8795-b7661ffc5226 } }
      policy:
        breaking: block
        security: allow
        label: reviewed
        drift: keep
        plan-changed: block
        prune: true
        verify: "off"
      state: none
      """;

  @TestFactory
  Stream<DynamicTest> mistakesAreToldAtTheirPlace() {
    return GoldenCases.of(
        "config/mistakes.txt", text -> GoldenCases.shown(read(text).diagnostics()));
  }

  @Test
  void everythingThatTheContractNamesIsRead() {
    Result result = read(FULL);
    assertThat(GoldenCases.shown(result.diagnostics())).isEmpty();
    Configuration configuration = result.configuration();
    assertThat(configuration.environments())
        .extracting(each -> each.name().value())
        .containsExactly("dev", "prod");
    Environment dev = configuration.environments().getFirst();
    assertThat(dev.branches()).extracting(Glob::text).containsExactly("develop", "feature/**");
    assertThat(dev.api()).contains("aws-us-west");
    assertThat(dev.credentials()).contains("DEV");
    assertThat(dev.folder()).contains(new FolderId("72a56f98-6c10-4a07-8795-b7661ffc5226"));
    assertThat(dev.variables())
        .hasToString(
            "{CONNECTION_ID=6036a5a7-0000-4000-8000-000000000000, DATABASE=DEV_DB, YEAR=2026, DAY=2026-01-31, ON=yes}");
    assertThat(dev.replacements()).hasToString("{d61d33dd=6036a5a7, LIVE=DEV}");
    assertThat(dev.preview()).isEmpty();
    assertThat(dev.tag()).isEmpty();
    Environment prod = configuration.environments().getLast();
    assertThat(prod.preview()).contains(new FolderId("11111111-2222-3333-4444-555555555555"));
    assertThat(prod.tag()).contains("production");
    assertThat(configuration.policy())
        .isEqualTo(
            new Policy(
                Policy.Approval.BLOCK,
                Policy.Approval.ALLOW,
                "reviewed",
                Policy.Drift.KEEP,
                Policy.PlanChanged.BLOCK,
                true,
                Policy.Verify.OFF));
    assertThat(configuration.state()).isEqualTo(StateMode.NONE);
    RepositoryPath orders = new RepositoryPath("data-models/orders.json");
    assertThat(configuration.override(orders, prod.name()).id())
        .contains(new DataModelId("0983d911"));
    assertThat(configuration.override(orders, dev.name())).isEqualTo(ModelOverride.NONE);
  }

  @Test
  void whatIsNotSaidHasTheDefaultsOfTheContract() {
    Configuration configuration =
        read("version: 1\nenvironments: {dev: {branches: main}}").configuration();
    assertThat(configuration.specs())
        .extracting(Glob::text)
        .containsExactly("data-models/**/*.{json,yml,yaml}", "**/*.sigma.{json,yml,yaml}");
    assertThat(configuration.exclude()).extracting(Glob::text).containsExactly("**/_*");
    assertThat(configuration.policy())
        .hasToString(
            "Policy[breaking=LABEL, security=LABEL, label=sigma-approved, drift=BLOCK,"
                + " planChanged=WARN, prune=false, verify=ROLLBACK]");
    assertThat(configuration.state()).isEqualTo(StateMode.GIT);
    assertThat(configuration.environments().getFirst().branches())
        .extracting(Glob::text)
        .containsExactly("main");
  }

  @Test
  void lookupsAreOnUnlessSwitchedOff() {
    assertThat(read("version: 1").configuration().checks()).isEqualTo(new Lookups(true, true, 200));
    assertThat(
            read("version: 1\nchecks: {warehouse: false, impact: false, impact-limit: 3}")
                .configuration()
                .checks())
        .isEqualTo(new Lookups(false, false, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "many", "10001", "true"})
  void aLimitIsAWholeNumberFromOneOn(String limit) {
    Result result = read("version: 1\nchecks: {impact-limit: " + limit + "}");
    assertThat(result.diagnostics()).extracting(Diagnostic::code).contains("wrong-type");
    assertThat(result.configuration().checks()).isEqualTo(Lookups.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "data-models/orders.json, true",
    "data-models/a/b/orders.yaml, true",
    "data-models/orders.txt, false",
    "orders.json, false",
    "orders.sigma.yml, true",
    "a/b/orders.sigma.json, true",
    "data-models/_draft.json, false",
    "_draft.sigma.json, false",
    "data-models/a_b.json, true",
  })
  void theDefaultsFindSpecs(String path, boolean isSpec) {
    assertThat(ConfigurationReader.DEFAULT.isSpec(new RepositoryPath(path))).isEqualTo(isSpec);
  }

  @Test
  void aBranchHasTheEnvironmentsWhosePatternsItFits() {
    Configuration configuration = read(FULL).configuration();
    assertThat(configuration.environmentsFor("main"))
        .extracting(each -> each.name().value())
        .containsExactly("prod");
    assertThat(configuration.environmentsFor("feature/a/b"))
        .extracting(each -> each.name().value())
        .containsExactly("dev");
    assertThat(configuration.environmentsFor("release/1/2")).isEmpty();
    assertThat(configuration.environmentsFor("other")).isEmpty();
    Configuration overlapping =
        read("version: 1\nenvironments: {a: {branches: ['x/**']}, b: {branches: ['*/y']}}")
            .configuration();
    assertThat(overlapping.environmentsFor("x/y"))
        .extracting(each -> each.name().value())
        .containsExactly("a", "b");
  }

  @Test
  void jsonWillDoToo() {
    Result result =
        ConfigurationReader.read(
            new RepositoryPath("sigma-dm.json"),
            "{\"version\": 1, \"environments\": {\"dev\": {\"branches\": [\"main\"]}}}"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.configuration().environment(new EnvironmentName("dev"))).isPresent();
  }

  @Test
  void wrongPartsDoNotHideTheRest() {
    Result result =
        read("version: 1\nspecs: 3\nenvironments: {dev: {branches: main, folder: x}, '!': {}}\n");
    assertThat(result.hasErrors()).isTrue();
    assertThat(result.configuration().environments()).hasSize(1);
    assertThat(result.configuration().environments().getFirst().folder())
        .isEqualTo(Optional.empty());
  }

  private static Result read(String text) {
    return ConfigurationReader.read(FILE, text.getBytes(StandardCharsets.UTF_8));
  }
}
