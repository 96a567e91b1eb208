package io.github.sigmadm.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.HostedRepository;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpstreamTest {

  private static final Optional<HostedRepository> HOSTED =
      Optional.of(
          new HostedRepository(
              "acme",
              "models",
              URI.create("https://github.com"),
              URI.create("https://api.github.com"),
              Optional.empty()));
  private static final Optional<Secret> TOKEN = Optional.of(new Secret("the-token"));

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/acme/models",
        "https://GitHub.com:443/acme/models",
        "https://somebody:secret@github.com/acme/models"
      })
  void goesWhereTheCloneCameFromIfThatIsTheHostingService(String origin) {
    Upstream upstream = upstream(origin, HOSTED).orElseThrow();
    assertThat(upstream.address().getPath()).isEqualTo("/acme/models");
    assertThat(upstream.address().getUser()).isNull();
    assertThat(upstream.address().getPass()).isNull();
    assertThat(upstream.admissions()).contains(basic("x-access-token:the-token"));
    assertThat(upstream.admissions().getLast()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git@github.com:acme/models.git",
        "ssh://git@github.com/acme/models.git",
        "https://example.com/acme/models.git",
        "http://github.com/acme/models.git",
        "https://github.com:8443/acme/models.git",
        "https://github.com.example.com/acme/models.git",
        "git://github.com/acme/models.git"
      })
  void goesToTheHostingServiceItselfWhereverElseTheRemotePoints(String origin) {
    Upstream upstream = upstream(origin, HOSTED).orElseThrow();
    assertThat(upstream.address()).hasToString("https://github.com/acme/models.git");
  }

  @ParameterizedTest
  @CsvSource({"https://example.com/acme/models.git,true", "git@example.com:acme/models.git,false"})
  void sendsNoTokenFromAPersonsMachine(String origin, boolean usable) {
    Optional<Upstream> upstream = upstream(origin, Optional.empty());
    assertThat(upstream.isPresent()).isEqualTo(usable);
    upstream.ifPresent(place -> assertThat(place.admissions()).containsExactly(Map.of()));
  }

  @Test
  void usesTheUserAndPasswordOfTheAddressThereAndNowhereElse() {
    assertThat(
            upstream("https://ada:pass@example.com/m.git", Optional.empty())
                .orElseThrow()
                .admissions())
        .containsExactly(basic("ada:pass"), Map.of());
    assertThat(upstream("https://ada:pass@example.com/m.git", HOSTED).orElseThrow().admissions())
        .containsExactly(basic("x-access-token:the-token"), Map.of());
  }

  @Test
  void readsFoldersRelativeToTheWorkTree() {
    Upstream upstream = upstream("../other.git", HOSTED).orElseThrow();
    assertThat(upstream.address().getPath()).isEqualTo(temporary.resolve("other.git").toString());
    assertThat(upstream.admissions()).containsExactly(Map.of());
  }

  @Test
  void doesNotUseHeadersThatAreConfiguredForAnotherHost() {
    WorkTree tree = WorkTree.make(temporary.resolve("work"));
    tree.git("config", "http.https://example.com/.extraheader", "AUTHORIZATION: basic x");
    assertThat(upstream("https://github.com/acme/models", HOSTED).orElseThrow().admissions())
        .containsExactly(basic("x-access-token:the-token"), Map.of());
  }

  private Optional<Upstream> upstream(String origin, Optional<HostedRepository> hosted) {
    WorkTree tree = WorkTree.make(temporary.resolve("work"));
    tree.git("config", "remote.origin.url", origin);
    try (Checkout checkout = Checkout.open(tree.folder())) {
      return Upstream.of(checkout, hosted, TOKEN);
    }
  }

  private static Map<String, String> basic(String pair) {
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
