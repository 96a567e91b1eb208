package io.github.sigmadm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import io.github.sigmadm.core.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

  private static final String SECRET = "p@ss/w0rd+with=signs&more";

  private final Secrets secrets = new Secrets();

  SecretsTest() {
    secrets.add(new Secret(SECRET));
  }

  @Test
  void aSecretIsTakenOutWhereverItStands() {
    assertThat(secrets.redact("a " + SECRET + " b" + SECRET)).isEqualTo("a *** b***");
  }

  @Test
  void aSecretIsTakenOutUrlEncoded() {
    String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);

    assertThat(secrets.redact("secret=" + encoded + "&x")).isEqualTo("secret=***&x");
    assertThat(secrets.redact("secret=p%40ss%2fw0rd%2bwith%3dsigns%26more&x"))
        .isEqualTo("secret=***&x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "id1", "id12", "a-much-longer-client-id"})
  void aSecretIsTakenOutOfBasicCredentials(String user) {
    String pair = user + ":" + SECRET + "\n";
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

    String redacted = secrets.redact("<" + encoded + ">");

    assertThat(redacted).contains("***");
    // What is left is the user and at most a character on either side.
    assertThat(redacted.length()).isLessThan(user.length() * 4 / 3 + 16);
  }

  @Test
  void anUnknownCredentialAfterItsSchemeIsTakenOutToo() {
    assertThat(secrets.redact("Authorization: Bearer eyJhbGciOi.J9-_x and basic Zm9vOmJhcg=="))
        .isEqualTo("Authorization: Bearer *** and basic ***");
  }

  @Test
  void aLongerSecretGoesBeforeAShorterOneInsideIt() {
    secrets.add(new Secret("token"));
    secrets.add(new Secret("token-and-the-rest"));

    assertThat(secrets.redact("a token-and-the-rest")).isEqualTo("a ***");
  }

  @Test
  void wordsAreNotSecrets() {
    secrets.add(new Secret(""));
    secrets.add(new Secret("a"));

    assertThat(secrets.redact("a basic idea")).isEqualTo("a basic idea");
  }

  @Test
  void noFormOfAnySecretSurvives() {
    qt().forAll(
            strings().basicLatinAlphabet().ofLengthBetween(12, 40),
            strings().basicLatinAlphabet().ofLengthBetween(0, 9))
        .assuming((secret, user) -> secret.strip().length() >= 12)
        .check((secret, user) -> {
          var known = new Secrets();
          known.add(new Secret(secret));
          byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
          return List.of(
                  secret,
                  URLEncoder.encode(secret, StandardCharsets.UTF_8),
                  Base64.getEncoder().encodeToString(pair),
                  Base64.getUrlEncoder().encodeToString(pair))
              .stream()
              .allMatch(text -> known.redact("x " + text).toLowerCase(Locale.ROOT).contains("***"));
        });
  }
}
