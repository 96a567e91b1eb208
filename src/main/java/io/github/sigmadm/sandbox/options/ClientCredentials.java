package io.github.sigmadm.sandbox.options;

/// The one client id and secret that the token endpoint accepts. The secret is not in the text
/// form.
public record ClientCredentials(String clientId, String clientSecret) {

  public ClientCredentials {
    if (clientId.isBlank() || clientSecret.isBlank()) {
      throw new IllegalArgumentException("a client id and a client secret are not blank");
    }
  }

  @Override
  public String toString() {
    return "ClientCredentials[clientId=" + clientId + "]";
  }
}
