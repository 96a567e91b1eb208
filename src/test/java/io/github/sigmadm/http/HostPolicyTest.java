package io.github.sigmadm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostPolicyTest {

  private static final HostPolicy POLICY =
      HostPolicy.of(
              List.of(
                  "api.sigmacomputing.com",
                  "gateway.example.com:8443",
                  "https://Other.example.com/",
                  "http://sandbox:8080"))
          .or(HostPolicy.LOOPBACK);

  @ParameterizedTest
  @CsvSource({
    "https://api.sigmacomputing.com/v2, true",
    "https://API.sigmacomputing.com:443/v2, true",
    "http://api.sigmacomputing.com/v2, false",
    "https://api.sigmacomputing.com:8443/v2, false",
    "https://api.sigmacomputing.com.example.com/v2, false",
    "https://evil-api.sigmacomputing.com/v2, false",
    "https://api.sigmacomputing.com./v2, false",
    "https://user@api.sigmacomputing.com/v2, false",
    "https://gateway.example.com:8443/, true",
    "https://gateway.example.com/, false",
    "https://other.example.com, true",
    "http://sandbox:8080/v2, true",
    "http://sandbox/v2, false",
    "http://localhost:1234/, true",
    "https://localhost/, true",
    "http://127.0.0.1/, true",
    "http://127.1.2.3:99/, true",
    "http://[::1]:99/, true",
    "http://127.0.0.1.example.com/, false",
    "http://10.0.0.1/, false"
  })
  void aRequestGoesOnlyWhereTheListSays(String address, boolean allowed) {
    assertThat(POLICY.allows(URI.create(address))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*.example.com",
        "ftp://example.com",
        "example.com/path",
        "a b",
        "user@example.com",
        "https://"
      })
  void anEntryThatIsNoHostIsRefused(String entry) {
    assertThatThrownBy(() -> HostPolicy.of(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a host: '" + entry + "'; write 'host', 'host:port' or 'http://host:port'");
  }
}
