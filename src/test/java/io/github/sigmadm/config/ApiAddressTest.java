package io.github.sigmadm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiAddressTest {

  private static final List<String> LISTED =
      List.of("sigma.example.com", " Gateway.example.com:8443 ", "other.example.com:443");

  @ParameterizedTest
  @EnumSource(Region.class)
  void everyRegionIsAnAllowedAddress(Region region) {
    ApiAddress address = ApiAddress.of(region.word());
    assertThat(address).hasToString(region.address());
    assertThat(address.isAllowed(Set.of())).isTrue();
  }

  @Test
  void regionsAreCalledAsPeopleCallThem() {
    assertThat(Region.names())
        .contains("aws-us-west", "gcp-us", "azure-europe")
        .doesNotHaveDuplicates();
    assertThat(Region.of("AWS_US_WEST")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.sigmacomputing.com",
        "https://API.SigmaComputing.com:443/",
        "HTTPS://aws-api.sigmacomputing.com",
        "http://localhost:8080",
        "http://127.0.0.1",
        "https://localhost:8443",
        "http://[::1]:9000",
        "https://sigma.example.com",
        "https://sigma.example.com/sigma",
        "https://gateway.example.com:8443",
        "https://other.example.com",
      })
  void allowed(String address) {
    assertThat(ApiAddress.problem(address)).isEmpty();
    assertThat(ApiAddress.of(address).isAllowed(LISTED)).isTrue();
  }

  /// Credentials must not leave for any of these.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.sigmacomputing.com",
        "https://api.sigmacomputing.com:8443",
        "https://api.sigmacomputing.com.",
        "https://api.sigmacomputing.com.evil.example",
        "https://evil.example/api.sigmacomputing.com",
        "https://api.sigmacomputing.com@evil.example",
        "https://evil.example#@api.sigmacomputing.com",
        "https://evil.example?@api.sigmacomputing.com",
        "https://apisigmacomputing.com",
        "https://sigmacomputing.com",
        "https://user:secret@api.sigmacomputing.com",
        "ftp://api.sigmacomputing.com",
        "https://10.0.0.1",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://0.0.0.0",
        "http://169.254.169.254",
        "http://sigma.example.com",
        "https://sigma.example.com:444",
        "https://gateway.example.com",
        "https://x.sigma.example.com",
        "file:///etc/passwd",
        "https:///api.sigmacomputing.com",
        "//api.sigmacomputing.com",
        "https://127.0.0.2.nip.io",
        "http://2130706433",
      })
  void refused(String address) {
    assertThat(ApiAddress.problem(address).isPresent() || !ApiAddress.of(address).isAllowed(LISTED))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "aws-us-wset | There is no region 'aws-us-wset'. Did you mean aws-us-west?",
        "mars | There is no region 'mars'.",
        "localhost:80 | 'localhost:80' is not https:// and a host, with a port or path at most.",
        "http://api.sigmacomputing.com | 'http://api.sigmacomputing.com' is not https, and only this machine itself may be spoken to without.",
        "https://me:secret@api.sigmacomputing.com | The address has a user name in it.",
        "https://api.sigmacomputing.com/v2/ | 'https://api.sigmacomputing.com/v2/' has the path /v2, which is added to it.",
        "https://api.sigmacomputing.com?x=1 | 'https://api.sigmacomputing.com?x=1' is not https:// and a host, with a port or path at most.",
        "https://bücher.example | 'https://bücher.example' is not https:// and a host, with a port or path at most.",
        "https://a.example:70000 | 'https://a.example:70000' is not https:// and a host, with a port or path at most.",
      })
  void whatIsNoAddressIsToldWithTheReason(String text, String reason) {
    assertThat(ApiAddress.problem(text)).contains(reason);
    assertThatThrownBy(() -> ApiAddress.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://API.SigmaComputing.com:443/, https://api.sigmacomputing.com",
    " http://localhost:8080// , http://localhost:8080",
    "http://localhost:80, http://localhost",
    "https://gateway.example.com:8443/Sigma/x/, https://gateway.example.com:8443/Sigma/x",
  })
  void anAddressHasOneSpelling(String text, String spelling) {
    assertThat(ApiAddress.of(text)).hasToString(spelling);
  }
}
