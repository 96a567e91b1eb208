package io.github.sigmadm.flow;

import java.net.URI;

/// Makes the connection to a Sigma organisation.
public interface SigmaConnector {

  /// The organisation that the credentials belong to at a base URL. Nothing is sent before the
  /// first question.
  ///
  /// @param api an address that the host policy allows
  /// @param atOnce how many requests may be under way, at most
  Organisation connect(URI api, Credentials credentials, int atOnce);
}
