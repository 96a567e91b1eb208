package io.github.sigmadm.match;

import io.github.sigmadm.core.DataModelId;
import java.util.List;

/// Which live model a spec is.
public sealed interface LiveIdentity {

  /// It is this one.
  record Known(LiveModel model, Evidence evidence) implements LiveIdentity {}

  /// It does not exist yet in this environment.
  record New() implements LiveIdentity {}

  /// Several models could be it; none is touched.
  record Ambiguous(List<LiveEntry> candidates) implements LiveIdentity {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /// The configuration names a model that does not exist, or that the credentials cannot see.
  record Missing(DataModelId id) implements LiveIdentity {}

  /// The model that the file was last deployed to was deleted in Sigma, or the credentials do not
  /// see it any more.
  record Gone(DataModelId id) implements LiveIdentity {}

  /// Why a live model was taken for the spec's.
  enum Evidence {
    /// `models` in `sigma-dm.yml` names it.
    CONFIGURED,
    /// The state says that it was deployed from this file.
    STATE,
    /// The file was exported from it, and it lives in the environment's folder.
    EXPORTED_ID,
    /// It is the only one of this name in the folder.
    NAME,
    /// It is the only one in the folder with the name that the file had before this change.
    PREVIOUS_NAME
  }
}
