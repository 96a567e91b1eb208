package io.github.sigmadm.sigma;

import io.github.sigmadm.flow.Credentials;
import io.github.sigmadm.flow.Organisation;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import java.net.URI;

/// Connects with one organisation, through Sigma's REST API.
public final class SigmaOrganisation {

  private SigmaOrganisation() {}

  /// Everything there, with one token for all of it. Nothing is sent before the first question.
  ///
  /// @param api the API's address, such as `https://aws-api.sigmacomputing.com`
  /// @param client stays the caller's to close
  /// @param secrets learns the credentials and every token
  public static Organisation at(
      URI api, Credentials credentials, ServiceClient client, Secrets secrets, Pacing pacing) {
    Caller caller = caller(api, credentials, client, secrets, pacing);
    return new Organisation(
        new SigmaModels(caller, pacing), new SigmaWarehouse(caller), new SigmaConsumers(caller));
  }

  static Caller caller(
      URI api, Credentials credentials, ServiceClient client, Secrets secrets, Pacing pacing) {
    URI endpoint = URI.create(api.toString().replaceAll("/+$", "") + "/v2/auth/token");
    return new Caller(
        api, client, new Tokens(endpoint, credentials, client, secrets, pacing), secrets);
  }
}
