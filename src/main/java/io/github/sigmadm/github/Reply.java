package io.github.sigmadm.github;

import io.github.sigmadm.http.Response;
import tools.jackson.databind.JsonNode;

/// What became of a request, where that is for the operation to judge. All else (a bad token, a
/// limit that outlasts our patience, no way through before anything was done) is thrown as trouble.
sealed interface Reply {

  /// GitHub did it and said this.
  record Done(JsonNode body, Response response) implements Reply {}

  /// GitHub did not do it.
  ///
  /// @param said GitHub's own words, without secrets
  record Refused(int status, String said) implements Reply {}

  /// There was no answer, or none that means anything. GitHub may have done it.
  ///
  /// @param what the whole story as a sentence, for the user
  record Lost(String what) implements Reply {}
}
