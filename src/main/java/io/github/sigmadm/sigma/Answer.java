package io.github.sigmadm.sigma;

import io.github.sigmadm.tree.Node.ObjectNode;

/// What became of a call, where that is for the operation to judge. All else (no credentials, no
/// permission, no way through before anything was done) is thrown as trouble.
sealed interface Answer {

  /// Sigma did it and said this. Empty where Sigma said nothing.
  record Done(ObjectNode said) implements Answer {}

  /// Sigma did not do it and said why.
  record Refused(Refusal refusal) implements Answer {}

  /// There was no answer, or none that means anything. Sigma may have done it.
  ///
  /// @param what the whole story as a sentence, for the user
  record Lost(String what) implements Answer {}
}
