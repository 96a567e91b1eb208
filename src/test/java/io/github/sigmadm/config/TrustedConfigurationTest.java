package io.github.sigmadm.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A pull request cannot send credentials elsewhere or approve itself.
final class TrustedConfigurationTest {

  private static final String BASE =
      """
      version: 1
      environments:
        prod:
          branches: [main]
          api: aws-us-west
          credentials: PROD
          folder: 72a56f98-6c10-4a07-8795-b7661ffc5226
          variables: {DB: LIVE}
          replace: {connections: {a: b}}
          preview: {folder: 11111111-2222-3333-4444-555555555555}
          tag: production
      policy: {breaking: label}
      """;

  private static final EnvironmentName PROD = new EnvironmentName("prod");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[main]       | [main, mine]  | `branches` of prod changes from [main] to [main, mine].",
        "aws-us-west  | https://evil.example | `api` of prod changes from aws-us-west to https://evil.example.",
        "credentials: PROD | credentials: DEV | `credentials` of prod changes from PROD to DEV.",
        "credentials: PROD | # none      | `credentials` of prod changes from PROD to nothing.",
        "11111111-    | 99999999-     | `preview` of prod changes from 11111111-2222-3333-4444-555555555555 to 99999999-2222-3333-4444-555555555555.",
        "tag: production | tag: x     | `tag` of prod changes from production to x.",
        "{breaking: label} | {breaking: allow} | `policy.breaking` changes from label to allow.",
        "{breaking: label} | {security: allow} | `policy.security` changes from label to allow.",
        "{breaking: label} | {label: mine} | `policy.label` changes from sigma-approved to mine.",
        "{breaking: label} | {drift: overwrite} | `policy.drift` changes from block to overwrite.",
        "{breaking: label} | {plan-changed: block} | `policy.plan-changed` changes from warn to block.",
        "{breaking: label} | {prune: true} | `policy.prune` changes from false to true.",
        "{breaking: label} | {verify: off} | `policy.verify` changes from rollback to off.",
        "version: 1   | {version: 1, state: none, | `state` changes from git to none.",
      })
  void whatDecidesIsOfTheBaseAndItsChangeIsTold(String from, String to, String told) {
    String head = BASE.replace(from, to);
    if (to.startsWith("{version")) {
      head = BASE.replace("version: 1\n", "version: 1\nstate: none\n");
    }
    assertThat(head).isNotEqualTo(BASE);
    TrustedConfiguration trusted = TrustedConfiguration.of(read(BASE), read(head));
    assertThat(trusted.configuration()).isEqualTo(read(BASE));
    assertThat(trusted.waiting()).containsExactly(told);
  }

  @Test
  void theRestIsOfTheHead() {
    Configuration head =
        read(
            BASE.replace("72a56f98", "99999999").replace("LIVE", "NEW").replace("{a: b}", "{a: c}")
                + "specs: ['x/*.json']\nexclude: []\nmodels: {x/a.json: {prod: {id: i}}}\n");
    TrustedConfiguration trusted = TrustedConfiguration.of(read(BASE), head);
    assertThat(trusted.configuration()).isEqualTo(head);
    assertThat(trusted.waiting()).isEmpty();
  }

  @Test
  void aNewEnvironmentIsNotThereBeforeTheMerge() {
    Configuration head =
        read(BASE.replace("  prod:", "  mine: {branches: [x], credentials: PROD}\n  prod:"));
    TrustedConfiguration trusted = TrustedConfiguration.of(read(BASE), head);
    assertThat(trusted.configuration().environment(new EnvironmentName("mine"))).isEmpty();
    assertThat(trusted.waiting()).containsExactly("The environment mine is new.");
  }

  @Test
  void aRemovedEnvironmentIsThereUntilTheMerge() {
    Configuration head = read("version: 1\nenvironments: {}\npolicy: {breaking: label}");
    TrustedConfiguration trusted = TrustedConfiguration.of(read(BASE), head);
    assertThat(trusted.configuration().environment(PROD)).isEqualTo(read(BASE).environment(PROD));
    assertThat(trusted.waiting()).containsExactly("The environment prod is removed.");
  }

  @Test
  void withoutChangesNothingWaits() {
    assertThat(TrustedConfiguration.of(read(BASE), read(BASE)))
        .isEqualTo(new TrustedConfiguration(read(BASE), java.util.List.of()));
  }

  private static Configuration read(String text) {
    return ConfigurationReader.read(
            new RepositoryPath("sigma-dm.yml"), text.getBytes(StandardCharsets.UTF_8))
        .configuration();
  }
}
