package io.github.sigmadm.check;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;

/// A spec that the rules let through: it has no error that its change brought in. Only a [Verdict]
/// gives one out.
public final class CheckedSpec {

  private final ParsedSpec spec;

  CheckedSpec(ParsedSpec spec) {
    this.spec = spec;
  }

  public RepositoryPath file() {
    return spec.file();
  }

  public DataModel model() {
    return spec.model();
  }
}
