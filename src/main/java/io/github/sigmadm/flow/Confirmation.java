package io.github.sigmadm.flow;

import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.spec.IdMap;
import java.util.List;
import java.util.Optional;

/// What reading a model back after a write has shown.
sealed interface Confirmation {

  /// It is as it was sent.
  ///
  /// @param ids which live id each thing of the spec has
  /// @param remarks what the reader should know nevertheless
  record Confirmed(LiveModel now, IdMap ids, List<String> remarks) implements Confirmation {
    public Confirmed {
      remarks = List.copyOf(remarks);
    }
  }

  /// It is not as it was sent, or something in it broke.
  ///
  /// @param findings what, where in the file, and how it is now
  /// @param now what is live; empty if it cannot be read
  /// @param ids which live id each thing of the spec has, as far as it came back
  record Unlike(List<String> findings, Optional<LiveModel> now, IdMap ids) implements Confirmation {
    public Unlike {
      findings = List.copyOf(findings);
    }
  }

  /// Somebody has changed it again since.
  record Overtaken(LiveModel now) implements Confirmation {}
}
