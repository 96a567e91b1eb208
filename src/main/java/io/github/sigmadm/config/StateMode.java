package io.github.sigmadm.config;

/// Where it is kept what was last deployed.
public enum StateMode {
  /// In a ref of the same repository.
  GIT,
  /// Nowhere: live models are found by matching alone.
  NONE
}
